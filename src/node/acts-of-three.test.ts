import { afterEach, expect, test } from 'vitest';
import type { ActPage, PartyList } from '../api/acts.ts';
import type { Desk } from '../api/desk.ts';
import type { TextPage } from '../api/texts.ts';
import { encodeCanonical } from '../core/bytes/encode.ts';
import { hashOf } from '../core/bytes/hash.ts';
import type { KeyId, PartyCode, ProgrammeId } from '../core/bytes/ids.ts';
import type { Json } from '../core/bytes/json.ts';
import { type PartyCard, partyListHash } from '../core/feed/founding.ts';
import { answererOf } from './exchange/answer.ts';
import { exchangeWith } from './exchange/exchange.ts';
import type { Programme } from './programme.ts';
import { foundedThree, Opened, type Person, password, signInAs, type TestNode } from './world.fixture.ts';

const opened = new Opened();
afterEach(() => opened.closeAll());

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
  const nodes = await foundedThree(opened);
  const [desks, ministers] = await Promise.all(
    ['desk', 'signatory'].map((name) => Promise.all(nodes.map((node) => signInAs(node, name)))),
  );
  const [vnDesk, laDesk, khDesk] = desks as [Person, Person, Person];
  const [vn, la, kh] = ministers as [Person, Person, Person];
  const id: ProgrammeId = programmeOf(nodes[0]).id;
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
  expect(await done(khDesk.ask<PartyList>('GET', `${p}/parties`))).toMatchObject({
    listed: ['VN', 'LA'],
    changes: [{ parties: ['VN', 'LA'], view: { id: two, state: 'inForce' } }],
  });

  // The old list is of two now; who joins signs first.
  const again = await propose({ parties: ['VN', 'LA', 'KH'] });
  expect((await page(vn, again)).view).toMatchObject({
    signers: ['VN', 'LA', 'KH'],
    act: { supersedes: [two] },
  });
  // A desk hears of a change of the list as of any act.
  const { waitingForThem, waitingForUs } = await done(kh.ask<Desk>('GET', `${p}/desk`));
  expect(waitingForUs).toContainEqual({ what: 'toSign', act: again, title: {} });
  expect(waitingForThem.filter((card) => card.act === again).map((card) => card.party)).toEqual(['VN', 'LA']);
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

test('A2 a list that names whom the founding does not is kept and shown, nobody can sign it, and no feed of theirs is taken in', async () => {
  const nodes = await foundedThree(opened);
  const vn = programmeOf(nodes[0]);
  const { crypto, founding, id } = vn;
  const cards = founding.parties.map(({ exchange, names, party, recipient, root }) => ({
    exchange,
    names,
    party,
    recipient,
    root,
  }));
  const [own, theirs, third] = cards as [PartyCard, PartyCard, PartyCard];
  // What another software might lay out: a party more, or one of ours by the root of another.
  const lists = [
    [own, theirs, { ...third, party: 'TH' as PartyCode }],
    [own, { ...theirs, root: third.root }],
  ];
  const p = `/api/programmes/${id}`;
  for (const list of lists) {
    const body = {
      programme: id,
      parties: partyListHash(cards, crypto),
      partiesAfter: partyListHash(list, crypto),
      partyList: list as unknown as Json,
      level: 'signatory',
      texts: [],
      supersedes: [],
      effective: { on: 'signature' },
    };
    const act = hashOf(body, crypto);
    await vn.append(() => [{ type: 'act', body }]);
    await share(nodes);
    for (const node of nodes) {
      const minister = await signInAs(node, 'signatory');
      const { partiesAfter, ...page } = await done(minister.ask<ActPage>('GET', `${p}/acts/${act}`));
      expect([partiesAfter, page.mayConsent]).toEqual([undefined, { code: 'parties-unknown' }]);
      expect(page.view).toMatchObject({ state: 'proposed', awaits: expect.arrayContaining(['VN', 'LA']) });
      const given = { password, content: [act], capacity };
      expect(await minister.ask('POST', `${p}/acts/${act}/sign`, given)).toMatchObject({
        status: 409,
        body: { code: 'sign.barred', current: { code: 'parties-unknown' } },
      });
    }
  }
  expect(
    (await done((await signInAs(nodes[1], 'desk')).ask<PartyList>('GET', `${p}/parties`))).listed,
  ).toEqual(cards.map((card) => card.party));

  const before = await vn.ownHead();
  const open = { type: 'open', body: {}, key: 'a'.repeat(32), party: 'TH', prev: id, programme: id, seq: 1 };
  const line = encodeCanonical({ ...open, time: vn.time() });
  const run = { key: open.key as KeyId, lines: [line], signature: new Uint8Array(64) };
  expect(await vn.receive([run])).toMatchObject({
    entries: 0,
    staged: 0,
    refused: [{ code: 'feed.party', party: 'TH', seq: 1 }],
  });
  expect(await vn.ownHead()).toEqual(before);
});
