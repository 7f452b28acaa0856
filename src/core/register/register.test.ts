import { expect, test } from 'vitest';
import { testCrypto, testKey } from '../bytes/crypto.fixture.ts';
import type { Hash, PartyCode, SubjectId } from '../bytes/ids.ts';
import type { ChainState } from '../feed/chain.ts';
import { allKinds, kindsAt, kindsOf } from '../kinds/catalogue.ts';
import { report } from '../kinds/statements.ts';
import { accountsOf, statementsOn } from './accounts.ts';
import { admit, effectOf, gapsOf, inertOf } from './register.ts';
import { day, type Mail, Table } from './table.fixture.ts';
import { inForce, textOf } from './texts.ts';

const draft = { text: 'plan.y2027' as SubjectId };
const line = 'visit.a' as SubjectId;
const content = testCrypto.sha256(new Uint8Array());

const venueOf = (table: Table, party: string, at = 'VN') => {
  const item = textOf(table.register(at), draft).items.find(({ id }) => id === line);
  const field = item?.fields.find((one) => one.field === 'venue');
  return field?.positions.find((one) => one.party === party)?.value;
};
const venue = (table: Table, party: string, value: string, branch = 0) =>
  table.position(party, draft, line, { venue: value }, { branch });
const chains = (table: Table, party: string): ChainState[] =>
  table.of(party).branches.map(({ chain }) => chain);
const frozen = (table: Table, party: string, at = 'VN') =>
  effectOf(table.register(at), party as PartyCode)?.frozenFrom;

test('F4 an entry of an unknown type, malformed, or against a rule is kept inert with its reason', () => {
  const table = new Table(2);
  table.say('VN', 'plebiscite', { any: 1 });
  table.say('VN', 'position', { ...draft, item: line, field: 'venue' });
  table.say('VN', 'position', { ...draft, item: line, fields: { period: '2027' } });
  table.say('VN', 'statement', { kind: 'gossip', subject: line });
  venue(table, 'VN', 'Hanoi');
  table.share();
  expect(inertOf(table.register('LA'))).toEqual([
    { party: 'VN', seq: 2, type: 'plebiscite', reason: 'inert.type' },
    { party: 'VN', seq: 3, type: 'position', reason: 'inert.body' },
    { party: 'VN', seq: 4, type: 'position', reason: 'inert.value', detail: 'period value.type' },
    { party: 'VN', seq: 5, type: 'statement', reason: 'inert.kind', detail: 'gossip' },
  ]);
  expect(venueOf(table, 'VN', 'LA')).toBe('Hanoi');
});

test('F4 an entry with one bad value among good ones changes nothing at all', () => {
  const table = new Table(2);
  table.position('VN', draft, line, { venue: 'Hanoi', period: 7 });
  expect(textOf(table.register('VN'), draft).items).toEqual([]);
});

test('F4 the root keeps the keys and says nothing else', () => {
  const table = new Table(2);
  table.position('VN', draft, line, { venue: 'Hanoi' }, { key: table.of('VN').root });
  expect(inertOf(table.register('VN'))).toMatchObject([{ reason: 'inert.root-writes' }]);
  expect(textOf(table.register('VN'), draft).items).toEqual([]);
});

test('F5 an entry waits for the heads it cites and for those before it, and the gap is named', () => {
  const table = new Table(3);
  const cited = venue(table, 'VN', 'Hanoi');
  table.share(['VN'], ['LA']);
  venue(table, 'LA', 'Vientiane');
  table.position('LA', draft, line, { level: 'expert' });
  const desk = table.desk().receive(...table.mails('LA'));
  expect(gapsOf(desk.register)).toEqual([
    { party: 'LA', from: 2, entries: 2, awaits: { party: 'VN', seq: cited.seq, hash: cited.hash } },
  ]);
  expect(textOf(desk.register, draft).items).toEqual([]);
  desk.receive(...table.mails('VN'));
  expect(gapsOf(desk.register)).toEqual([]);
  expect(textOf(desk.register, draft).items.length).toBe(1);
});

test('F5 a head that the cited feed does not have is waited for; one that goes back is inert', () => {
  const table = new Table(2);
  const [one, two] = [venue(table, 'VN', 'Hanoi'), venue(table, 'VN', 'Hue')];
  table.share();
  const head = ({ hash, party, seq }: typeof one) => ({ hash, party, seq });
  table.position('LA', draft, line, { level: 'expert' }, { heads: [head(two)] });
  table.position('LA', draft, line, { level: 'unit' }, { heads: [head(one)] });
  expect(inertOf(table.register('LA'))).toMatchObject([{ seq: 3, reason: 'inert.head-back' }]);
  table.position('LA', draft, line, { level: 'unit' }, { heads: [{ ...head(two), seq: 9 }] });
  expect(gapsOf(table.register('LA'))).toMatchObject([{ from: 4, awaits: { seq: 9 } }]);
});

