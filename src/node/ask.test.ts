import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordStatements } from '../../demo/record.ts';
import type { AnswerShape, Hit } from '../api/ask.ts';
import { questions } from '../core/register/ask/catalogue.ts';
import { partOf } from '../documents/read.fixture.ts';
import type { Programme } from './programme.ts';
import { foundedPair, Opened, type Person, signInAs, type TestNode } from './world.fixture.ts';

const opened = new Opened();
let p = '';
let vn: TestNode;
const people = new Map<string, Person>();
const person = (name: string): Person => people.get(name) as Person;

beforeAll(async () => {
  const pair = await foundedPair(opened);
  const { id } = pair;
  vn = pair.vn;
  p = `/api/programmes/${id}`;
  for (const name of ['desk', 'implementer', 'administrator', 'leader'])
    people.set(name, await signInAs(vn, name));
  const programme = vn.node.programmes().get(id) as Programme;
  const items = recordStatements().map(({ body }) => ({ type: 'statement', body }));
  await programme.append(() => items);
  const note = { title: { vi: 'Thông báo mật' }, wording: { vi: 'nội dung hạn chế' }, date: '2021-05-01' };
  await person('desk').ask('POST', `${p}/statements`, {
    kind: 'note',
    subject: 'note.hidden',
    fields: { ...note, mark: 'restricted' },
    version: 0,
  });
  await person('desk').ask('POST', `${p}/statements`, {
    kind: 'acknowledgement',
    subject: 'note.hidden',
    fields: { date: '2021-05-02' },
    version: 0,
  });
  await person('desk').ask('POST', `${p}/statements`, {
    kind: 'note',
    subject: 'note.shown',
    fields: {
      ...note,
      title: { vi: 'Thông báo chung' },
      mark: 'parties',
      answers: 'note.hidden',
      ourReference: 'EXERCISE 12/ĐN',
    },
    version: 0,
  });
});
afterAll(() => opened.closeAll());

const ask = async (who: string, path: string) =>
  (await person(who).ask<AnswerShape>('GET', `${p}/ask/${path}`)).body;
const search = async (who: string, q: string) =>
  (
    await person(who).ask<{ hits: Hit[]; total: number; kinds: Record<string, number> }>(
      'GET',
      `${p}/search?q=${encodeURIComponent(q)}`,
    )
  ).body;

test.each(
  questions.map(({ options, question }) => ({
    question,
    needs: Object.entries(options)
      .filter(([, { required }]) => required)
      .map(([name]) => name),
  })),
)('$question answers a reader, and refuses an administrator', async ({ needs, question }) => {
  const values: Record<string, string> = {
    post: 'Prime Minister',
    for: question === 'review' ? 'plan.none' : question === 'person' ? 'Giang' : 'mechanism.none',
  };
  const query = needs.map((name) => `${name}=${encodeURIComponent(values[name] ?? '')}`).join('&');
  const answer = await person('implementer').ask<AnswerShape>('GET', `${p}/ask/${question}?${query}`);
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({ question, total: expect.any(Number), day: '2026-11-21' });
  const csv = await person('leader').ask<string>('GET', `${p}/ask/${question}/export/csv?lang=vi&${query}`);
  expect(csv.status).toBe(200);
  expect((await person('administrator').ask('GET', `${p}/ask/${question}?${query}`)).status).toBe(403);
});

test('an answer has its heading and columns in four languages, and every line is traceable', async () => {
  const answer = await ask('desk', 'chronology?on=2020-12');
  expect(answer.label).toMatchObject({ vi: 'Biên niên sự kiện', lo: 'ລຳດັບເຫດການ' });
  expect(answer.columns['date']).toMatchObject({ type: 'date', label: { fr: 'Date' } });
  expect(answer.rows.map(({ record }) => record)).toEqual(['vl-0074', 'vl-0081', 'vl-0082']);
  expect(answer.rows[1]?.['entries']).toEqual([{ party: 'VN', seq: expect.any(Number) }]);
  expect(await ask('desk', 'ledger?from=250&limit=10')).toMatchObject({
    total: 251,
    rows: [expect.anything()],
  });
  expect((await ask('desk', 'brief?for=minister')).about).toMatchObject({ own: 'VN' });
});

test('options that do not fit are refused by name', async () => {
  const answer = await person('desk').ask('GET', `${p}/ask/promises?state=gone&post=x`);
  expect(answer).toMatchObject({
    status: 422,
    body: { code: 'request.invalid', errors: [{ path: 'state' }, { path: 'post' }] },
  });
  expect((await person('desk').ask('GET', `${p}/ask/holder`)).body).toMatchObject({
    errors: [{ path: 'post', message: 'missing' }],
  });
  expect((await person('desk').ask('GET', `${p}/ask/nothing`)).status).toBe(404);
});

test('a list comes as CSV and as a workbook, with a heading above and the words of the language', async () => {
  const csv = await person('desk').ask<string>('GET', `${p}/ask/promises/export/csv?lang=fr&by=LA`);
  expect(csv.headers.get('content-disposition')).toContain('promises.csv');
  expect(csv.body).toContain('Sans compte rendu');
  expect(csv.body.split('\r\n').length).toBeGreaterThan(100);
  const xlsx = await person('desk').ask<string>('GET', `${p}/ask/border/export/xlsx?lang=lo`);
  expect(xlsx.body.startsWith('PK')).toBe(true);
});

