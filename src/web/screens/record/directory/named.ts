import type { PostRow } from '../../../../core/register/ask/directory.ts';
import { fold } from '../../../../words/sort.ts';

/** Names as they are compared: without marks, hyphens and stops, since one press writes a syllable where another hyphenates. */
const squeezed = (text: string): string => fold(text).replace(/[\s\-‐-―.,'’()/]+/g, '');

/** Posts whose name, or one of whose holders in any spelling, holds all the words; only the holders found are shown then. */
export function namedIn(
  posts: readonly PostRow[],
  words: string,
  chosen: Readonly<Record<string, string>> = {},
): readonly PostRow[] {
  const wanted = words.trim().split(/\s+/).map(squeezed).filter(Boolean);
  const holds = (names: readonly string[]): boolean => {
    const all = names.map(squeezed);
    return wanted.every((word) => all.some((name) => name.includes(word)));
  };
  return posts.flatMap((post) => {
    if (chosen['level'] && post.level !== chosen['level']) return [];
    if (wanted.length === 0) return [post];
    const ownNames = [...Object.values(post.title), ...post.spellings, post.side ?? ''];
    if (holds(ownNames)) return [post];
    const tenures = post.tenures.filter((tenure) => holds([...tenure.spellings, ...ownNames]));
    return tenures.length === 0 ? [] : [{ ...post, tenures }];
  });
}
