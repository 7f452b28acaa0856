import type { Language } from './languages.ts';
import { asciiDigits } from './numbers.ts';

/** Negative, 0 or positive. */
export type Compare = (one: string, other: string) => number;

/**
 * The order of a language, numbers by value ("2" before "10"). Vietnamese and French come from the host's Intl, which
 * Node and Chromium both have; Lao is ours, so that every host sorts alike.
 */
export function comparerOf(language: Language): Compare {
  if (language === 'lo') return compareLao;
  let collator = collators.get(language);
  if (!collator) {
    collator = new Intl.Collator(language, { numeric: true });
    collators.set(language, collator);
  }
  return collator.compare;
}

/**
 * Orders Lao as the Unicode collation does (DUCET 16): a vowel written before its consonant is compared after it,
 * ສ stands before ຊ, tones count only where all else is equal.
 */
export const compareLao: Compare = (one, other) =>
  compareText(laoSortKey(one), laoSortKey(other)) || compareText(one, other);

/**
 * A key whose order by code unit is the Lao order: letters, then, after U+0000, tones by their place. Text in other
 * scripts keeps its place by `fold`, before Lao.
 */
export function laoSortKey(text: string): string {
  let letters = '';
  let tones = '';
  for (const sign of fold(text)) {
    if (minor.includes(sign)) tones += String.fromCodePoint(letters.length + 1) + sign;
    else letters += sign;
  }
  const spoken = letters
    .replace(/ໍາ/g, 'ຳ')
    .replace(/([ເ-ໄ])([ກ-ຮໞໟ])/g, '$2$1')
    .replace(/\d+/g, (number) => number.padStart(16, '0'));
  const ranked = Array.from(spoken, (sign) => {
    const rank = order.indexOf(sign);
    return rank < 0 ? sign : String.fromCodePoint(firstRank + rank);
  });
  return `${ranked.join('').replace(/ໍ/g, '')}\u0000${tones}`;
}

/**
 * Text as search and filters compare it: compatibility forms resolved, lower case, accents dropped from Latin letters
 * only (đ becomes d), Lao signs in one order and Lao digits as western ones. Never for display.
 */
export function fold(text: string): string {
  // Half of all that is compared has nothing to resolve.
  if (/^[ -~]*$/.test(text)) return text.toLowerCase();
  const latin = text
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .toLowerCase()
    .replace(/[đðœæøłß]/g, (letter) => plainLatin[letter] ?? letter);
  return laoInOrder(asciiDigits(latin)).replace(/[\u200b-\u200d\u2060\ufeff]/g, '');
}

/** Whether `text` holds all words of `query`, in any order, with or without accents. */
export function matches(text: string, query: string): boolean {
  const folded = fold(text);
  return fold(query)
    .split(/\s+/)
    .every((word) => folded.includes(word));
}

const collators = new Map<Language, Intl.Collator>();
const plainLatin: Record<string, string> = { đ: 'd', ð: 'd', œ: 'oe', æ: 'ae', ø: 'o', ł: 'l', ß: 'ss' };

/** Lao letters and vowel signs in the order of DUCET, ໆ before the letters. ໜ and ໝ are two letters after NFKD. */
const order = Array.from('ໆໞກຂຄຆງຈຉສຊຌຎໟຍຏຐຑຒຓດຕຖທຘນບປຜຝພຟຠມຢຣລວຨຩຫຬອຮຯະັາຳິີຶືຸູົຼຽເແໂໃໄ');
/** Tones and the sign that cancels a letter: they decide last. So does the circle, unless it is that of ຳ. */
const minor = Array.from('່້໊໋໌໎');
/** In the private use area: above every letter of another script that a name may hold. */
const firstRank = 0xe000;

const compareText: Compare = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

/** A tone typed before the vowel sign of its letter goes behind it, so that both ways of typing are one text. */
const laoInOrder = (text: string): string => text.replace(/([່-໎])([ັິ-ຼໍ])/g, '$2$1');