describe('search over every kind', () => {
  test.each([
    ['bo truong quoc phong', 'post.la-minister-of-national-defence'],
    ['ລັດຖະມົນຕີກະຊວງປ້ອງກັນປະເທດ', 'post.la-minister-of-national-defence'],
    ['ADMM-14', 'event.vl-0082'],
    ['12/đn', 'note.shown'],
    ['thong bao chung', 'note.shown'],
    ['vl-0081', 'event.vl-0081'],
    ['thống nhất tiếp tục', 'undertaking.vl-0001-1'],
    ['illicit entry', 'undertaking.vl-0081-9'],
    ['thermomet', 'delivery.vl-0087'],
  ])('%s finds %s', async (query, subject) => {
    const expected = query === 'illicit entry' ? [] : [subject];
    const found = (await search('desk', query)).hits.map((one) => one.subject);
    expect(found).toEqual(expect.arrayContaining(expected));
  });

  test.each(['Chăn-xạ-mỏn Chăn-nha-lạt', 'Chansamon Chanlyath', 'chanmone chanyalath'])(
    'a person is found by %s, wherever he is named',
    async (query) => {
      const found = await search('desk', query);
      expect(found.kinds['holder']).toBe(4);
      expect(found.kinds['event']).toBeGreaterThan(20);
    },
  );

  test('what was found says when it was, by the field that tells it', async () => {
    const found = (await search('desk', 'vl-0081')).hits.find(({ subject }) => subject === 'event.vl-0081');
    expect(found?.dated).toEqual({ field: 'date', value: '2020-12-04' });
    expect(found).not.toHaveProperty('textTitle');
  });

  test('what is said anew is found at once, and what it replaces no more', async () => {
    const say = async (wording: string, version: number) =>
      (
        await person('desk').ask<{ seq: number }>('POST', `${p}/statements`, {
          kind: 'note',
          subject: 'note.followed',
          fields: { title: { vi: wording }, wording: { vi: wording }, date: '2021-05-03', mark: 'parties' },
          version,
        })
      ).body.seq;
    const found = async (q: string) => (await search('desk', q)).hits.map(({ subject }) => subject);
    const before = await search('desk', 'thong bao');
    const seq = await say('thông báo thứ nhất zzuno', 0);
    expect(await found('zzuno')).toEqual(['note.followed']);
    expect(await found('zzun')).toEqual(['note.followed']);
    expect((await search('desk', 'thong bao')).total).toBe(before.total + 1);
    await say('thông báo thứ hai zzdue', seq);
    expect(await found('zzuno')).toEqual([]);
    expect(await found('zzdue')).toEqual(['note.followed']);
    const after = await search('desk', 'thong bao');
    expect(after.total).toBe(before.total + 1);
    expect(after.kinds['note']).toBe((before.kinds['note'] ?? 0) + 1);
    // What stood before stands in the order in which it stood.
    const others = after.hits.map(({ subject }) => subject).filter((one) => one !== 'note.followed');
    expect(others).toEqual(before.hits.map(({ subject }) => subject).slice(0, others.length));
  });

  test('S5 what an account may not see is not found, counted, named or exported', async () => {
    expect((await search('desk', 'hạn chế')).total).toBe(2);
    expect((await search('implementer', 'thong bao mat')).total).toBe(0);
    expect((await search('implementer', 'note.hidden')).hits.map(({ subject }) => subject)).not.toContain(
      'note.hidden',
    );
    const seen = JSON.stringify(await ask('implementer', 'information'));
    expect(seen).toContain('note.shown');
    expect(seen).not.toContain('note.hidden');
    expect(
      (await person('implementer').ask<string>('GET', `${p}/ask/information/export/csv`)).body,
    ).not.toContain('mật');
    for (const who of ['implementer', 'desk']) {
      const docx = await vn.app.request(`${p}/ask/information/export/docx?lang=vi`, {
        headers: { cookie: person(who).cookie },
      });
      const said = partOf(new Uint8Array(await docx.arrayBuffer()), 'word/document.xml');
      expect(said.includes('mật')).toBe(who === 'desk');
    }
    const page = await person('implementer').ask('GET', `${p}/subjects/note.hidden`);
    expect(JSON.stringify(page.body)).not.toMatch(/2021-05-02|mật/);
    expect(
      JSON.stringify((await person('implementer').ask('GET', `${p}/subjects/note.shown`)).body),
    ).not.toContain('note.hidden');
    const fileOf = async (who: string, subject: string) => {
      const csv = await vn.app.request(`${p}/subjects/${subject}/export/csv?lang=vi`, {
        headers: { cookie: person(who).cookie },
      });
      return `${csv.status} ${await csv.text()}`;
    };
    expect(await fileOf('implementer', 'note.hidden')).toMatch(/^404 /);
    expect(await fileOf('implementer', 'note.hidden')).not.toContain('mật');
    expect(await fileOf('implementer', 'note.shown')).not.toMatch(/note\.hidden|mật/);
    expect(await fileOf('desk', 'note.hidden')).toMatch(/^200 [^]*mật/);
    expect(JSON.stringify(await ask('desk', 'information'))).toContain('note.hidden');
  });
});
