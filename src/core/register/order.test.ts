import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type TestKey, testCrypto, testKey } from '../bytes/crypto.fixture.ts';
import type { Hash, PartyCode, SubjectId } from '../bytes/ids.ts';
import type { Json, JsonObject } from '../bytes/json.ts';
import { acceptRun } from '../feed/accept-run.ts';
import type { ChainState } from '../feed/chain.ts';
import { contentBytes } from '../text/content.ts';
import type { FieldView, TextView } from '../text/view.ts';
import { answersOf } from './answers.fixture.ts';
import { effectOf, gapsOf, inertOf } from './register.ts';
import {
  cardOf,
  codes,
  headFields,
  languages,
  lineFields,
  type Mail,
  prose,
  Table,
} from './table.fixture.ts';
import { knownActs, textOf } from './texts.ts';

const draft = { text: 'plan.y2027' as SubjectId };
const lines = ['visit.a', 'visit.b'] as SubjectId[];
const contents = ['X', 'Y', 'Z'].map((name) => testCrypto.sha256(new TextEncoder().encode(name)));

/** One thing that somebody does at the table; numbers are reduced to what there is. */
const step = fc.record({
  who: fc.nat(4),
  what: fc.constantFrom(
    'position',
    'position',
    'position',
    'accept',
    'accept',
    'withdraw',
    'statement',
    'retract',
    'act',
    'sign',
    'sign',
    'decline',
    'rescind',
    'notify',
    'fork',
    'continue',
    'void',
    'hear',
    'hear',
    'hear',
    'odd',
    'info',
    'stranger',
  ),
  which: fc.nat(7),
  value: fc.nat(7),
  branch: fc.nat(1),
});
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

const spares = [501, 502, 503].map(testKey);
const values: readonly JsonObject[] = [
  { venue: 'Hanoi' },
  { venue: 'Hue' },
  { venue: null },
  { in: true },
  { in: false },
  { in: true, purpose: prose('ກ', 'a') },
  { purpose: prose('ກ', 'b', ['lo']) },
  { place: 'b', level: 'expert' },
];

/** Plays steps at a table; what a step cannot do is left out. */
function played(seats: number, steps: readonly Step[]): Table {
  const table = new Table(seats);
  for (const one of steps)
    play(
      table,
      codes[one.who % seats] as string,
      codes[(one.who + 1 + (one.which % (seats - 1))) % seats] as string,
      one,
    );
  return table;
}

function play(table: Table, party: string, other: string, { branch: any, value, what, which }: Step): void {
  const seat = table.of(party);
  const branch = any % seat.branches.length;
  const line = lines[which % 2] as SubjectId;
  const acts = [...knownActs(table.register(party)).acts.keys()];
  const act = acts[which % Math.max(1, acts.length)];
  const heard = effectOf(table.register(party), other as PartyCode) !== undefined;
  const chain = (seat.branches[branch] as (typeof seat.branches)[number]).chain;
  const admitted = [seat.key, ...spares].filter(({ id }) => chain.keys.has(id));
  const key = admitted.at(-1) as TestKey;
  const options = { branch, key };
  if (what === 'position') table.position(party, draft, line, values[value] as JsonObject, options);
  else if (what === 'info')
    table.position(party, draft, line, {}, { ...options, info: { purpose: { fr: String(value) } } });
  else if (what === 'accept' && heard)
    table.accept(party, other, draft, which > 3 ? { item: line } : {}, options);
  else if (what === 'withdraw')
    table.say(party, 'withdraw', { ...draft, item: line, fields: ['venue', 'in'] }, options);
  else if (what === 'statement') table.say(party, 'statement', report(line, value), options);
  else if (what === 'retract') table.say(party, 'retract', { kind: 'report', subject: line }, options);
  else if (what === 'act')
    table.propose(party, { texts: [{ text: draft.text, content: contents[value % 3] as Hash }] }, options);
  else if (what === 'sign' && act !== undefined)
    table.sign(party, act, { ...options, by: admitted[value % admitted.length] as TestKey });
  else if (what === 'decline' && act !== undefined) table.say(party, 'decline', { act }, options);
  else if (what === 'rescind' && act !== undefined) table.say(party, 'rescind', { act }, options);
  else if (what === 'notify' && act !== undefined)
    table.say(party, 'statement', notification(act, value), options);
  else if (what === 'odd')
    table.say(
      party,
      which > 3 ? 'oddity' : 'position',
      { ...draft, item: line, fields: { nothing: value } },
      options,
    );
  else if (what === 'stranger') {
    const head = { party: 'XX' as PartyCode, seq: 1 + value, hash: contents[0] as Hash };
    table.say(party, 'statement', report(line, value), { ...options, heads: [head] });
  } else if (what === 'fork' && seat.branches.length < 3)
    table.fork(party, value % 2 === 0 || seat.branches[0]?.mails.length === 1 ? 0 : 1);
  else if (what === 'continue')
    table.continue(party, headsOf(seat.branches.map((one) => one.chain)), { branch });
  else if (what === 'void') {
    // A key goes, from some entry on, and another comes; or one that is void already goes from further back.
    const lost = admitted[value % admitted.length] as TestKey;
    const next = lost === key ? spares[admitted.length - 1] : undefined;
    if (next === undefined && lost === key) return;
    if (next !== undefined) table.admitKey(party, next, ['desk', 'operate', 'signatory'], { branch });
    table.voidKey(party, lost, which === 7 ? chain.seq + 2 : which % (chain.seq + 1), { branch });
  } else if (what === 'hear')
    table.of(party).desk.receive(...table.mails(other).slice(0, which > 5 ? undefined : which + 1));
}

