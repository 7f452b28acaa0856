import { expect, test } from 'vitest';
import { allKinds } from '../core/kinds/catalogue.ts';
import { pageAddress } from './addresses.ts';

test('whatever is a text is read as a text, everything else on the page of its subject', () => {
  for (const { kind, of } of allKinds.values())
    expect(pageAddress('p', `${kind}.x`)).toBe(`/p/p/${of === 'text' ? 't' : 's'}/${kind}/x`);
});
