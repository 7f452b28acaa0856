import { expect, test } from 'vitest';
import { testCrypto, testKey } from '../bytes/crypto.fixture.ts';
import type { Hash, PartyCode, SubjectId } from '../bytes/ids.ts';
import type { JsonObject } from '../bytes/json.ts';
import type { ChainState } from '../feed/chain.ts';
import { partyListHash } from '../feed/founding.ts';
import { admit, inertOf } from '../register/register.ts';
import { type ActTerms, capacityOf, cardOf, codes, lineFields, Table } from '../register/table.fixture.ts';
import { actsOn, draftsOf, inForce, knownActs, partiesOf, textOf } from '../register/texts.ts';
import type { ActView } from './act.ts';
import {
  actView,
  ancestorsOf,
  type ConsentFault,
  consentFault,
  inForceOn,
  isFullySigned,
  supersededBy,
  supersedesAllKnown,
} from './acts.ts';
import { addDays } from './days.ts';

const plan = 'plan.y2027' as SubjectId;
const annex = 'plan.annex' as SubjectId;
const day = '2026-12-31';

/** A hash that stands for some content. */
const content = (name: string): Hash => testCrypto.sha256(new TextEncoder().encode(name));
const on = (name: string, text: string = plan): ActTerms => ({ texts: [{ text, content: content(name) }] });
const acts = (table: Table, at = 'VN') => knownActs(table.register(at));
const seen = (table: Table, id: Hash, at = 'VN', when = day): ActView => actView(acts(table, at), id, when);
const fault = (table: Table, party: string, id: Hash): ConsentFault | undefined =>
  consentFault(acts(table, party), party as PartyCode, id, () => true);
const reasons = (table: Table, at: string): string[] =>
  inertOf(table.register(at)).map(({ reason }) => reason);

/** Everybody signs, and everybody hears of it. */
function signAll(table: Table, id: Hash, parties: readonly string[] = [...table.seats.keys()]): void {
  for (const party of parties) table.sign(party, id);
  table.share();
}
function proposed(table: Table, terms: ActTerms, by = 'VN'): Hash {
  const id = table.propose(by, terms);
  table.share();
  return id;
}

test('A1 an act is fully signed when each party’s counterpart stands in its feed', () => {
  const table = new Table(2);
  const id = proposed(table, on('X'));
  expect(seen(table, id)).toMatchObject({ state: 'proposed', awaits: ['VN', 'LA'], counterparts: [] });
  table.sign('VN', id);
  table.sign('VN', id);
  expect(seen(table, id)).toMatchObject({ state: 'partlySigned', awaits: ['LA'], mayStillBind: false });
  table.sign('LA', id);
  table.share();
  expect(seen(table, id)).toMatchObject({ state: 'inForce', awaits: [], effectiveOn: '2026-12-04' });
  expect(seen(table, id).counterparts.map(({ party, seq }) => [party, seq])).toEqual([
    ['VN', 3],
    ['LA', 2],
  ]);
});

test('A1 a counterpart by a key made void afterwards counts, contested (K3)', () => {
  const table = new Table(2);
  const id = proposed(table, on('X'));
  signAll(table, id);
  table.voidKey('LA', table.of('LA').key, 1);
  table.share();
  expect(seen(table, id)).toMatchObject({
    state: 'inForce',
    counterparts: [{ party: 'VN' }, { party: 'LA', contested: 'void' }],
  });
});

test('A1 so does one by a sound key that a void key wrote down (K3)', () => {
  const table = new Table(2);
  const signatory = testKey(77);
  table.admitKey('LA', signatory, ['signatory']);
  const id = proposed(table, on('X'));
  table.sign('VN', id);
  table.sign('LA', id, { by: signatory });
  table.voidKey('LA', table.of('LA').key, 2);
  table.share();
  expect(seen(table, id)).toMatchObject({
    state: 'inForce',
    counterparts: [{ party: 'VN' }, { party: 'LA', contested: 'void' }],
  });
});

test('A1 a counterpart by a key that was void by then, or not yet admitted, does not count', () => {
  const table = new Table(2);
  const [lost, later] = [testKey(77), testKey(78)];
  const id = proposed(table, on('X'));
  table.admitKey('LA', lost, ['signatory']);
  table.voidKey('LA', lost, 3);
  table.sign('LA', id, { by: lost });
  table.sign('LA', id, { by: later });
  table.admitKey('LA', later, ['operate']);
  table.sign('LA', id, { by: later });
  table.voidKey('LA', lost, 1);
  table.share();
  expect(reasons(table, 'VN')).toEqual(['inert.key', 'inert.key', 'inert.key']);
  expect(seen(table, id).awaits).toEqual(['VN', 'LA']);
});