const headsOf = (chains: readonly ChainState[]): ChainState[] => [
  ...new Map(chains.map((chain) => [chain.hash, chain])).values(),
];
const report = (subject: string, value: number): JsonObject => ({
  kind: 'report',
  subject,
  fields: { status: 'carriedOut', figures: [{ what: 'rice', amount: String(value % 3), unit: 't' }] as Json },
  ...(value > 5 ? { attributed: { party: 'XX', source: 'letter' } } : {}),
});
const notification = (act: Hash, value: number): JsonObject => ({
  kind: 'notification',
  subject: draft.text,
  facet: act,
  fields: { date: `2027-01-0${1 + value}` },
});

/** The mail of each branch, taken together in pieces: whoever was away gets several runs at once. */
function inPieces(table: Table, draws: readonly number[]): Mail[] {
  const pieces: Mail[] = [];
  for (const [at, { mails }] of [...table.seats.values()].flatMap(({ branches }) => branches).entries()) {
    let joined: Mail | undefined;
    for (const [index, mail] of mails.entries()) {
      const ends = (draws[(at + index) % draws.length] ?? 0) % 3 === 0 || index === mails.length - 1;
      joined =
        joined === undefined
          ? mail
          : { ...joined, entries: [...joined.entries, ...mail.entries], chain: mail.chain };
      if (!ends) continue;
      pieces.push(joined);
      joined = undefined;
    }
  }
  return pieces;
}

/** All mail of a table in an order drawn by these numbers, some of it twice. */
function shuffled(mails: readonly Mail[], draws: readonly number[]): Mail[] {
  const rest = [...mails, ...mails.filter((_, at) => (draws[at % draws.length] ?? 0) % 3 === 0)];
  const order: Mail[] = [];
  for (let at = 0; rest.length > 0; at++)
    order.push(...rest.splice((draws[at % draws.length] ?? 0) % rest.length, 1));
  return order;
}
const draws = fc.array(fc.nat(9999), { minLength: 8, maxLength: 60 });
const allMails = (table: Table): Mail[] => [...table.seats.keys()].flatMap((party) => table.mails(party));

test.each([2, 3])(
  'F8 the order in which runs arrive, and arriving twice, changes no answer: %i parties',
  { timeout: 240_000 },
  (seats) => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), draws, draws, (steps, one, other) => {
        const table = played(seats, steps);
        const desks = [one, other].map((by, at) => {
          const desk = table.desk();
          for (const mail of shuffled(at === 0 ? inPieces(table, by) : allMails(table), by)) {
            desk.receive(mail);
            // Asking in between must leave nothing behind.
            if (by.length % 2 === 0) answersOf(desk.register);
          }
          return answersOf(desk.register);
        });
        expect(desks[0]).toBe(desks[1]);
      }),
      { numRuns: 150, seed: 2026 },
    );
  },
);

test('F8 a register that has less says what it lacks, and catches up to the same answers', {
  timeout: 240_000,
}, () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 30 }), draws, fc.nat(20), (steps, by, lost) => {
      const table = played(3, steps);
      const mails = allMails(table);
      const whole = answersOf(table.desk().receive(...mails).register);
      const late = table
        .desk()
        .receive(...shuffled(mails, by).filter((mail) => mail !== mails[lost % mails.length]));
      answersOf(late.register);
      expect(answersOf(late.receive(...mails).register)).toBe(whole);
    }),
    { numRuns: 60, seed: 2026 },
  );
});

test('F5 F8 whoever holds everything waits for nothing, though entries cite heads of somebody who is no party', {
  timeout: 240_000,
}, () => {
  let strangers = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 30 }), draws, (steps, by) => {
      const table = played(3, steps);
      const { register } = table.desk().receive(...shuffled(allMails(table), by));
      expect(gapsOf(register)).toEqual([]);
      for (const voices of register.voices.values())
        for (const { applied, hashes } of voices) expect(applied).toBe(hashes.length);
      strangers += inertOf(register).filter(({ reason }) => reason === 'inert.head-party').length;
    }),
    { numRuns: 60, seed: 2026 },
  );
  expect(strangers).toBeGreaterThan(20);
});

