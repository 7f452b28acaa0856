import { expect, test } from 'vitest';
import { namedAs, type PostRow } from './directory.ts';

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
    expect(namedAs(minister, words)?.tenures.map(({ subject }) => subject)).toEqual(['holder.b']);
});

test('a post found by its own name, in any language, keeps all its holders', () => {
  expect(namedAs(minister, 'bo truong')?.tenures).toHaveLength(2);
  expect(namedAs(minister, 'nobody')).toBeUndefined();
});
