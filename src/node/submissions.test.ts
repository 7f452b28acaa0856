import { afterEach, expect, test } from 'vitest';
import type { Redline } from '../api/redline.ts';
import type { Submission, TextPage } from '../api/texts.ts';
import type { PartyCode } from '../core/bytes/ids.ts';
import { partOf, pdfLetters, wordRows } from '../documents/read.fixture.ts';
import { StoreError } from '../store/errors.ts';
import type { Store } from '../store/store.ts';
import { answererOf } from './exchange/answer.ts';
import { exchangeWith } from './exchange/exchange.ts';
import { Node } from './node.ts';
import type { Programme } from './programme.ts';
import { findProgramme } from './programmes.ts';
import { prepareSubmission, sendSubmission } from './submissions.ts';
import { foundedPair, Opened, type Person, reopen, signInAs, type TestNode } from './world.fixture.ts';

const opened = new Opened();
afterEach(() => opened.closeAll());

interface Draft {
  readonly item: string;
  readonly field: string;
  readonly value?: unknown;
  readonly version: number;
}

async function world() {
  const { id, la, vn } = await foundedPair(opened);
  const path = `/api/programmes/${id}/texts/plan.y2027`;
  const desk = await signInAs(vn, 'desk');
  await desk.ask('POST', `/api/programmes/${id}/texts`, {
    kind: 'plan',
    suffix: 'y2027',
    title: { vi: 'Kế hoạch', lo: 'ແຜນ' },
  });
  return { id, la, vn, path, desk };
}

function programmeOf(test: TestNode): Programme {
  const [programme] = test.node.programmes().values();
  if (programme === undefined) throw new Error('no programme');
  return programme;
}

const meet = (vn: TestNode, la: TestNode) =>
  exchangeWith(programmeOf(vn), 'LA' as PartyCode, answererOf(programmeOf(la), 'VN' as PartyCode));

async function save(
  person: Person,
  path: string,
  item: string,
  fields: Record<string, unknown>,
  version = 0,
): Promise<readonly Draft[]> {
  const changes = Object.entries(fields).map(([field, value]) => ({ item, field, value, version }));
  const answer = await person.ask<{ saved: Draft[] }>('PUT', `${path}/drafts`, { changes });
  expect(answer.status).toBe(200);
  return answer.body.saved;
}

async function send(person: Person, path: string): Promise<Submission> {
  const { body } = await person.ask<Submission>('POST', `${path}/submissions`, { note: '' });
  const sent = await person.ask<{ submission: Submission }>('POST', `${path}/submissions/${body.id}/send`, {
    version: body.version,
  });
  expect(sent.status).toBe(200);
  return sent.body.submission;
}

test('an edit made on an old version gets both values, and nothing of it is saved', async () => {
  const { desk, path, vn } = await world();
  const other = await signInAs(vn, 'desk2');
  const [first] = await save(desk, path, 'visit.a', { venue: 'Hà Nội' });
  await save(other, path, 'visit.a', { venue: 'Huế' }, first?.version);
  const changes = [
    { item: 'visit.a', field: 'venue', value: 'Vinh', version: first?.version },
    { item: 'visit.a', field: 'level', value: 'minister', version: 0 },
  ];
  const stale = await desk.ask('PUT', `${path}/drafts`, { changes });
  expect(stale).toMatchObject({
    status: 409,
    body: {
      code: 'draft.stale',
      current: [
        {
          item: 'visit.a',
          field: 'venue',
          yours: { value: 'Vinh' },
          theirs: { value: 'Huế', writer: { name: 'desk2' } },
        },
      ],
    },
  });
  const page = await desk.ask<TextPage>('GET', path);
  expect(page.body.drafts.find((one) => one.field === 'venue')?.value).toBe('Huế');
  expect(page.body.drafts.some((one) => one.field === 'level')).toBe(false);
});

test('T5 changing one language unconfirms the others until somebody confirms them', async () => {
  const { desk, path } = await world();
  const both = { vi: 'Thăm', lo: 'ຢ້ຽມຢາມ' };
  const [draft] = await save(desk, path, 'visit.a', { activity: both });
  expect(draft?.value).toEqual(both);
  const changed = { vi: 'Thăm chính thức', lo: 'ຢ້ຽມຢາມ' };
  const [unconfirmed] = await save(desk, path, 'visit.a', { activity: changed }, draft?.version);
  expect(unconfirmed?.value).toEqual({ ...changed, stale: ['lo'] });
  const [kept] = await save(desk, path, 'visit.a', { activity: changed }, unconfirmed?.version);
  expect(kept?.value).toEqual({ ...changed, stale: ['lo'] });
  const [confirmed] = await save(
    desk,
    path,
    'visit.a',
    { activity: { ...changed, stale: [] } },
    kept?.version,
  );
  expect(confirmed?.value).toEqual(changed);
});

