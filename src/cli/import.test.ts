import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answer, counterpart, foundTwo, succeed } from './command-line.fixture.ts';

const dir = mkdtempSync(join(tmpdir(), 'counterpart-import-'));
beforeAll(() => foundTwo(dir), 120_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const here = { cwd: dir };
const chronology = fileURLToPath(new URL('../../demo/record/chronology.jsonl', import.meta.url));
const events = async (): Promise<number> =>
  (await answer<{ rows: readonly unknown[] }>(['ask', 'VN', 'chronology'], here)).rows.length;

test('a dry run says what it would do and writes nothing; then it is done, and a second time there is nothing to do', async () => {
  const args = ['import', chronology, '--as', 'record', '--dir', 'VN'];
  expect(await succeed([...args, '--dry-run'], here)).toContain('Nothing was written');
  expect(await events()).toBe(0);
  expect(await succeed(args, here)).toMatch(
    /162 rows read, 162 to take, 0 not sound[\s\S]*event: 162[\s\S]*493 statements written/,
  );
  expect(await events()).toBe(162);
  expect(await answer(args, here)).toMatchObject({ statements: 0, known: 493, written: false });
});

test('one bad row stops all; --sound-only takes the others and names it', async () => {
  writeFileSync(
    join(dir, 'list.csv'),
    'id,title,signed\na-1,Agreement,2021\na-2,,2022\na-3,Protocol,someday\n',
  );
  const args = ['import', 'list.csv', '--as', 'agreements', '--dir', 'VN'];
  const refused = await counterpart(args, here);
  expect(refused.code).toBe(1);
  expect(refused.out).toContain('row 3, column title: missing');
  expect(refused.out).toContain('row 4, column signed: date “someday”');
  const instruments = async () =>
    (await answer<{ rows: readonly { subject: string }[] }>(['ask', 'VN', 'instruments'], here)).rows.map(
      ({ subject }) => subject,
    );
  expect(await instruments()).not.toContain('onRecord.a-1');
  expect(await answer([...args, '--sound-only'], here)).toMatchObject({
    taken: 1,
    written: true,
    faults: [{ row: 3 }, { row: 4 }],
  });
  expect(await instruments()).toContain('onRecord.a-1');
});

test('what the file is must be said, and a mapping must be one', async () => {
  expect((await counterpart(['import', 'list.csv', '--dir', 'VN'], here)).code).toBe(2);
  expect((await counterpart(['import', 'list.csv', '--as', 'wishes', '--dir', 'VN'], here)).code).toBe(2);
  writeFileSync(join(dir, 'map.json'), '{"columns":{"title":"absent"}}');
  const ended = await counterpart(
    ['import', 'list.csv', '--as', 'agreements', '--map', 'map.json', '--dir', 'VN', '--json'],
    here,
  );
  expect(ended.code).toBe(1);
  expect(JSON.parse(ended.out)).toMatchObject({ fault: { code: 'import.mapping' } });
});
