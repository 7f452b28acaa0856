import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { questions } from '../core/register/ask/catalogue.ts';
import { answer, counterpart, succeed } from './command-line.fixture.ts';

const dir = mkdtempSync(join(tmpdir(), 'counterpart-ask-'));
beforeAll(() => succeed(['demo', '--dir', dir, '--no-serve']), 120_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const here = { cwd: dir };

interface Answered {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly about: Readonly<Record<string, unknown>>;
}
const ask = (...args: readonly string[]) => answer<Answered>(['ask', 'LA', ...args], here);

test('--help lists every question with what it takes', async () => {
  const help = await succeed(['ask', '--help'], here);
  for (const { question } of questions) expect(help).toContain(`ask FOLDER ${question}`);
  expect((await succeed(['ask', 'VN', '--lang', 'lo'], here)).split('\n')).toHaveLength(questions.length + 1);
});

test('the demo answers with the real record: events, promises, holders, each traceable', async () => {
  const { rows } = await ask('chronology');
  expect(rows.filter(({ exercise }) => exercise !== true)).toHaveLength(162);
  expect(rows.every(({ entries }) => (entries as unknown[]).length > 0)).toBe(true);
  const [holder] = (
    await ask('holder', '--side', 'LA', '--post', 'Bộ trưởng Bộ Quốc phòng', '--on', '2020-12-04')
  ).rows;
  expect(holder).toMatchObject({ name: 'Chansamone Chanyalath', basis: 'named' });
  const open = await ask('promises', '--state', 'open', '--by', 'VN');
  expect(open.rows.length).toBeGreaterThan(100);
});

test('where the sides differ is told by the names of fields and codes; a program gets them as they stand', async () => {
  const lines = (await succeed(['ask', 'VN', 'divergences', '--lang', 'fr'], here)).split('\n');
  expect(lines[0]).toMatch(/^Où les comptes divergent · État au \d/);
  const told = lines.find((line) => line.includes('Infirmiers pour les postes'));
  expect(told).toMatch(/ \| Règle de décompte \| VN Inscrits; LA Diplômés /);
  expect(told).not.toMatch(/\b(?:filled|completed)\b/);
  const outcome = lines.find((line) => line.includes('; VN') && line.includes(' | Résultat | '));
  expect(outcome).toMatch(/VN [A-Z][^;]*; LA [A-Z]/);
  const { rows } = JSON.parse(await succeed(['ask', 'VN', 'divergences', '--json'], here)) as {
    rows: { field: string }[];
  };
  expect(rows.map(({ field }) => field)).toEqual(expect.arrayContaining(['status', 'counting']));
});

test('a brief in Lao and in French on a page, in the words of the language', async () => {
  const lao = await succeed(
    ['ask', 'LA', 'brief', '--for', 'minister', '--lang', 'lo', '--day', '2021-12-20'],
    here,
  );
  expect(lao).toContain('ບົດສະຫຼຸບຫຍໍ້ສຳລັບການນຳ · ຂໍ້ມູນ ຮອດ ວັນທີ 20 ທັນວາ 2021');
  expect(lao.split('\n').length).toBeLessThan(60);
  expect(lao).toMatch(/\(plan\.exercise-2021; VN \d+, LA \d+\)/);
  const french = await succeed(['ask', 'VN', 'brief', '--for', 'leader', '--lang', 'fr'], here);
  expect(french).toContain('Points à soulever');
});

test('the answer of a list goes to a file; an existing one is left as it is', async () => {
  await succeed(['ask', 'VN', 'chronology', '--out', 'events.csv'], here);
  expect(readFileSync(join(dir, 'events.csv'), 'utf8').split('\r\n').length).toBeGreaterThan(162);
  await succeed(['ask', 'VN', 'promises', '--out', 'promises.xlsx'], here);
  expect(existsSync(join(dir, 'promises.xlsx'))).toBe(true);
  expect((await counterpart(['ask', 'VN', 'due', '--out', 'events.csv'], here)).code).toBe(1);
  await succeed(['ask', 'LA', 'brief', '--lang', 'lo', '--out', 'brief.html'], here);
  const page = readFileSync(join(dir, 'brief.html'), 'utf8');
  expect(page).toMatch(/^<!doctype html><html lang="lo">[^]*<h2>ຂໍ້ທີ່ຄວນຍົກຂຶ້ນ<\/h2>/);
  expect(page.match(/<li>/g)).toHaveLength(page.match(/\(\w+\.[\w-]+; (?:VN|LA) \d+/g)?.length ?? 0);
});

test.each([
  [['ask', 'VN', 'wishes'], 'chronology, calendar, ledger'],
  [['ask', 'VN', 'promises', '--state', 'gone'], 'kept, unkept, open'],
  [['ask', 'VN', 'chronology', '--post', 'x'], '--on, --for'],
  [['ask', 'VN', 'holder'], '--post'],
  [['ask', 'VN', 'due', '--day', 'today'], '2026-11-21'],
])('%j is not understood, and it is said what is', async (args, said) => {
  const ended = await counterpart(args, here);
  expect(ended.code).toBe(2);
  expect(ended.err).toContain(said);
});