test('values that a kind does not take are refused with their place', async () => {
  const { desk, path } = await world();
  const wrong = [
    ['visit.a', 'area', 'nonsense'],
    ['visit.a', 'period', { from: '2027-02-30' }],
    ['visit.a', 'nofield', 'x'],
    ['nokind.a', 'venue', 'x'],
    ['visit.a', 'activity', { xx: 'not a language of the programme' }],
    ['visit.a', 'remarks', { vi: 'x'.repeat(20_001) }],
  ] as const;
  for (const [item, field, value] of wrong) {
    const answer = await desk.ask('PUT', `${path}/drafts`, { changes: [{ item, field, value, version: 0 }] });
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'text.kind', errors: [{ path: expect.stringContaining('changes.0') as string }] },
    });
  }
});

test('four eyes: who prepared it cannot clear it, and without clearance it is not sent', async () => {
  const { desk, id, path, vn } = await world();
  const administrator = await signInAs(vn, 'administrator');
  const chief = await signInAs(vn, 'desk2');
  await administrator.ask('PATCH', `/api/programmes/${id}`, { fourEyes: true });
  await save(desk, path, 'visit.a', { in: true, venue: 'Hà Nội' });
  const { body } = await desk.ask<Submission>('POST', `${path}/submissions`, { note: 'for the chief' });
  const one = `${path}/submissions/${body.id}`;
  expect(body.comparison.find((row) => row.field === 'venue')).toMatchObject({
    after: 'Hà Nội',
    theirs: [{ party: 'LA' }],
  });
  expect((await desk.ask('POST', `${one}/send`, { version: body.version })).body).toMatchObject({
    code: 'submission.not-cleared',
  });
  const decision = { decision: 'cleared', note: 'agreed', version: body.version };
  expect((await desk.ask('POST', `${one}/decision`, decision)).body).toMatchObject({
    code: 'submission.own',
  });
  const cleared = await chief.ask<Submission>('POST', `${one}/decision`, decision);
  expect(cleared.body).toMatchObject({
    state: 'cleared',
    decision: 'agreed',
    writer: { name: 'desk', post: { en: 'desk' } },
    decider: { name: 'desk2' },
  });
  await save(desk, path, 'visit.a', { level: 'minister' });
  expect((await desk.ask('POST', `${one}/send`, { version: cleared.body.version })).body).toMatchObject({
    code: 'submission.stale',
  });
});

test('the partner sees nothing before it is sent, and then all of it as one batch', async () => {
  const { desk, la, path, vn } = await world();
  const before = (await programmeOf(vn).ownHead())?.seq ?? 0;
  await save(desk, path, 'visit.a', { in: true, venue: 'Hà Nội' });
  await save(desk, path, 'visit.b', { in: true, venue: 'Vinh' });
  await desk.ask('POST', `/api/programmes/${programmeOf(vn).id}/comments`, {
    subject: 'visit.a',
    text: { vi: 'riêng' },
    shared: false,
  });
  await meet(vn, la);
  const theirs = await signInAs(la, 'desk');
  expect((await theirs.ask('GET', path)).status).toBe(404);
  await send(desk, path);
  expect((await programmeOf(vn).ownHead())?.seq).toBe(before + 3);
  await meet(vn, la);
  const page = await theirs.ask<TextPage>('GET', path);
  expect(page.body.view.items.map((item) => item.id)).toEqual(['visit.a', 'visit.b']);
  expect(JSON.stringify(page.body)).not.toContain('riêng');
  expect((await desk.ask<TextPage>('GET', path)).body.drafts).toEqual([]);
});

test('T7 accepting all that remains is one short entry; what we prepared ourselves stays', async () => {
  const { desk, la, path, vn } = await world();
  await save(desk, path, 'visit.a', { in: true, venue: 'Hà Nội', level: 'minister' });
  await save(desk, path, 'visit.b', { in: true, venue: 'Vinh' });
  await send(desk, path);
  await meet(vn, la);
  const theirs = await signInAs(la, 'desk');
  const accept = (scope: object) =>
    theirs.ask<{ saved: Draft[] }>('POST', `${path}/drafts/accept`, { party: 'VN', ...scope });
  await save(theirs, path, 'visit.a', { venue: 'Viêng Chăn' });
  expect((await accept({})).body.saved.some((one) => one.field === 'venue' && one.item === 'visit.a')).toBe(
    false,
  );
  const prepared = await theirs.ask<Submission>('POST', `${path}/submissions`, { note: '' });
  // Ours, then item by item, since one field of visit.a is not taken.
  expect(prepared.body.entries).toBe(5);
  await theirs.ask('POST', `${path}/drafts/undo`, {});
  await accept({});
  const whole = await theirs.ask<Submission>('POST', `${path}/submissions`, { note: '' });
  expect(whole.body.entries).toBe(1);
  await send(theirs, path);
  await meet(vn, la);
  const page = await desk.ask<TextPage>('GET', path);
  expect(
    page.body.view.items.map((item) => item.fields.find((field) => field.field === 'venue')?.state),
  ).toEqual(['agreed', 'agreed']);
  expect((await accept({})).body).toMatchObject({ code: 'draft.nothing' });
});