test('A1 what a void key signed is judged the same however the feed arrives', () => {
  const table = new Table(2);
  const lost = testKey(77);
  const id = proposed(table, on('X'));
  table.admitKey('LA', lost, ['signatory']);
  table.voidKey('LA', lost, 9);
  table.sign('LA', id, { by: lost });
  for (let seq = 5; seq < 11; seq++) table.say('LA', 'note', {});
  table.sign('LA', id, { by: lost });
  table.voidKey('LA', lost, 2);
  const late = table.desk().receive(...table.mails('VN'));
  const entries = table.mails('LA').flatMap((mail) => mail.entries);
  admit(late.register, 'LA' as PartyCode, 0, entries, table.of('LA').branches[0]?.chain as ChainState);
  expect(inertOf(late.register)).toEqual(inertOf(table.register('LA')));
  expect(inertOf(late.register).map(({ reason, seq }) => [seq, reason])).toContainEqual([11, 'inert.key']);
  expect(knownActs(late.register).consents.get('LA' as PartyCode)).toMatchObject([
    { seq: 4, contested: 'void' },
  ]);
});

test('A1 a counterpart on a branch that was given up counts, contested', () => {
  const table = new Table(2);
  const id = proposed(table, on('X'));
  const branch = table.fork('LA');
  table.sign('LA', id);
  table.say('LA', 'note', {}, { branch });
  table.share();
  table.sign('VN', id);
  expect(seen(table, id)).toMatchObject({
    state: 'inForce',
    counterparts: [{ party: 'VN' }, { party: 'LA', contested: 'fork' }],
  });
  const [one, other] = table.of('LA').branches.map(({ chain }) => chain);
  table.continue('LA', [one, other] as never, { branch });
  table.share();
  expect(seen(table, id)).toMatchObject({
    state: 'inForce',
    counterparts: [{ party: 'VN' }, { party: 'LA', contested: 'fork' }],
  });
});

test('A1 a counterpart against the chain rule counts, contested', () => {
  const table = new Table(2);
  const one = proposed(table, on('X'));
  const two = table.propose('LA', on('Y'));
  table.share();
  table.sign('VN', one);
  table.sign('VN', two);
  expect(seen(table, one).counterparts[0]).not.toHaveProperty('contested');
  expect(seen(table, two).counterparts[0]).toMatchObject({ contested: 'chain' });
});

test('A1 a signature over another act, capacity or party is none', () => {
  const table = new Table(2);
  const id = proposed(table, on('X'));
  const other = proposed(table, on('Y'));
  const body = table.counterpartBody('LA', id);
  table.say('LA', 'counterpart', { ...body, act: other });
  table.say('LA', 'counterpart', { ...body, capacity: capacityOf('LA', '2026-12-05') });
  table.say('LA', 'counterpart', { ...body, strength: 'personal' });
  table.say('LA', 'counterpart', table.counterpartBody('VN', id));
  expect(reasons(table, 'LA')).toEqual([
    'inert.signature',
    'inert.signature',
    'inert.signature',
    'inert.key',
  ]);
});

test('A1 a desk’s key closes what experts close and no more; the kind says which', () => {
  const table = new Table(2);
  const desk = testKey(77);
  table.admitKey('VN', desk, ['desk']);
  const id = proposed(table, on('X'));
  table.sign('VN', id, { by: desk });
  table.sign('LA', id);
  table.share();
  expect(seen(table, id)).toMatchObject({ state: 'partlySigned', awaits: ['VN'] });
  expect(fault(table, 'VN', id)).toBeUndefined();
  table.sign('VN', id);
  expect(seen(table, id).state).toBe('inForce');
  const minutes = proposed(table, { ...on('M', 'minutes.a'), level: 'desk' });
  table.sign('VN', minutes, { by: desk });
  table.sign('LA', minutes);
  table.share();
  expect(seen(table, minutes).state).toBe('inForce');
  table.propose('VN', { ...on('Z'), level: 'desk' });
  expect(reasons(table, 'VN')).toEqual(['inert.level']);
});

