import type { JsonObject } from '../src/core/bytes/json.ts';
import { slug } from '../src/node/import/record-row.ts';
import { type RecordStatement, said } from './record-shapes.ts';

/* Organisations that the names of the record's posts name, and the ranks that its notes give with a time. */

const source = 'posts of the record';

interface Organisation {
  readonly name: string;
  readonly level: string;
  readonly within?: string;
  /** Beginnings of the posts that are in it. */
  readonly posts: readonly string[];
}
const ministry = 'Ministry of National Defence';
const politics = 'General Department of Politics';
const staff = 'General Staff';

const organisations: Readonly<Record<'VN' | 'LA', readonly Organisation[]>> = {
  VN: [
    {
      name: ministry,
      level: 'minister',
      posts: ['Minister of National Defence', 'Deputy Minister of National Defence'],
    },
    { name: staff, level: 'department', within: ministry, posts: ['Chief of the General Staff'] },
    { name: politics, level: 'department', within: ministry, posts: [`Head, ${politics}`] },
    { name: 'Border Guard', level: 'command', within: ministry, posts: ['Commander, Border Guard'] },
  ],
  LA: [
    {
      name: ministry,
      level: 'minister',
      posts: ['Minister of National Defence', 'Deputy Minister of National Defence'],
    },
    { name: staff, level: 'department', within: ministry, posts: ['Chief of the General Staff'] },
    { name: politics, level: 'department', within: ministry, posts: [`Head, ${politics}`] },
    // "Director, Border Guard Department (General Staff)": vl-0028's delegation.
    { name: 'Border Guard Department', level: 'command', within: staff, posts: ['Director, Border Guard'] },
    {
      name: 'Kaysone Phomvihane National Defence Academy',
      level: 'department',
      within: ministry,
      posts: ['Director, Kaysone Phomvihane'],
    },
  ],
};

const idOf = (side: string, name: string): string => slug(`${side} ${name}`);

/** One statement for each organisation. */
export function organisationStatements(): readonly RecordStatement[] {
  return (['VN', 'LA'] as const).flatMap((side) =>
    organisations[side].map(({ level, name, within }) =>
      said('VN', 'organisation', idOf(side, name), {
        name: { en: name },
        side,
        level,
        source,
        ...(within === undefined ? {} : { within: `organisation.${idOf(side, within)}` }),
      }),
    ),
  );
}

/** The organisation that a post is in, by its name. */
export function organisationOfPost(side: unknown, post: string): JsonObject {
  if (side !== 'VN' && side !== 'LA') return {};
  const found = organisations[side].find(({ posts }) => posts.some((begins) => post.startsWith(begins)));
  return found === undefined ? {} : { organisation: `organisation.${idOf(side, found.name)}` };
}

/** Ranks with their times, from the notes of posts.jsonl; by holder. */
export const ranksOf: Readonly<Record<string, readonly { readonly rank: string; readonly on?: string }[]>> = {
  'Phan Van Giang': [
    { rank: 'Senior Lieutenant General', on: '2021-04-08' },
    { rank: 'General', on: '~2021' },
  ],
  'Khamliang Outhakaysone': [{ rank: 'Senior Lieutenant General' }, { rank: 'General', on: '~2026-02' }],
};