test('F6 two signed branches of one feed freeze it from the parting, on every node', () => {
  const table = forked();
  const [one, other] = [table.desk(), table.desk()];
  const [left = [], right = []] = table.of('LA').branches.map(({ mails }) => mails);
  one.receive(...table.mails('VN'), ...left, ...right);
  other.receive(...right, ...left, ...table.mails('VN'));
  for (const { register } of [one, other]) {
    expect(effectOf(register, 'LA' as PartyCode)?.frozenFrom).toBe(3);
    const item = textOf(register, draft).items[0];
    expect(item?.fields.find(({ field }) => field === 'venue')?.positions[1]?.value).toBe('Vientiane');
  }
});

test('F6 what was said beyond the parting is shown from both branches, without effect', () => {
  const table = new Table(2);
  const say = (wording: string, branch?: number) =>
    table.say(
      'LA',
      'statement',
      { kind: 'comment', subject: line, fields: { wording: { fr: wording } } },
      branch === undefined ? {} : { branch },
    );
  say('avant');
  const branch = table.fork('LA');
  say('un');
  say('deux', branch);
  table.share();
  const shown = statementsOn(table.register('VN'), 'LA' as PartyCode, line);
  expect(shown.map(({ fields, hasEffect }) => [fields?.['wording'], hasEffect]).slice(-1)).toEqual([
    [{ fr: 'avant' }, true],
  ]);
  expect(shown.length).toBe(3);
  expect(shown.slice(0, 2).every(({ hasEffect }) => !hasEffect)).toBe(true);
  const { latest } = accountsOf(table.register('VN'), line, 'comment').sides[1] ?? {};
  expect(latest?.fields).toEqual({ wording: { fr: 'avant' } });
});

test('F6 an item that only a frozen branch speaks of is not in the text', () => {
  const table = new Table(2);
  const branch = table.fork('LA');
  table.position('LA', draft, 'visit.b', { in: true }, { info: { activity: { fr: 'b' } } });
  table.say('LA', 'note', {}, { branch });
  table.share();
  expect(textOf(table.register('VN'), draft).items).toEqual([]);
});

test('F7 a continuation that names all branch heads gives the branch it extends effect again, whole', () => {
  const table = forked();
  expect(frozen(table, 'LA')).toBe(3);
  table.continue('LA', chains(table, 'LA'));
  table.share();
  expect(frozen(table, 'LA')).toBe(Infinity);
  expect(venueOf(table, 'LA')).toBe('Pakse');
  venue(table, 'LA', 'Savannakhet');
  table.share();
  expect(venueOf(table, 'LA')).toBe('Savannakhet');
});

test('F7 the root may go on with the other branch as well', () => {
  const table = forked();
  table.continue('LA', chains(table, 'LA'), { branch: 1 });
  table.share();
  expect(venueOf(table, 'LA')).toBe('Luang Prabang');
});

test('F7 a continuation that does not name a branch leaves the feed frozen', () => {
  const table = forked();
  table.continue('LA', [chains(table, 'LA')[0] as ChainState]);
  table.share();
  expect(frozen(table, 'LA')).toBe(3);
  venue(table, 'LA', 'Xam Neua', 1);
  table.continue('LA', [...chains(table, 'LA')]);
  venue(table, 'LA', 'Phongsaly', 1);
  table.share();
  expect(frozen(table, 'LA')).toBe(3);
});

test('F7 branches found later by keys that it made void freeze nothing', () => {
  const table = forked();
  const late = table.fork('LA', 1, 0);
  const { key } = table.of('LA');
  const heads = chains(table, 'LA').slice(0, 2);
  table.continue('LA', heads);
  table.voidKey('LA', key, 3);
  venue(table, 'LA', 'late', late);
  table.share();
  expect(frozen(table, 'LA')).toBe(Infinity);
  expect(venueOf(table, 'LA')).toBe('Pakse');
});

test('F7 a fork after a continuation freezes from its own parting', () => {
  const table = forked();
  table.continue('LA', chains(table, 'LA'));
  venue(table, 'LA', 'before');
  const late = table.fork('LA');
  venue(table, 'LA', 'one');
  venue(table, 'LA', 'other', late);
  table.share();
  expect(frozen(table, 'LA')).toBe(6);
  expect(venueOf(table, 'LA')).toBe('before');
});

/** LA says `Vientiane`, then `Pakse` in one branch and `Luang Prabang` in another. */
function forked(): Table {
  const table = new Table(2);
  venue(table, 'LA', 'Vientiane');
  const branch = table.fork('LA');
  venue(table, 'LA', 'Pakse');
  venue(table, 'LA', 'Luang Prabang', branch);
  table.share();
  return table;
}

test('F8 entries that do not follow those held are a fault of the caller', () => {
  const table = new Table(2);
  const { register } = table.desk();
  const [mail] = table.mails('VN') as [Mail];
  admit(register, mail.party, 0, mail.entries, mail.chain);
  expect(() => admit(register, mail.party, 0, mail.entries, mail.chain)).toThrow('entry 1 behind 1');
});