test('A2 an act needs exactly the parties of the list it names', () => {
  const table = new Table(3);
  const id = proposed(table, on('X'));
  signAll(table, id, ['VN', 'KH']);
  expect(seen(table, id)).toMatchObject({
    state: 'partlySigned',
    signers: ['VN', 'LA', 'KH'],
    awaits: ['LA'],
  });
  const unknown = table.propose('VN', { ...on('Y', annex), parties: content('a list nobody knows') });
  signAll(table, unknown);
  expect(isFullySigned(acts(table), unknown)).toBe(false);
});

test('A2 a change of the list needs all before and all after, and later acts name the new list', () => {
  const table = new Table(2);
  table.seat(cardOf(2));
  const first = proposed(table, on('X'));
  signAll(table, first, ['VN', 'LA']);
  const change = proposed(table, { list: [0, 1, 2].map(cardOf) });
  expect(seen(table, change).signers).toEqual(['VN', 'LA', 'KH']);
  signAll(table, change, ['VN', 'LA']);
  expect(partiesOf(table.register('VN'))).toEqual(['VN', 'LA']);
  signAll(table, change, ['KH']);
  expect(partiesOf(table.register('VN'))).toEqual(['VN', 'LA', 'KH']);
  expect(seen(table, change)).toMatchObject({ state: 'inForce', act: { supersedes: [first] } });
  expect(seen(table, first)).toMatchObject({ state: 'inForce' });
  expect(seen(table, first)).not.toHaveProperty('supersededBy');
  const second = proposed(table, on('Y'), 'KH');
  expect(seen(table, second).act).toMatchObject({
    supersedes: [change],
    parties: seen(table, change).act.partiesAfter,
  });
  signAll(table, second);
  expect(seen(table, second).state).toBe('inForce');
  expect(seen(table, first)).toMatchObject({ state: 'superseded', supersededBy: second });
});

test('A2 who joins signs before anybody of the list before, so that nobody goes on without it', () => {
  const table = new Table(2);
  table.seat(cardOf(2));
  const change = proposed(table, { list: [0, 1, 2].map(cardOf) });
  expect(['VN', 'LA', 'KH'].map((party) => fault(table, party, change))).toEqual([
    'act.joiners',
    'act.joiners',
    undefined,
  ]);
  table.sign('KH', change);
  table.share();
  expect(['VN', 'LA', 'KH'].map((party) => fault(table, party, change))).toEqual([
    undefined,
    undefined,
    'act.alreadySigned',
  ]);
});

test('A2 a party that was taken off the list signs that change, and no later act', () => {
  const table = new Table(3);
  const change = proposed(table, { list: [0, 1].map(cardOf) });
  signAll(table, change, ['VN', 'LA']);
  expect(partiesOf(table.register('VN'))).toEqual(['VN', 'LA', 'KH']);
  signAll(table, change, ['KH']);
  const id = proposed(table, on('X'));
  expect(fault(table, 'KH', id)).toBe('act.notSigner');
  signAll(table, id, ['VN', 'LA']);
  expect(seen(table, id).state).toBe('inForce');
  expect(partiesOf(table.register('KH'))).toEqual(['VN', 'LA']);
});

test('A2 once a change is complete, an act under the older list counts only if the change supersedes it', () => {
  const table = new Table(2);
  table.seat(cardOf(2));
  const before = proposed(table, on('X'));
  signAll(table, before, ['VN', 'LA']);
  const beside = table.propose('VN', on('Y', annex));
  signAll(table, beside, ['VN', 'LA']);
  const change = proposed(table, { list: [0, 1, 2].map(cardOf), supersedes: [before] });
  signAll(table, change);
  const founding = partyListHash(table.founding.parties, testCrypto);
  const behind = table.propose('VN', { ...on('Z'), supersedes: [change], parties: founding });
  expect(fault(table, 'VN', behind)).toBe('act.list');
  signAll(table, behind, ['VN', 'LA']);
  const full = [before, beside, change, behind].map((id) => isFullySigned(acts(table), id));
  expect(full).toEqual([true, false, true, false]);
});

