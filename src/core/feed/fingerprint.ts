import type { Hash } from '../bytes/ids.ts';

/** The first 60 bits of a hash, to be read aloud and printed in the paper agreement (K5): either form says all. */
export interface Fingerprint {
  /** Six groups of four digits, `0000` to `1023`. */
  readonly digits: readonly string[];
  /** Six words of two syllables. */
  readonly words: readonly string[];
}

/** Sounds that Vietnamese, Lao, French and English speakers tell apart; no `l` and `r`, which some do not. */
const consonants = 'bdhkmnst';
const vowels = 'aiou';

/** Cuts the first 60 bits into six numbers of ten bits; a word says its number by two syllables of five bits. */
export function fingerprintOf(hash: Hash): Fingerprint {
  const bits = BigInt(`0x${hash.slice(0, 15)}`);
  const groups = [50n, 40n, 30n, 20n, 10n, 0n].map((shift) => Number((bits >> shift) & 1023n));
  return {
    digits: groups.map((group) => String(group).padStart(4, '0')),
    words: groups.map((group) => syllable(group >> 5) + syllable(group & 31)),
  };
}

/** Five bits: three choose the consonant, two the vowel. */
function syllable(five: number): string {
  return (consonants[five >> 2] as string) + (vowels[five & 3] as string);
}
