import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Submission, TextPage } from '../../src/api/texts.ts';
import type { PartyCode, ProgrammeId } from '../../src/core/bytes/ids.ts';
import { allKinds, kindsOf } from '../../src/core/kinds/catalogue.ts';
import { type Kind, label } from '../../src/core/kinds/declare.ts';
import { activity } from '../../src/core/kinds/plan.ts';
import { answererOf } from '../../src/node/exchange/answer.ts';
import { exchangeWith } from '../../src/node/exchange/exchange.ts';
import type { Programme } from '../../src/node/programme.ts';
import { foundedPair, Opened, type Person, signInAs, type TestNode } from '../../src/node/world.fixture.ts';
import { columnsOf } from '../../src/web/screens/plan/table.ts';

/*
 * A kind of activity that nobody has thought of is one declaration with its translations. Forms, the table, validation,
 * exchange, search, questions and exports follow: nothing else in the project knows of it.
 */

const apiary = activity(
  'apiary',
  label('Apiary', 'Trại ong', 'ຟາມເຜິ້ງ', 'Rucher'),
  label('Apiaries', 'Các trại ong', 'ບັນດາຟາມເຜິ້ງ', 'Ruchers'),
  {
    hives: { type: 'count', shown: 'row', label: label('Hives', 'Số tổ ong', 'ຈຳນວນຮັງ', 'Ruches') },
    flowers: { type: 'words', label: label('Flowers', 'Loài hoa', 'ດອກໄມ້', 'Fleurs') },
  },
);

const opened = new Opened();
const text = 'plan.y2027';
const item = 'apiary.bees';
let vn: TestNode;
let la: TestNode;
let desks: Readonly<Record<'vn' | 'la', Person>>;
let p = '';
let id = '' as ProgrammeId;

beforeAll(async () => {
  const pair = await foundedPair(opened, {}, kindsOf([...allKinds.values(), apiary]));
  [vn, la] = [pair.vn, pair.la];
  id = pair.id;
  p = `/api/programmes/${id}`;
  desks = { vn: await signInAs(vn, 'desk'), la: await signInAs(la, 'desk') };
});
afterAll(() => opened.closeAll());

const meet = () => {
  const of = ({ node }: TestNode) => node.programmes().get(id) as Programme;
  return exchangeWith(of(vn), 'LA' as PartyCode, answererOf(of(la), 'VN' as PartyCode));
};

async function send(desk: Person): Promise<void> {
  const { body } = await desk.ask<Submission>('POST', `${p}/texts/${text}/submissions`, { note: '' });
  const sent = await desk.ask('POST', `${p}/texts/${text}/submissions/${body.id}/send`, {
    version: body.version,
  });
  expect(sent.status).toBe(200);
}
const field = (page: TextPage, name: string) =>
  page.view.items.find(({ id }) => id === item)?.fields.find((one) => one.field === name);
const read = async (desk: Person): Promise<TextPage> =>
  (await desk.ask<TextPage>('GET', `${p}/texts/${text}`)).body;

test('a declared kind is in the forms and in the table, its values are checked', async () => {
  const kinds = (await desks.vn.ask<readonly Kind[]>('GET', '/api/kinds')).body;
  const declared = kinds.find(({ kind }) => kind === 'apiary') as Kind;
  expect(declared.fields['hives']).toMatchObject({ type: 'count', label: { lo: 'ຈຳນວນຮັງ' } });
  const columns = columnsOf([declared], ['vi', 'lo'], undefined, false).map(({ id }) => id);
  expect(columns).toEqual(expect.arrayContaining(['activity.vi', 'activity.lo', 'period', 'hives']));
  const titled = { kind: 'plan', suffix: 'y2027', title: { vi: 'Kế hoạch', lo: 'ແຜນການ' } };
  expect((await desks.vn.ask('POST', `${p}/texts`, titled)).status).toBe(200);
  const save = (name: string, value: unknown) =>
    desks.vn.ask('PUT', `${p}/texts/${text}/drafts`, { changes: [{ item, field: name, value, version: 0 }] });
  expect(await save('hives', 'many')).toMatchObject({ status: 422, body: { code: 'text.kind' } });
  expect(await save('wax', 3)).toMatchObject({ status: 422, body: { code: 'text.kind' } });
  const values = {
    in: true,
    place: '0010',
    activity: { vi: 'Nuôi ong ở biên giới', lo: 'ລ້ຽງເຜິ້ງຢູ່ຊາຍແດນ' },
    area: 'economy',
    period: { from: '2026-12', to: '2026-12' },
    hives: 40,
    flowers: 'EXERCISE nhãn',
    lead: [{ party: 'VN', agency: 'EXERCISE' }],
  };
  for (const [name, value] of Object.entries(values)) expect((await save(name, value)).status).toBe(200);
});

test('it is exchanged, countered and agreed like any other', async () => {
  await send(desks.vn);
  await meet();
  expect(field(await read(desks.la), 'hives')).toMatchObject({ state: 'awaits', awaits: ['LA'] });
  await desks.la.ask('POST', `${p}/texts/${text}/drafts/accept`, { party: 'VN' });
  await desks.la.ask('PUT', `${p}/texts/${text}/drafts`, {
    changes: [
      {
        item,
        field: 'hives',
        value: 60,
        version: (await read(desks.la)).drafts.find((one) => one.item === item && one.field === 'hives')
          ?.version,
      },
    ],
  });
  await send(desks.la);
  await meet();
  const page = await read(desks.vn);
  expect(field(page, 'hives')).toMatchObject({ state: 'bracket' });
  expect(field(page, 'flowers')).toMatchObject({ state: 'agreed', value: 'EXERCISE nhãn' });
});

test('it is found, reported on, and stands in every export', async () => {
  for (const desk of [desks.vn, desks.la]) {
    for (const words of ['nuoi ong', 'ເຜິ້ງ', 'nhan']) {
      const path = `${p}/search?q=${encodeURIComponent(words)}`;
      const { hits } = (await desk.ask<{ hits: { subject: string; kind: string }[] }>('GET', path)).body;
      expect(hits).toContainEqual(expect.objectContaining({ subject: item, kind: 'apiary' }));
    }
    const csv = (await desk.ask<string>('GET', `${p}/texts/${text}/export/csv?lang=vi`)).body;
    expect(csv).toContain('Trại ong');
    expect(csv).toContain('Số tổ ong');
    expect(csv).toContain('[VN: 40 | LA: 60]');
    const html = (await desk.ask<string>('GET', `${p}/texts/${text}/export/html?lang=lo`)).body;
    expect(html).toContain('ຈຳນວນຮັງ');
  }
  const report = { kind: 'report', subject: item, fields: { status: 'underWay' }, version: 0 };
  expect((await desks.vn.ask('POST', `${p}/statements`, report)).status).toBe(200);
  await meet();
  const { body } = await desks.la.ask<{ accounts: { party: string; statement: unknown }[] }>(
    'GET',
    `${p}/subjects/${item}`,
  );
  expect(body.accounts.find(({ party }) => party === 'VN')?.statement).toMatchObject({
    fields: { status: 'underWay' },
  });
});