test('A2 a list made up by some of the parties, or by one alone, has no acts', () => {
  const table = new Table(3);
  const [all, two] = [
    [0, 1, 2],
    [0, 1],
  ].map((list) => list.map(cardOf));
  const few = partyListHash(two as never, testCrypto);
  table.propose('VN', { list: two as never });
  const change = table.propose('VN', { list: all as never, parties: few, supersedes: [] });
  const act = table.propose('VN', { ...on('X'), parties: few, supersedes: [change] });
  table.share();
  for (const id of [change, act]) signAll(table, id, ['VN', 'LA']);
  signAll(table, change, ['KH']);
  expect(isFullySigned(acts(table), change)).toBe(false);
  expect(isFullySigned(acts(table), act)).toBe(false);
  const sound = table.propose('KH', { ...on('Y', annex), supersedes: [] });
  signAll(table, sound);
  expect(isFullySigned(acts(table), sound)).toBe(true);
});

test('A2 a list is of two parties or more, of sound cards, and its hash is that of the act', () => {
  const table = new Table(2);
  const other = (change: (body: JsonObject) => JsonObject): void => {
    table.say('VN', 'act', change(table.actBody('VN', { list: [0, 1, 2].map(cardOf) })));
  };
  other(({ partyList: _, ...body }) => body);
  other((body) => ({ ...body, partiesAfter: content('another') }));
  table.propose('VN', { list: [cardOf(0)] });
  table.propose('VN', { list: [cardOf(0), cardOf(0)] });
  table.propose('VN', { list: [cardOf(0), { ...cardOf(1), root: 'none' }] });
  table.propose('VN', { list: [0, 1, 2].map(cardOf), level: 'desk' });
  expect(reasons(table, 'VN')).toEqual([
    'inert.list',
    'inert.list',
    'inert.list',
    'inert.list',
    'inert.list',
    'inert.level',
  ]);
});

test('A2 lists that follow one another count in their order, also back to the first', () => {
  const table = new Table(2);
  table.seat(cardOf(2));
  const add = proposed(table, { list: [0, 1, 2].map(cardOf) });
  signAll(table, add);
  const remove = proposed(table, { list: [0, 1].map(cardOf) });
  signAll(table, remove);
  expect(seen(table, add).state).toBe('superseded');
  expect(seen(table, remove).state).toBe('inForce');
  expect(partiesOf(table.register('VN'))).toEqual(['VN', 'LA']);
  const id = proposed(table, on('X'));
  signAll(table, id, ['VN', 'LA']);
  expect(seen(table, id)).toMatchObject({ state: 'inForce', signers: ['VN', 'LA'] });
});

test('A3 supersedes is all acts of the text to which somebody consented, less their ancestors', () => {
  const table = new Table(2);
  const first = proposed(table, on('X'));
  const unsigned = proposed(table, on('Y'));
  const elsewhere = proposed(table, on('A', annex));
  signAll(table, first);
  table.sign('LA', elsewhere);
  table.share();
  expect(supersededBy(acts(table), [plan])).toEqual([first]);
  const second = proposed(table, on('Z'));
  signAll(table, second);
  expect(seen(table, second).act.supersedes).toEqual([first]);
  expect(supersededBy(acts(table), [plan])).toEqual([second]);
  expect(supersededBy(acts(table), 'all')).toEqual([second, elsewhere].sort());
  expect(ancestorsOf(acts(table), second)).toEqual(new Set([first]));
  expect(unsigned).not.toBe(first);
});

test('A4 a party consents only to what has all its earlier consents of these texts among its ancestors', () => {
  const table = new Table(2);
  const first = proposed(table, on('X'));
  const rival = proposed(table, on('Y'));
  const elsewhere = proposed(table, on('A', annex));
  expect(fault(table, 'VN', rival)).toBeUndefined();
  table.sign('VN', first);
  expect(fault(table, 'VN', first)).toBe('act.alreadySigned');
  expect(fault(table, 'VN', rival)).toBe('act.chain');
  expect(fault(table, 'VN', elsewhere)).toBeUndefined();
  expect(fault(table, 'LA', rival)).toBeUndefined();
  table.share();
  const both = proposed(table, on('Z'));
  expect(fault(table, 'VN', both)).toBeUndefined();
  table.sign('LA', rival);
  table.share();
  expect(fault(table, 'LA', both)).toBe('act.chain');
  expect(fault(table, 'LA', proposed(table, on('M')))).toBeUndefined();
});