test('K3 what a key wrote beyond the place it is void after is without effect, though it stood before', () => {
  const table = new Table(2);
  const lost = testKey(77);
  table.admitKey('LA', lost, ['operate']);
  const said = table.position('LA', draft, line, { venue: 'Vientiane' }, { key: lost });
  table.position('LA', draft, line, { venue: 'Pakse' }, { key: lost, info: { purpose: { fr: 'b' } } });
  table.say(
    'LA',
    'statement',
    { kind: 'report', subject: line, fields: { status: 'carriedOut' } },
    { key: lost },
  );
  table.share();
  expect(venueOf(table, 'LA')).toBe('Pakse');
  table.voidKey('LA', lost, said.seq);
  table.share();
  expect(venueOf(table, 'LA')).toBe('Vientiane');
  expect(accountsOf(table.register('VN'), line, 'report').sides[1]).toMatchObject({
    history: [{ hasEffect: false }],
  });
  expect(accountsOf(table.register('VN'), line, 'report').sides[1]).not.toHaveProperty('latest');
  const item = textOf(table.register('VN'), draft).items[0];
  expect(item?.fields.find(({ field }) => field === 'purpose')).not.toHaveProperty('info');
  expect(() => table.position('LA', draft, line, { venue: 'x' }, { key: lost })).toThrow('feed.key-void');
});

test('K3 a key void in one of two open branches is void up to where they part', () => {
  const table = new Table(2);
  const lost = testKey(77);
  table.admitKey('LA', lost, ['operate']);
  table.position('LA', draft, line, { venue: 'Vientiane' }, { key: lost });
  const branch = table.fork('LA');
  table.voidKey('LA', lost, 2);
  table.say('LA', 'note', {}, { branch });
  const mails = table.mails('LA');
  for (const order of [mails, [...mails].reverse()]) {
    const desk = table.desk().receive(...order);
    expect(effectOf(desk.register, 'LA' as PartyCode)?.frozenFrom).toBe(4);
    expect(textOf(desk.register, draft).items).toEqual([]);
  }
});

test('K6 a kind of a later protocol level has no effect', () => {
  const later = kindsOf(
    [...allKinds.values()].filter((kind) => kind !== report).concat({ ...report, since: 2 }),
  );
  const table = new Table(2, later);
  table.say('VN', 'statement', { kind: 'report', subject: line, fields: { status: 'carriedOut' } });
  expect(inertOf(table.register('VN'))).toMatchObject([{ reason: 'inert.kind', detail: 'report' }]);
  expect(kindsAt(later, 2).get('report')).toEqual({ ...report, since: 2 });
  expect(kindsAt(allKinds, 1)).toBe(allKinds);
});

test('T11 when an act on the same base is fully signed the draft is closed', () => {
  const table = new Table(2);
  venue(table, 'VN', 'Hanoi');
  const sign = (base?: Hash): void => {
    const act = table.propose('VN', {
      texts: [{ ...draft, content, ...(base === undefined ? {} : { base, mode: 'amendment' }) }],
    });
    table.share();
    table.sign('VN', act);
    table.share();
    expect(
      textOf(table.register('LA'), base === undefined ? draft : { ...draft, base, mode: 'correction' })
        .closed,
    ).toBe(false);
    table.sign('LA', act);
    table.share();
  };
  sign();
  expect(textOf(table.register('VN'), draft).closed).toBe(true);
  expect(inForce(table.register('VN'), draft.text, day)?.contentHash).toBe(content);
  for (const party of ['VN', 'LA']) {
    table.of(party).desk.hold(content, {
      programme: content,
      kind: 'plan',
      declaration: content,
      languages: [],
      text: draft.text,
      head: {},
      items: [],
    });
  }
  const correction = { ...draft, base: content, mode: 'correction' as const };
  expect(textOf(table.register('VN'), correction).closed).toBe(false);
  sign(content);
  expect(textOf(table.register('VN'), correction).closed).toBe(true);
});

test('T13 agreed ad referendum, initialled and concordance are statements by a post on one content hash', () => {
  const table = new Table(2);
  const say = (fields: object, party = 'VN') =>
    table.say(party, 'statement', {
      kind: 'concordance',
      subject: draft.text,
      facet: content,
      fields: fields as never,
    });
  say({ content, step: 'adReferendum', post: 'Chief of office' });
  say({ content, step: 'concordance', post: 'Head of translation' }, 'LA');
  say({ content, step: 'initialled' });
  say({ content: 'x', step: 'initialled', post: 'p' });
  say({ content, step: 'signed', post: 'p' });
  table.share();
  expect(inertOf(table.register('LA')).map(({ reason, detail }) => [reason, detail])).toEqual([
    ['inert.field', 'post'],
    ['inert.value', 'content value.type'],
    ['inert.value', 'step value.code'],
  ]);
  expect(
    accountsOf(table.register('LA'), draft.text, 'concordance', content).sides.map(
      ({ latest }) => latest?.fields,
    ),
  ).toMatchObject([{ step: 'adReferendum' }, { step: 'concordance' }]);
});