test('a redline shows what differs word by word, in each language', async () => {
  const { desk, la, path, vn } = await world();
  await save(desk, path, 'visit.a', {
    in: true,
    venue: 'Hà Nội',
    activity: { vi: 'Thăm chính thức Lào', lo: 'ຢ້ຽມຢາມ ທາງການ' },
  });
  await send(desk, path);
  await meet(vn, la);
  const theirs = await signInAs(la, 'desk');
  await theirs.ask('POST', `${path}/drafts/accept`, { party: 'VN' });
  await send(theirs, path);
  await save(theirs, path, 'visit.a', {
    activity: { vi: 'Thăm hữu nghị chính thức Lào', lo: 'ຢ້ຽມຢາມ ທາງການ', stale: [] },
    level: 'minister',
  });
  const redline = await theirs.ask<Redline[]>('GET', `${path}/redline?from=party:VN&to=ours`);
  expect(redline.body).toEqual([
    {
      item: 'visit.a',
      number: '1',
      change: 'changed',
      field: 'activity',
      lang: 'vi',
      segments: [
        { op: 'same', text: 'Thăm ' },
        { op: 'ins', text: 'hữu nghị ' },
        { op: 'same', text: 'chính thức Lào' },
      ],
    },
    {
      item: 'visit.a',
      number: '1',
      change: 'changed',
      field: 'level',
      now: 'minister',
      segments: [{ op: 'ins', text: 'minister' }],
    },
  ]);
  expect((await theirs.ask('GET', `${path}/redline?from=act:${'0'.repeat(64)}&to=ours`)).status).toBe(404);
  expect((await theirs.ask('GET', `${path}/redline?from=nonsense&to=ours`)).status).toBe(422);
});

test('exports carry what is shared: brackets, both languages, no private draft', async () => {
  const { desk, la, path, vn } = await world();
  await save(desk, path, 'visit.a', { in: true, venue: 'Hà Nội', activity: { vi: 'Thăm', lo: 'ຢ້ຽມຢາມ' } });
  await send(desk, path);
  await meet(vn, la);
  const theirs = await signInAs(la, 'desk');
  await save(theirs, path, 'visit.a', { in: true, venue: 'Viêng Chăn' });
  await send(theirs, path);
  await meet(vn, la);
  await save(desk, path, 'visit.a', { purpose: { vi: 'bí mật', lo: 'ລັບ' } });
  const csv = (await desk.ask<string>('GET', `${path}/export/csv?lang=vi`)).body;
  expect(csv).toContain('[VN: Hà Nội | LA: Viêng Chăn]');
  expect(csv).toContain('ຢ້ຽມຢາມ');
  expect(csv).not.toContain('bí mật');
  const xlsx = await vn.app.request(`${path}/export/xlsx`, { headers: { cookie: desk.cookie } });
  expect(new TextDecoder().decode((await xlsx.arrayBuffer()).slice(0, 2))).toBe('PK');
  expect((await desk.ask<string>('GET', `${path}/export/html?lang=lo`)).body).toContain('<html lang="lo">');
});