test('A4 a party holds every ancestor, the content and its attachments before it consents', () => {
  const table = new Table(3);
  const id = table.propose('VN', { ...on('X'), supersedes: [content('an act that is not here')] });
  table.share(['VN'], ['LA']);
  expect(fault(table, 'KH', id)).toBe('act.unknown');
  expect(fault(table, 'LA', id)).toBe('act.ancestorMissing');
  const whole = proposed(table, on('Y'));
  const known = acts(table, 'LA');
  expect(consentFault(known, 'LA' as PartyCode, whole, (hash) => hash !== content('Y'))).toBe(
    'act.contentMissing',
  );
  expect(consentFault(known, 'LA' as PartyCode, whole, (hash) => hash === content('Y'))).toBeUndefined();
});

test('A4 a party that has seen a decline or a withdrawal does not consent; one who need not sign stops nobody', () => {
  const table = new Table(3);
  const remove = proposed(table, { list: [0, 1].map(cardOf) });
  signAll(table, remove);
  const [one, two, three] = ['X', 'Y', 'Z'].map((name) => proposed(table, on(name))) as [Hash, Hash, Hash];
  table.say('LA', 'decline', { act: one, reason: { lo: 'ກ' } });
  table.say('VN', 'rescind', { act: two });
  table.say('KH', 'decline', { act: three });
  table.share();
  expect(fault(table, 'VN', one)).toBe('act.declined');
  expect(fault(table, 'LA', two)).toBe('act.withdrawn');
  expect(fault(table, 'LA', three)).toBeUndefined();
  expect(seen(table, three).declinedBy).toEqual([]);
});

test('A5 of two fully signed acts of one text one is an ancestor of the other', () => {
  const table = new Table(2);
  const [one, two] = [proposed(table, on('X')), proposed(table, on('Y'), 'LA')];
  table.sign('VN', one);
  table.sign('LA', two);
  table.share();
  const both = proposed(table, on('M'));
  signAll(table, both);
  const known = acts(table);
  const full = [one, two, both].filter((id) => isFullySigned(known, id));
  expect(full).toEqual([both]);
  expect(ancestorsOf(known, both)).toEqual(new Set([one, two]));
});

test('A6 in force is the fully signed act, effective by that day, that no other such act supersedes', () => {
  const table = new Table(2);
  const first = proposed(table, { ...on('X'), effective: { date: '2027-01-01' } });
  signAll(table, first);
  const second = proposed(table, { ...on('Y'), effective: { date: '2027-07-01' } });
  signAll(table, second);
  const at = (when: string) => inForceOn(acts(table), plan, when);
  expect(at('2026-12-31')).toEqual([]);
  expect(at('2027-01-01')).toEqual([first]);
  expect(at('2027-06-30')).toEqual([first]);
  expect(at('2027-07-01')).toEqual([second]);
  expect(seen(table, first, 'VN', '2026-12-31').state).toBe('fullySigned');
  expect(seen(table, first, 'VN', '2027-01-01').state).toBe('inForce');
  expect(seen(table, first, 'VN', '2027-07-01').state).toBe('superseded');
  expect(inForce(table.register('VN'), plan, '2027-08-01')).toMatchObject({
    act: second,
    since: '2027-07-01',
    contentHash: content('Y'),
    conflict: [],
  });
});

test('A6 an act that would take effect later than one that supersedes it is ended', () => {
  const table = new Table(2);
  const first = proposed(table, { ...on('X'), effective: { date: '2028-01-01' } });
  signAll(table, first);
  const second = proposed(table, { ...on('Y'), effective: { date: '2027-01-01' } });
  signAll(table, second);
  expect(seen(table, first, 'VN', '2026-12-31').state).toBe('fullySigned');
  expect(seen(table, first, 'VN', '2027-01-01').state).toBe('superseded');
  expect(inForceOn(acts(table), plan, '2028-06-01')).toEqual([second]);
});

test('A6 two such acts are a conflict, until one supersedes both', () => {
  const table = new Table(2);
  const [one, two] = [proposed(table, on('X')), proposed(table, on('Y'))];
  signAll(table, one);
  signAll(table, two);
  expect(seen(table, one).state).toBe('conflict');
  expect(inForce(table.register('LA'), plan, day)?.conflict.length).toBe(1);
  const both = proposed(table, on('M'));
  signAll(table, both);
  expect(actsOn(table.register('VN'), plan, day).map(({ id, state }) => [id, state])).toEqual([
    ...[one, two].sort().map((id) => [id, 'superseded']),
    [both, 'inForce'],
  ]);
});

