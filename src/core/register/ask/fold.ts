/**
 * A name as it is compared: accents dropped from Latin letters only (đ becomes d), case, spaces, hyphens and stops
 * ignored, so that the spellings of a press that hyphenates syllables meet those that do not. Never for display.
 */
export function foldName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .toLowerCase()
    .replace(/[đð]/g, 'd')
    .replace(/[\s\-‐-―.,'’()/]+/g, '');
}

/** The words of a text as {@link foldName} compares them. */
export const foldWords = (text: string): readonly string[] =>
  text
    .split(/[\s,;()/]+/)
    .map(foldName)
    .filter((word) => word !== '');
