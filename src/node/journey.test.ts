import { afterEach, expect, test } from 'vitest';
import type { ActPage } from '../api/acts.ts';
import type { Desk } from '../api/desk.ts';
import type { TextPage } from '../api/texts.ts';
import type { Programme } from './programme.ts';
import { foundedPair, Opened, type Person, password, signInAs, type TestNode } from './world.fixture.ts';

const opened = new Opened();
afterEach(() => opened.closeAll());

const lines = {
  in: true,
  area: 'visits',
  period: { from: '2027-03' },
  activity: { vi: 'Thăm', lo: 'ຢ້ຽມຢາມ' },
  place: 'a',
};
const head = { title: { vi: 'Kế hoạch 2027', lo: 'ແຜນ 2027' }, covers: { from: '2027', to: '2027' } };

/** Hands over all runs and files of one node's programme to the other's. */
async function carry(from: TestNode, to: TestNode): Promise<void> {
  for (const programme of from.node.programmes().values()) {
    const other = to.node.programmes().get(programme.id) as Programme;
    for await (const { hash, size } of from.node.store.attachments()) {
      const writer = await to.node.store.writeAttachment(hash, size);
      for await (const chunk of await from.node.store.readAttachment(hash, { start: writer.offset }))
        await writer.write(writer.offset, chunk);
      await writer.finish();
    }
    for (const { branch, party } of await from.node.store.branches(programme.id)) {
      const runs = [];
      for await (const { run } of from.node.store.readRuns(programme.id, party, branch))
        runs.push({ ...run, lines: run.lines.map((line) => line.slice()) });
      await other.receive(runs);
    }
  }
}

async function send(person: Person, path: string): Promise<number> {
  const prepared = await person.ask<{ id: string; version: number }>('POST', `${path}/submissions`, {
    note: 'for clearance',
  });
  expect(prepared.status).toBe(200);
  const sent = await person.ask<{ seq: number }>('POST', `${path}/submissions/${prepared.body.id}/send`, {
    version: prepared.body.version,
  });
  expect(sent.status).toBe(200);
  return sent.body.seq;
}

const changes = (item: string, fields: Record<string, unknown>) =>
  Object.entries(fields).map(([field, value]) => ({ item, field, value, version: 0 }));
const capacity = (name: string) => ({
  name,
  post: { vi: 'Bộ trưởng', lo: 'ລັດຖະມົນຕີ' },
  place: 'Vientiane',
  date: '2026-11-21',
});

test('T3 A6 two nodes go from private drafts over brackets to an act in force', async () => {
  const { id, la, vn } = await foundedPair(opened);
  const [vnDesk, laDesk, vnMinister, laMinister] = [
    await signInAs(vn, 'desk'),
    await signInAs(la, 'desk'),
    await signInAs(vn, 'signatory'),
    await signInAs(la, 'signatory'),
  ];
  const p = `/api/programmes/${id}`;
  const path = `${p}/texts/plan.y2027`;
  expect(
    (await vnDesk.ask('POST', `${p}/texts`, { kind: 'plan', suffix: 'y2027', title: head.title })).status,
  ).toBe(200);
  const saved = await vnDesk.ask('PUT', `${path}/drafts`, {
    changes: [
      { item: 'plan.y2027', field: 'covers', value: head.covers, version: 0 },
      ...changes('visit.a', { ...lines, venue: 'Hà Nội' }),
    ],
  });
  expect(saved.status).toBe(200);
  expect((await vnDesk.ask<Desk>('GET', `${p}/desk`)).body.unsent).toBe(8);
  await send(vnDesk, path);
  await carry(vn, la);

  const seen = await laDesk.ask<TextPage>('GET', path);
  expect(seen.body.view.counts.awaits).toBeGreaterThan(0);
  expect(
    (await laDesk.ask('PUT', `${path}/drafts`, { changes: changes('visit.a', { venue: 'Viêng Chăn' }) }))
      .status,
  ).toBe(200);
  const accepted = await laDesk.ask<{ saved: unknown[] }>('POST', `${path}/drafts/accept`, { party: 'VN' });
  expect(accepted.body.saved.length).toBe(7);
  await send(laDesk, path);
  await carry(la, vn);

  const bracket = (await vnDesk.ask<TextPage>('GET', path)).body.view.items[0]?.fields.find(
    (field) => field.field === 'venue',
  );
  expect(bracket?.state).toBe('bracket');
  expect((await vnDesk.ask('POST', `${path}/acts`, { effective: { on: 'signature' } })).body).toMatchObject({
    code: 'text.not-ready',
  });
  await vnDesk.ask('POST', `${path}/drafts/accept`, { party: 'LA', item: 'visit.a', field: 'venue' });
  await send(vnDesk, path);
  const proposed = await vnDesk.ask<{ id: string }>('POST', `${path}/acts`, {
    effective: { on: 'signature' },
  });
  expect(proposed.status).toBe(200);
  const room = `${p}/acts/${proposed.body.id}`;
  const page = await vnMinister.ask<ActPage>('GET', room);
  expect(page.body).toMatchObject({ mayConsent: true, completes: false });
  const content = page.body.texts.map((text) => text.hash);
  const signed = await vnMinister.ask('POST', `${room}/sign`, {
    password,
    content,
    capacity: capacity('Nguyễn Văn A'),
  });
  expect(signed.body).toMatchObject({ state: 'partlySigned', awaits: ['LA'] });
  await carry(vn, la);

  const theirs = await laMinister.ask<ActPage>('GET', room);
  expect(theirs.body).toMatchObject({
    mayConsent: true,
    completes: true,
    fingerprint: page.body.fingerprint,
  });
  expect(theirs.body.texts[0]?.declaration[0]?.kind).toBe('plan');
  expect(
    (await laMinister.ask('POST', `${room}/sign`, { password, content, capacity: capacity('ທ້າວ ກ') })).body,
  ).toMatchObject({ state: 'inForce' });
  await carry(la, vn);
  const inForce = (await vnDesk.ask<TextPage>('GET', path)).body;
  expect(inForce.acts[0]).toMatchObject({ state: 'inForce', effectiveOn: '2026-11-21' });
  expect(inForce.inForce?.content.items[0]?.fields['venue']).toBe('Viêng Chăn');
});