test('A6 days after the last notification are counted from the last full date notified', () => {
  const table = new Table(2);
  const id = proposed(table, { ...on('X'), effective: { daysAfter: 30 } });
  signAll(table, id);
  const notify = (party: string, date: string) =>
    table.say(party, 'statement', { kind: 'notification', subject: plan, facet: id, fields: { date } });
  notify('VN', '2026-12-10');
  table.share();
  expect(seen(table, id)).toMatchObject({ state: 'fullySigned' });
  notify('LA', '2027-01');
  table.share();
  expect(seen(table, id)).not.toHaveProperty('effectiveOn');
  notify('LA', '2027-02-01');
  table.share();
  expect(seen(table, id)).toMatchObject({ effectiveOn: '2027-03-03' });
  expect(inForceOn(acts(table), plan, '2027-03-02')).toEqual([]);
  expect(inForceOn(acts(table), plan, '2027-03-03')).toEqual([id]);
});

test('A6 a notification of a party that has left the list stays', () => {
  const table = new Table(3);
  const id = proposed(table, { ...on('X'), effective: { daysAfter: 0 } });
  signAll(table, id);
  for (const party of ['VN', 'LA', 'KH']) {
    table.say(party, 'statement', {
      kind: 'notification',
      subject: plan,
      facet: id,
      fields: { date: '2026-12-10' },
    });
  }
  table.share();
  signAll(table, proposed(table, { list: [0, 1].map(cardOf) }));
  expect(partiesOf(table.register('VN'))).toEqual(['VN', 'LA']);
  expect(seen(table, id)).toMatchObject({ state: 'inForce', effectiveOn: '2026-12-10' });
});

