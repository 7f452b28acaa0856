import { textFault } from './text-fault.ts';

/*
 * Marks without a shape of their own: controls, soft hyphen, joiners, zero-width and bidi marks, fillers, variation
 * selectors, tags. Written out rather than taken from `\p{Default_Ignorable_Code_Point}`, so that every node agrees.
 */
const invisible =
  '\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f' +
  '\\u2028-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff9-\\ufffb' +
  '\\u{1bca0}-\\u{1bca3}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}';
/** Private use: each font draws its own thing, so two readers may see different names. */
const privateUse = '\\ue000-\\uf8ff\\u{f0000}-\\u{10ffff}';
const oddSpace = '\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000';

const invisibleForm = new RegExp(`[${invisible}]`, 'u');
const everyInvisible = new RegExp(`[${invisible}]`, 'gu');
const everyUnseen = new RegExp(`[${invisible}${privateUse}]`, 'gu');
const unshapedForm = new RegExp(`[${privateUse}]`, 'u');
const everyOddSpace = new RegExp(`[\\t\\n${oddSpace} ]+`, 'gu');

/** Longest name of a party, programme, person, post or place, in UTF-16 units. */
export const nameLengthMax = 300;

/** Why a text cannot be a name. */
export type NameFault = 'empty' | 'too-long' | 'text' | 'invisible' | 'private-use' | 'space';

/**
 * The first reason why a name is refused (B5), or undefined: it must be sound text (B4), 1 to 300 units long, without
 * invisible or private-use characters, its words parted by single plain spaces and none at either end.
 */
export function nameFault(text: string): NameFault | undefined {
  if (text === '') return 'empty';
  if (text.length > nameLengthMax) return 'too-long';
  if (textFault(text) !== undefined) return 'text';
  if (invisibleForm.test(text)) return 'invisible';
  if (unshapedForm.test(text)) return 'private-use';
  if (text !== text.replace(everyOddSpace, ' ').trim()) return 'space';
  return undefined;
}

/** What a person typed as a name, made one where that loses nothing visible: {@link nameFault} may still object. */
export function normaliseName(text: string): string {
  return normaliseInput(text).replace(everyOddSpace, ' ').replace(everyInvisible, '').trim();
}

const laoTone = '[\\u0ec8-\\u0ecb]';
const laoSignsAround = '[\\u0eb1\\u0eb4-\\u0eb9\\u0ebb\\u0ebc\\u0ecd]';
const laoSpacingVowel = '[\\u0eb0\\u0eb2\\u0eb3]';
const toneAfterSpacingVowel = new RegExp(`(${laoSpacingVowel})(${laoTone})`, 'g');
const toneBeforeSign = new RegExp(`(${laoTone})(${laoSignsAround}+)`, 'g');

/**
 * What a person typed, as a record keeps it: NFC, line ends as LF, and Lao marks in the one order in which fonts draw
 * and readers search them: consonant, sign above or below, tone, spacing vowel. The tone is often typed after the
 * vowel. Unpaired surrogates become U+FFFD.
 */
export function normaliseInput(text: string): string {
  const lines = text.toWellFormed().replace(/\r\n?/g, '\n');
  const toned = lines.replace(toneAfterSpacingVowel, '$2$1').replace(toneBeforeSign, '$2$1');
  return toned.normalize('NFC');
}

const lao = /[\u0e80-\u0eff]/;

/**
 * Prose with its controls, invisible and private-use marks made visible, `‹U+202E›` (B5), so that what one sees is what is
 * there, and the same in each font. Line feeds and tabs stay, and so does the zero-width space between two Lao letters,
 * where it parts words and is good spelling.
 */
export function visibleText(text: string): string {
  return text.replace(everyUnseen, (mark: string, at: number) => {
    if (mark === '\n' || mark === '\t') return mark;
    if (mark === '\u200b' && lao.test(text[at - 1] ?? '') && lao.test(text[at + 1] ?? '')) return mark;
    return `‹U+${(mark.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}›`;
  });
}
