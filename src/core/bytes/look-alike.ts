/** Capitals and small letters of other scripts, and figures, that most fonts draw like a Latin letter; without marks. */
const drawnAlike = new Map(
  [
    ['АВЕКМНОРСТУХЅІЈԚԜ', 'ABEKMHOPCTYXSIJQW'],
    ['авгекмнорстухѕіјԛԝԁһӏ', 'abrekmhopctyxsijqwdhl'],
    ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'],
    ['αβγεηικνορτυχ', 'abyenikvoptux'],
    ['աօոսđðøłıĐØŁ', 'wonuddoliDOL'],
    ['01|໐๐', 'olloo'],
  ].flatMap(([theirs = '', latin = '']) =>
    Array.from(theirs, (letter, at) => [letter, latin[at] ?? letter] as const),
  ),
);

/**
 * A name as a hasty eye takes it: without case, marks, spaces and punctuation, each letter as the Latin one that looks like it.
 * Two names with one skeleton may be taken for each other, and are warned of; it decides nothing else.
 */
export function skeletonOf(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/[\p{M}\s]/gu, '');
  const letters = Array.from(plain, (letter) => drawnAlike.get(letter) ?? letter).join('');
  const words = letters.replaceAll(/\p{P}/gu, '').toLowerCase();
  // A capital I, an l and a figure one are one stroke in many fonts, and r and n set close are an m.
  return words.replaceAll('i', 'l').replaceAll('rn', 'm');
}
