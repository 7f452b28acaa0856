import { afterEach, expect, test } from 'vitest';
import type { ActPage } from '../api/acts.ts';
import type { TextPage } from '../api/texts.ts';
import type { PartyCode, ProgrammeId } from '../core/bytes/ids.ts';
import { answererOf } from './exchange/answer.ts';
import { exchangeWith } from './exchange/exchange.ts';
import { addCard, cardFile, foundingFile, joinFounding, writeFounding } from './founding.ts';
import type { Programme } from './programme.ts';
import { prepareProgramme } from './programmes.ts';
import { Opened, type Person, password, rootOf, signInAs, type TestNode, testNode } from './world.fixture.ts';

const opened = new Opened();
afterEach(() => opened.closeAll());
const codes = ['VN', 'LA', 'KH'] as PartyCode[];

/** Three nodes that founded a programme by files. */
async function three(): Promise<readonly TestNode[]> {
  const nodes = await Promise.all(codes.map((code) => testNode(opened, code)));
  const [vn, ...others] = nodes as [TestNode, TestNode, TestNode];
  const partners = codes.slice(1).map((code) => ({ code, names: { en: `Ministry of ${code}` } }));
  const names = { vi: 'Chương trình', lo: 'ແຜນງານ' };
  const prepared = await prepareProgramme(
    vn.node,
    { names, languages: ['vi', 'lo'], zone: 'Asia/Vientiane', partners },
    null,
  );
  for (const { node } of others) await addCard(vn.node, prepared.id, cardFile(node), null);
  const { id } = await writeFounding(vn.node, prepared.id, rootOf(vn.node), null);
  let file = await foundingFile(vn.node, id);
  for (const { node } of others) {
    await joinFounding(node, file, () => rootOf(node), null);
    file = await foundingFile(node, id);
  }
  for (const { node } of nodes) await joinFounding(node, file, undefined, null);
  return nodes;
}

function programmeOf({ node }: TestNode): Programme {
  const [programme] = node.programmes().values();
  if (programme === undefined) throw new Error('no programme');
  return programme;
}

/** Everybody hears of everything. */
async function share(nodes: readonly TestNode[]): Promise<void> {
  const programmes = nodes.map(programmeOf);
  for (const from of programmes) {
    for (const to of programmes)
      if (to !== from) await exchangeWith(from, to.party, answererOf(to, from.party));
  }
}

async function done<Body>(work: Promise<{ readonly status: number; readonly body: Body }>): Promise<Body> {
  const { body, status } = await work;
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
}

const capacity = {
  name: 'A',
  post: { vi: 'Bộ trưởng', lo: 'ລັດຖະມົນຕີ' },
  place: 'Hà Nội',
  date: '2026-11-21',
};

test('A2 A10 a party leaves the list and is added again by acts of the list in effect, and then an act is of three', async () => {
  const nodes = await three();
  const [desks, ministers] = await Promise.all(
    ['desk', 'signatory'].map((name) => Promise.all(nodes.map((node) => signInAs(node, name)))),
  );
  const [vnDesk, laDesk, khDesk] = desks as [Person, Person, Person];
  const [vn, la, kh] = ministers as [Person, Person, Person];
  const id: ProgrammeId = programmeOf(nodes[0] as TestNode).id;
  const p = `/api/programmes/${id}`;
  const page = (minister: Person, act: string) => done(minister.ask<ActPage>('GET', `${p}/acts/${act}`));
  const sign = async (minister: Person, act: string): Promise<string> => {
    const { texts } = await page(minister, act);
    const content = texts.length === 0 ? [act] : texts.map((text) => text.hash);
    const { body } = await minister.ask<{ state?: string; current?: { code: string } }>(
      'POST',
      `${p}/acts/${act}/sign`,
      { password, content, capacity },
    );
    await share(nodes);
    return body.state ?? body.current?.code ?? '';
  };
  const propose = async (body: object): Promise<string> => {
    const act = await done(
      vnDesk.ask<{ id: string }>('POST', `${p}/acts`, { texts: [], effective: { on: 'signature' }, ...body }),
    );
    await share(nodes);
    return act.id;
  };
  for (const parties of [['VN'], ['VN', 'LA', 'KH'], ['VN', 'TH'], ['VN', 'VN']]) {
    const wrong = { texts: [], effective: { on: 'signature' }, parties };
    expect((await vnDesk.ask('POST', `${p}/acts`, wrong)).body).toMatchObject({ code: 'act.parties' });
  }

  const two = await propose({ parties: ['VN', 'LA'] });
  expect(await page(kh, two)).toMatchObject({
    partiesAfter: ['VN', 'LA'],
    view: { signers: ['VN', 'LA', 'KH'], act: { texts: [], level: 'signatory' } },
  });
  expect([await sign(vn, two), await sign(la, two), await sign(kh, two)].at(-1)).toBe('inForce');
  const listed = await done(khDesk.ask<{ id: string }[]>('GET', `${p}/acts`));
  expect(listed.map((act) => act.id)).toEqual([two]);

  // The old list is of two now; who joins signs first.
  const again = await propose({ parties: ['VN', 'LA', 'KH'] });
  expect((await page(vn, again)).view).toMatchObject({
    signers: ['VN', 'LA', 'KH'],
    act: { supersedes: [two] },
  });
  expect((await page(vn, again)).mayConsent).toEqual({ code: 'joiners-first' });
  expect(await sign(vn, again)).toBe('joiners-first');
  expect([await sign(kh, again), await sign(la, again), await sign(vn, again)]).toEqual([
    'partlySigned',
    'partlySigned',
    'inForce',
  ]);

  // An act of three, on a text that nobody had begun before.
  const path = `${p}/texts/plan.y2027`;
  await done(
    vnDesk.ask('POST', `${p}/texts`, { kind: 'plan', suffix: 'y2027', title: { vi: 'K', lo: 'ຜ' } }),
  );
  const changes = [{ item: 'plan.y2027', field: 'covers', value: { from: '2027', to: '2027' }, version: 0 }];
  await done(vnDesk.ask('PUT', `${path}/drafts`, { changes }));
  for (const [at, person] of [vnDesk, laDesk, khDesk].entries()) {
    if (at > 0) await done(person.ask('POST', `${path}/drafts/accept`, { party: 'VN' }));
    const { id: submission, version } = await done(
      person.ask<{ id: string; version: number }>('POST', `${path}/submissions`, { note: '' }),
    );
    await done(person.ask('POST', `${path}/submissions/${submission}/send`, { version }));
    await share(nodes);
  }
  const act = await propose({ texts: [{ text: 'plan.y2027' }] });
  expect((await page(la, act)).view).toMatchObject({
    signers: ['VN', 'LA', 'KH'],
    act: { supersedes: [again] },
  });
  expect([await sign(la, act), await sign(kh, act), await sign(vn, act)].at(-1)).toBe('inForce');
  for (const person of [vnDesk, laDesk, khDesk])
    expect((await done(person.ask<TextPage>('GET', path))).inForce).toMatchObject({ act });
});
