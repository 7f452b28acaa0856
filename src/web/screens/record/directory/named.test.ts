import { expect, test } from 'vitest';
import type { PostRow } from '../../../../core/register/ask/directory.ts';
import { namedIn } from './named.ts';

const minister: PostRow = {
  subject: 'post.minister',
  side: 'LA',
  level: 'minister',
  title: { en: 'Minister of National Defence' },
  spellings: ['Bộ trưởng Bộ Quốc phòng'],
  tenures: [
    { subject: 'holder.a', name: 'Sengnouan Xayalath', spellings: ['Sengnouan Xayalath'], ranks: [] },
    {
      subject: 'holder.b',
      name: 'Chansamone Chanyalath',
      spellings: ['Chansamone Chanyalath', 'Chăn-xạ-mỏn Chăn-nha-lạt'],
      ranks: [],
    },
  ],
  entries: [],
};

test('a holder is found by any spelling, with or without marks and hyphens', () => {
  for (const words of ['chanyalath', 'Chăn-xạ-mỏn', 'chan xa mon', 'CHANXAMON minister'])
    expect(namedIn([minister], words).map(({ tenures }) => tenures.map(({ subject }) => subject))).toEqual([
      ['holder.b'],
    ]);
});

test('a post found by its own name, in any language, keeps all its holders', () => {
  expect(namedIn([minister], 'bo truong')[0]?.tenures).toHaveLength(2);
  expect(namedIn([minister], 'nobody')).toEqual([]);
  expect(namedIn([minister], '', { level: 'leader' })).toEqual([]);
});
