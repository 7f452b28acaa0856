import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exerciseStatements } from '../../demo/exercise.ts';
import { recordStatements } from '../../demo/record.ts';
import type { AnswerShape } from '../api/ask.ts';
import { questions } from '../core/register/ask/catalogue.ts';
import { partOf, wordRows } from '../documents/read.fixture.ts';
import { languages } from '../words/languages.ts';
import { foundedPair, Opened, type Person, signInAs, type TestNode } from './world.fixture.ts';

/* Every list that the register gives, in every format: as many rows as on the screen, headings in the reader's language. */

const opened = new Opened();
let vn: TestNode;
let desk: Person;
let p = '';

beforeAll(async () => {
  const pair = await foundedPair(opened);
  vn = pair.vn;
  p = `/api/programmes/${pair.id}`;
  desk = await signInAs(vn, 'desk');
  const all = [...recordStatements(), ...exerciseStatements()];
  const formula = {
    kind: 'event',
    subject: 'event.exercise-formula',
    fields: { title: { en: '=HYPERLINK("http://example.invalid")' }, date: '2026-11-20', exercise: true },
  };
  const bodies = [...all.map(({ body }) => body), formula];
  for (let from = 0; from < bodies.length; from += 400)
    await vn.node
      .programmes()
      .get(pair.id)
      ?.append(() => bodies.slice(from, from + 400).map((body) => ({ type: 'statement', body })));
});
afterAll(() => opened.closeAll());

/** Values with which a question that needs some has an answer. */
const given: Readonly<Record<string, string>> = { post: 'Minister of National Defence' };
const subjects: Readonly<Record<string, string>> = { person: 'Phan Van Giang', review: 'plan.none' };

function queryOf(options: (typeof questions)[number]['options'], question: string): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, field] of Object.entries(options))
    if (field.required === true)
      query.set(
        name,
        name === 'for'
          ? (subjects[question] ?? 'mechanism.defence-policy-dialogue-deputy-ministers')
          : (given[name] ?? ''),
      );
  return query;
}

async function bytesOf(path: string): Promise<Buffer> {
  const response = await vn.app.request(path, { headers: { cookie: desk.cookie, 'x-counterpart': '1' } });
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

/** RFC 4180. */
function rowsOfCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, cell = '', end = ''] of text.matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)) {
    rows.at(-1)?.push(cell.replaceAll('""', '"'));
    if (end !== ',') rows.push([]);
  }
  return rows.slice(0, -1);
}

test.each(questions.map(({ options, question }) => ({ options, question })))(
  'the list “$question” comes as CSV, as a workbook and as a document, whole, in four languages',
  async ({ options, question }) => {
    const query = queryOf(options, question);
    const answer = (
      await desk.ask<AnswerShape>('GET', `${p}/ask/${question}?limit=10000&${query.toString()}`)
    ).body;
    const used = Object.entries(answer.columns).filter(
      ([name]) => answer.total === 0 || answer.rows.some((row) => (row[name] ?? null) !== null),
    );
    for (const lang of languages) {
      query.set('lang', lang);
      const path = (format: string): string => `${p}/ask/${question}/export/${format}?${query.toString()}`;
      const [head = [], ...rows] = rowsOfCsv((await bytesOf(path('csv'))).toString('utf8'));
      expect(head).toEqual(used.map(([, field]) => field.label[lang]));
      expect(rows).toHaveLength(answer.total);
      expect(rows.filter((row) => row.length !== head.length)).toEqual([]);
      expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
      if (lang !== 'lo') continue;
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.load((await bytesOf(path('xlsx'))).buffer as ArrayBuffer);
      const page = workbook.worksheets[0];
      const above = (page?.rowCount ?? 0) - answer.total - 1;
      expect(above).toBeGreaterThanOrEqual(1);
      const cells = Array.from(
        { length: head.length },
        (_, at) => page?.getRow(above + 1).getCell(at + 1).text,
      );
      expect(cells).toEqual(head);
      const inWord = wordRows(partOf(await bytesOf(path('docx')), 'word/document.xml'));
      const sections = inWord.filter((row) => row.length === 1).length;
      const isHeaded = answer.columns['section'] === undefined;
      expect(inWord).toHaveLength(answer.total + (isHeaded ? 1 : sections));
      const pdf = await bytesOf(path('pdf'));
      expect(pdf.toString('latin1', 0, 5)).toBe('%PDF-');
    }
  },
  30_000,
);

test('what would run as a formula is text in every list that names it', async () => {
  const csv = (await bytesOf(`${p}/ask/chronology/export/csv?lang=en`)).toString('utf8');
  expect(csv).toContain(`"'=HYPERLINK(""http://example.invalid"")"`);
});

test('an instrument on record goes out as a document in each language, each side in its column with its source', async () => {
  const subject = 'instrument.exercise-on-paper';
  await desk.ask('POST', `${p}/statements`, {
    kind: 'onRecord',
    subject,
    fields: { title: { en: '=EXERCISE protocol', lo: 'ອະນຸສັນຍາ' }, layer: 'protocol', exercise: true },
    accounts: [{ source: 'EXERCISE gazette 7', fields: { signed: '2019-03-02' } }],
    version: 0,
  });
  const path = `${p}/subjects/${subject}/export`;
  for (const language of languages) {
    const rows = wordRows(partOf(await bytesOf(`${path}/docx?lang=${language}`), 'word/document.xml'));
    const text = rows.flat().join(' ');
    expect(rows[0]).toEqual(['', 'VN']);
    expect(text).toContain('EXERCISE gazette 7');
    expect(text).toContain(language === 'lo' ? 'ອະນຸສັນຍາ' : '=EXERCISE protocol');
    expect(text).toMatch(/2019/);
    expect(text).not.toMatch(/2019-03-02|onRecord/);
    expect((await bytesOf(`${path}/pdf?lang=${language}`)).subarray(0, 5).toString()).toBe('%PDF-');
  }
  expect((await bytesOf(`${path}/csv?lang=en`)).toString()).toContain("'=EXERCISE protocol");
  const nothing = await vn.app.request(`${p}/subjects/instrument.none/export/docx`, {
    headers: { cookie: desk.cookie, 'x-counterpart': '1' },
  });
  expect(nothing.status).toBe(404);
});