test('F5 A2 a head of who joins counts for whoever knows the list that names it, and is a stranger’s before', () => {
  const table = new Table(2);
  const kh = table.seat(cardOf(2));
  const [opened] = kh.branches[0]?.mails ?? [];
  const head = { party: 'KH' as PartyCode, seq: 1, hash: opened?.chain.hash as Hash };
  const early = table.say('LA', 'statement', report(lines[0] as string, 1), { heads: [head] });
  table.propose('VN', { list: [0, 1, 2].map(cardOf) });
  const vn = table.say('VN', 'statement', report(lines[0] as string, 1), { heads: [head] });
  const late = table.say('LA', 'statement', report(lines[1] as string, 1), {
    heads: [{ party: vn.party, seq: vn.seq, hash: vn.hash }, head],
  });
  const desk = table.desk().receive(...table.mails('LA'), ...table.mails('VN'));
  expect(inertOf(desk.register)).toMatchObject([
    { party: 'LA', seq: early.seq, reason: 'inert.head-party', detail: 'KH' },
  ]);
  expect(gapsOf(desk.register).map(({ awaits, from, party }) => [party, from, awaits])).toEqual([
    ['LA', late.seq, { party: 'VN', seq: vn.seq, hash: vn.hash }],
    ['VN', vn.seq, head],
  ]);
  desk.receive(...table.mails('KH'));
  expect(gapsOf(desk.register)).toEqual([]);
  expect(inertOf(desk.register)).toHaveLength(1);
});

test('F1 F8 a run taken again is refused as beside what is held', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 3, maxLength: 12 }), (steps) => {
      for (const { branches } of played(2, steps).seats.values()) {
        for (const { chain, mails } of branches) {
          for (const { run } of mails)
            expect(acceptRun(chain, run, testCrypto)).toMatchObject({ ok: false, code: 'feed.beside' });
        }
      }
    }),
    { numRuns: 20, seed: 2026 },
  );
});

const fieldsOf = ({ head, items }: TextView): FieldView[] =>
  [head, ...items].flatMap((item) => [item.inclusion, ...item.fields]);

test('T8 after any acceptances the first listed keeps, the others follow, and no bracket is left', {
  timeout: 240_000,
}, () => {
  const move = fc.record({ who: fc.nat(2), value: fc.nat(7), accepts: fc.boolean(), hears: fc.boolean() });
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 3 }), fc.array(move, { maxLength: 15 }), (seats, moves) => {
      const table = new Table(seats);
      for (const party of table.seats.keys())
        table.position(party, draft, lines[0] as string, { in: true, venue: party, place: 'a' });
      table.share();
      for (const { accepts, hears, value, who } of moves) {
        const [party, other] = [codes[who % seats], codes[(who + 1) % seats]] as [string, string];
        if (accepts) table.accept(party, other, draft);
        else table.position(party, draft, lines[0] as string, values[value] as JsonObject);
        if (hears) table.share();
      }
      table.share();
      for (const party of codes.slice(1, seats)) table.accept(party, 'VN', draft);
      table.share();
      const first = textOf(table.register('VN'), draft);
      for (const { positions, state } of fieldsOf(first)) {
        if (positions[0]?.source === 'stated') expect(['agreed', 'empty', 'stale']).toContain(state);
      }
      for (const party of codes.slice(1, seats)) expect(textOf(table.register(party), draft)).toEqual(first);
    }),
    { numRuns: 60, seed: 2026 },
  );
});

test('T10 contents are equal exactly if the positions that count are', { timeout: 240_000 }, () => {
  const value = fc.constantFrom('Hanoi', 'Hue');
  fc.assert(
    fc.property(value, value, fc.boolean(), (one, other, asOne) => {
      const contentBy = (venue: string, isSplit: boolean): Uint8Array => {
        const table = new Table(2);
        table.position('VN', draft, draft.text, headFields);
        const fields = { ...lineFields('ກ'), venue };
        if (isSplit)
          for (const name in fields)
            table.position('VN', draft, lines[0] as string, { [name]: fields[name as 'venue'] });
        else table.position('VN', draft, lines[0] as string, fields);
        table.share();
        table.accept('LA', 'VN', draft);
        table.share();
        const views = ['VN', 'LA'].map((party) => textOf(table.register(party), draft));
        expect(views[0]).toEqual(views[1]);
        return contentBytes(views[0] as TextView, table.founding.programme, languages, contents[0] as Hash);
      };
      expect(testCrypto.sha256(contentBy(one, asOne)) === testCrypto.sha256(contentBy(other, !asOne))).toBe(
        one === other,
      );
    }),
    { numRuns: 20, seed: 2026 },
  );
});