test('a text goes out as a document: languages side by side with their own labels, brackets, no private draft', async () => {
  const { desk, la, path, vn } = await world();
  await save(desk, path, 'visit.a', { in: true, venue: 'Hà Nội', activity: { vi: 'Thăm', lo: 'ຢ້ຽມຢາມ' } });
  await send(desk, path);
  await meet(vn, la);
  const theirs = await signInAs(la, 'desk');
  await save(theirs, path, 'visit.a', {
    in: true,
    venue: 'Viêng Chăn',
    activity: { vi: 'Thăm', lo: 'ຢ້ຽມຢາມ' },
  });
  await send(theirs, path);
  await meet(vn, la);
  await save(desk, path, 'visit.a', { purpose: { vi: 'bí mật', lo: 'ລັບ' } });
  const bytesOf = async (format: string): Promise<Uint8Array> => {
    const answer = await vn.app.request(`${path}/export/${format}?lang=fr`, {
      headers: { cookie: desk.cookie },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toContain(`.${format}`);
    return new Uint8Array(await answer.arrayBuffer());
  };
  const docx = await bytesOf('docx');
  const xml = partOf(docx, 'word/document.xml');
  const [head, , [left = '', right = ''] = []] = wordRows(xml);
  expect(head).toEqual(['Tiếng Việt', 'ພາສາລາວ']);
  expect(left).toContain('1. Thăm');
  expect(left).toContain('Địa điểm: [VN: Hà Nội | LA: Viêng Chăn]');
  expect(right).toContain('ຢ້ຽມຢາມ');
  expect(right).toContain('ສະຖານທີ່: [VN: Hà Nội | LA: Viêng Chăn]');
  expect(xml).toContain('en négociation');
  expect(xml).toContain('21 novembre 2026');
  expect(xml).not.toMatch(/bí mật|ລັບ/);
  const letters = pdfLetters(await bytesOf('pdf'));
  expect(Array.from('ຢ້ຽມຢາມThămĐịađiểm|').filter((letter) => !letters.has(letter))).toEqual([]);
});

test('a letter that a PDF cannot show is named, and the DOCX has it', async () => {
  const { desk, path, vn } = await world();
  await save(desk, path, 'visit.a', { in: true, venue: '河內', activity: { vi: 'Thăm', lo: 'ຢ້ຽມຢາມ' } });
  await send(desk, path);
  expect(await desk.ask('GET', `${path}/export/pdf?lang=vi`)).toMatchObject({
    status: 422,
    body: { code: 'export.glyph', current: { letters: expect.stringContaining('河') } },
  });
  const docx = await vn.app.request(`${path}/export/docx`, { headers: { cookie: desk.cookie } });
  expect(partOf(new Uint8Array(await docx.arrayBuffer()), 'word/document.xml')).toContain('河內');
});

/** A store that dies at its nth write, before it or right behind it; nothing of it works from then on. */
function dying(
  store: Store,
  at: number,
  isDone: boolean,
): { readonly store: Store; readonly writes: () => number } {
  let writes = 0;
  const dead = (): Promise<never> => Promise.reject(new StoreError('failed', 'the power went'));
  const guarded = <Of extends object>(of: Of, names: readonly string[]): Of =>
    new Proxy(of, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name, target);
        if (name === 'workspace') return guarded(value as object, ['write']);
        if (typeof value !== 'function') return value;
        const call = value.bind(target) as (...args: unknown[]) => Promise<unknown>;
        if (!names.includes(name as string)) return call;
        return async (...args: unknown[]) => {
          writes += 1;
          if (writes > at || (writes === at && !isDone)) return dead();
          const answer = await call(...args);
          return writes === at ? dead() : answer;
        };
      },
    });
  return { store: guarded(store, ['append', 'raiseWatermark', 'replaceWatermark']), writes: () => writes };
}

test('F10 a batch whose sending is broken off at any write is said once, and its drafts are cleared once it is', async () => {
  const { desk, id, la, path, vn } = await world();
  await send(desk, path);
  const account = (await vn.node.store.workspace.accounts())[0]?.id ?? '';
  const ref = { text: 'plan.y2027' as never };
  let current = vn;
  let [said, last] = [2, 0];
  for (const isDone of [false, true]) {
    for (let at = 1; at === 1 || last >= at - 1; at += 1) {
      const person = await signInAs(current, 'desk');
      await save(person, path, 'visit.a', { venue: `round ${at} ${isDone}` });
      const dies = dying(current.node.store, at, isDone);
      const { config, log, now } = current.node;
      const node = new Node({ config, log, now }, dies.store);
      await node.openProgramme(id);
      const known = await findProgramme(node, id);
      if (known === undefined) throw new Error('no programme');
      const attempt = async () => {
        const { id: submission, version } = await prepareSubmission(node, known, account, ref, '');
        await sendSubmission(node, known, account, submission, version);
      };
      const failed = await attempt().then(
        () => false,
        () => true,
      );
      last = dies.writes();
      await current.node.close();
      current = await reopen(opened, vn.dir);
      const again = await signInAs(current, 'desk');
      const { body } = await again.ask<TextPage>('GET', path);
      const seq = (await programmeOf(current).ownHead())?.seq ?? 0;
      // Said and cleared, or neither.
      expect([seq, body.drafts.length], `write ${at}, ${isDone}`).toEqual(
        seq > said ? [said + 1, 0] : [said, 1],
      );
      if (!failed) expect(seq).toBe(said + 1);
      if (body.drafts.length > 0) await send(again, path);
      said = (await programmeOf(current).ownHead())?.seq ?? 0;
      if (!failed) break;
    }
  }
  expect(last).toBeGreaterThan(3);
  await meet(current, la);
});
