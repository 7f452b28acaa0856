import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { amountLengthMax } from '../src/core/bytes/amount.ts';
import { depthMax, keyLengthMax } from '../src/core/bytes/limits.ts';
import { nameLengthMax } from '../src/core/bytes/name.ts';
import { messageBytesMax } from '../src/core/exchange/message.ts';
import { manifestBytesMax, pouchBytesMax, pouchSectionsMax } from '../src/core/exchange/pouch.ts';
import * as feed from '../src/core/feed/limits.ts';
import { noteBytesMax } from '../src/core/feed/note.ts';
import { wordsLengthMax } from '../src/core/kinds/value.ts';
import { paperRowsMax } from '../src/documents/paper.ts';

const limits: Readonly<Record<string, number>> = {
  ...feed,
  amountLengthMax,
  depthMax,
  keyLengthMax,
  nameLengthMax,
  messageBytesMax,
  manifestBytesMax,
  pouchBytesMax,
  pouchSectionsMax,
  noteBytesMax,
  paperRowsMax,
  wordsLengthMax,
};

test('docs/limits.md tells every limit as the code has it', () => {
  const table = readFileSync(new URL('../docs/limits.md', import.meta.url), 'utf8');
  const told = [...table.matchAll(/\| ([\d,]+)[^|]*\| `(\w+)` \|/g)].map(([, number = '', name = '']) => [
    name,
    Number(number.replaceAll(',', '')),
  ]);
  expect(Object.fromEntries(told)).toEqual(limits);
});