test.each([
  ['2026-12-31', 1, '2027-01-01'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2100-02-28', 1, '2100-03-01'],
  ['2026-01-31', 30, '2026-03-02'],
  ['9999-12-01', 3660, '9999-12-31'],
])('A6 %s and %i days is %s', (date, days, later) => {
  expect(addDays(date, days)).toBe(later);
});

test('A7 declined or withdrawn, an act may still bind while somebody has signed it', () => {
  const table = new Table(2);
  const [one, two] = [proposed(table, on('X')), proposed(table, on('A', annex))];
  table.say('LA', 'decline', { act: one });
  table.share();
  expect(seen(table, one)).toMatchObject({ state: 'declined', declinedBy: ['LA'], mayStillBind: false });
  table.sign('VN', two);
  table.say('VN', 'rescind', { act: two });
  table.share();
  expect(seen(table, two)).toMatchObject({ state: 'withdrawn', withdrawnBy: ['VN'], mayStillBind: true });
  expect(seen(table, two).counterparts[0]).toMatchObject({ contested: 'withdrawn' });
  table.sign('LA', two);
  table.share();
  expect(seen(table, two)).toMatchObject({ state: 'inForce', mayStillBind: false });
});

test('A7 an act that another supersedes may bind no more once that one is in force', () => {
  const table = new Table(2);
  const first = proposed(table, on('X'));
  table.sign('VN', first);
  table.share();
  const second = proposed(table, { ...on('Y'), effective: { date: '2027-01-01' } }, 'LA');
  signAll(table, second);
  expect(seen(table, first)).toMatchObject({ state: 'superseded', supersededBy: second, mayStillBind: true });
  expect(seen(table, first, 'VN', '2027-01-01')).toMatchObject({ state: 'superseded', mayStillBind: false });
});

test('A7 a decline says of which act, and why in words', () => {
  const table = new Table(2);
  table.say('VN', 'decline', { act: 'none' });
  table.say('VN', 'decline', { act: content('X'), reason: { lo: 1 } });
  table.say('VN', 'rescind', { act: content('X'), more: 1 });
  expect(reasons(table, 'VN')).toEqual(['inert.body', 'inert.body', 'inert.body']);
});

test('A9 past the day until which it is open an act can be signed as before', () => {
  const table = new Table(2);
  const id = proposed(table, { ...on('X'), openUntil: '2020-01-01' });
  expect(fault(table, 'VN', id)).toBeUndefined();
  signAll(table, id);
  expect(seen(table, id)).toMatchObject({ state: 'inForce', act: { openUntil: '2020-01-01' } });
});

test('A13 an act supersedes all that is known only when no other act on its texts is beside it, consented to or not', () => {
  const table = new Table(2);
  const [one, elsewhere] = [proposed(table, on('X')), proposed(table, on('A', annex))];
  const beside = proposed(table, on('Y'), 'LA');
  const known = acts(table);
  expect(supersedesAllKnown(known, one)).toBe(false);
  expect(supersedesAllKnown(known, elsewhere)).toBe(true);
  expect(supersededBy(known, [plan])).toEqual([]);
  expect(supersededBy(known, [plan], 'known')).toEqual([one, beside].sort());
  const above = proposed(table, { ...on('M'), supersedes: [one, beside].sort() });
  expect(supersedesAllKnown(acts(table), above)).toBe(true);
  expect(supersedesAllKnown(acts(table), one)).toBe(false);
  const change = proposed(table, { list: [0, 1, 2].map(cardOf) });
  expect([above, elsewhere, change].map((id) => supersedesAllKnown(acts(table), id))).toEqual([
    false,
    false,
    false,
  ]);
});

test('A10 one act carries several texts, the chain rule in each', () => {
  const table = new Table(2);
  const texts = [plan, annex].map((text) => ({ text, content: content(text) }));
  const earlier = proposed(table, on('A', annex));
  table.sign('LA', earlier);
  const rival = table.propose('VN', { texts });
  table.share();
  expect(fault(table, 'LA', rival)).toBe('act.chain');
  const id = proposed(table, { texts });
  expect(seen(table, id).act.supersedes).toEqual([earlier]);
  signAll(table, id);
  expect([plan, annex].map((text) => inForceOn(acts(table), text, day))).toEqual([[id], [id]]);
  const later = proposed(table, on('B', annex));
  signAll(table, later);
  expect([plan, annex].map((text) => inForceOn(acts(table), text, day))).toEqual([[id], [later]]);
  expect(seen(table, id).state).toBe('inForce');
});

test('A10 a text stands in an act once, and is of a kind that is known', () => {
  const table = new Table(2);
  const twice = [plan, plan].map((text) => ({ text, content: content(text) }));
  table.propose('VN', { texts: twice });
  table.propose('VN', { texts: [] });
  table.propose('VN', on('X', 'visit.a'));
  table.say('VN', 'act', { ...table.actBody('VN', on('X')), programme: content('another') });
  expect(reasons(table, 'VN')).toEqual(['inert.body', 'inert.body', 'inert.kind', 'inert.programme']);
});

test('A11 consent neither needs nor freezes positions', () => {
  const table = new Table(2);
  const id = proposed(table, on('X'));
  signAll(table, id);
  expect(seen(table, id).state).toBe('inForce');
  expect(draftsOf(table.register('VN'), plan)).toEqual([]);
  table.position('VN', { text: plan }, 'visit.a', lineFields('ກ'));
  table.share();
  expect(textOf(table.register('LA'), { text: plan })).toMatchObject({
    closed: true,
    items: [{ state: 'awaits' }],
  });
  expect(seen(table, id).state).toBe('inForce');
});

test('A12 what was signed on paper names its date, place and scan in each capacity', () => {
  const table = new Table(2);
  const id = proposed(table, on('X'));
  const paper = (party: string, scan?: Hash) => ({
    strength: 'paper',
    capacity: { ...capacityOf(party, '2020-12-04'), ...(scan === undefined ? {} : { scan }) },
  });
  table.sign('VN', id, paper('VN'));
  expect(reasons(table, 'VN')).toEqual(['inert.body']);
  for (const party of ['VN', 'LA']) table.sign(party, id, paper(party, content('scan')));
  table.share();
  expect(seen(table, id)).toMatchObject({ state: 'inForce', effectiveOn: '2020-12-04' });
  expect(seen(table, id).counterparts.map(({ strength }) => strength)).toEqual(['paper', 'paper']);
});

test('A12 an instrument on record is an account with its source, and never in force here', () => {
  const table = new Table(2);
  const fields = { title: { fr: 'Traité' }, signed: '1977-07-18' };
  table.say('VN', 'statement', {
    kind: 'onRecord',
    subject: plan,
    fields: {},
    accounts: [{ source: 'archive', fields }],
  });
  table.share();
  expect(inertOf(table.register('LA'))).toEqual([]);
  expect(actsOn(table.register('LA'), plan, day)).toEqual([]);
  expect(inForce(table.register('LA'), plan, day)).toBeUndefined();
  expect(codes.length).toBe(5);
});
