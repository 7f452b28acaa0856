import { join } from 'node:path';
import { hashOf } from '../src/core/bytes/hash.ts';
import type { Hash, PartyCode, ProgrammeId, SubjectId } from '../src/core/bytes/ids.ts';
import type { JsonObject } from '../src/core/bytes/json.ts';
import type { Item } from '../src/core/feed/build-run.ts';
import type { Run } from '../src/core/feed/entry.ts';
import { runEntriesMax } from '../src/core/feed/limits.ts';
import { contentToClear } from '../src/core/register/ask/publication.ts';
import type { Register } from '../src/core/register/register.ts';
import { fieldOf } from '../src/core/text/compare.ts';
import { digestList, statedAsOf } from '../src/core/text/positions.ts';
import type { DraftRef } from '../src/core/text/view.ts';
import { type Account, addAccount } from '../src/node/accounts.ts';
import { readConfig } from '../src/node/config.ts';
import { addCard, cardFile, foundingFile, joinFounding, writeFounding } from '../src/node/founding.ts';
import { openRoot } from '../src/node/keys.ts';
import type { Log } from '../src/node/log.ts';
import { initNode, type Node, openNode } from '../src/node/node.ts';
import type { Programme } from '../src/node/programme.ts';
import { prepareProgramme } from '../src/node/programmes.ts';
import { proposeAct } from '../src/node/propose.ts';
import { certify, signAct } from '../src/node/signing.ts';
import { type DemoAccount, demoAccounts } from './accounts.ts';
import { exerciseStatements } from './exercise.ts';
import { jointAdvice, jointPosition } from './joint-texts.ts';
import { plan2021, signing2021 } from './plan-2021.ts';
import { type OpenLine, type OpenPlan, planOpen } from './plan-open.ts';
import { planProjects } from './plan-projects.ts';
import { recordStatements } from './record.ts';
import { recordedPlan2021 } from './recorded.ts';
import { reports } from './reports.ts';
import type { Fields, Info, Party, Plan, PlanLine } from './shapes.ts';

export interface Demo {
  readonly programme: ProgrammeId;
  readonly accounts: Readonly<Record<Party, readonly DemoAccount[]>>;
}

const ministries = {
  VN: {
    vi: 'Bộ Quốc phòng Việt Nam (EXERCISE)',
    lo: 'ກະຊວງປ້ອງກັນປະເທດ ຫວຽດນາມ (EXERCISE)',
    fr: 'Ministère de la Défense du Viet Nam (EXERCISE)',
    en: 'Ministry of National Defence of Viet Nam (EXERCISE)',
  },
  LA: {
    vi: 'Bộ Quốc phòng Lào (EXERCISE)',
    lo: 'ກະຊວງປ້ອງກັນປະເທດ ລາວ (EXERCISE)',
    fr: 'Ministère de la Défense du Laos (EXERCISE)',
    en: 'Ministry of National Defence of Laos (EXERCISE)',
  },
} as const;

/**
 * Makes two node folders, `dir/VN` and `dir/LA`, with the demo's programme: the EXERCISE plan of 2021 negotiated, signed by
 * both and exchanged, what both reported on it, the published record of the relation with the real plan in it, what the
 * EXERCISE adds, and the plan of the next EXERCISE year open.
 *
 * @throws StoreError `folder-exists`
 */
export async function makeDemo(dir: string, log: Log): Promise<Demo> {
  const sides = {
    VN: await openSide(join(dir, 'VN'), 'VN', log),
    LA: await openSide(join(dir, 'LA'), 'LA', log),
  };
  try {
    const programme = await found(sides);
    await signPlan(sides, plan2021);
    await signPlan(sides, planProjects);
    await report(sides);
    await record(sides);
    for (const text of [planOpen, jointPosition, jointAdvice]) await negotiate(sides, text);
    return { programme, accounts: { VN: demoAccounts('VN'), LA: demoAccounts('LA') } };
  } finally {
    await sides.VN.node.close();
    await sides.LA.node.close();
  }
}

interface Side {
  readonly party: Party;
  readonly node: Node;
  readonly minister: Account;
}
type Sides = Readonly<Record<Party, Side>>;

async function openSide(dir: string, party: Party, log: Log): Promise<Side> {
  await initNode(dir, { party: party as PartyCode, names: ministries[party] });
  // Its passwords are printed for everybody: nothing is gained by making a guess dear.
  const node = await openNode({
    config: readConfig({ dir }, {}),
    log,
    passwordCost: { memory: 64, passes: 1 },
  });
  const accounts = new Map<string, Account>();
  await Promise.all(
    demoAccounts(party).map(async (account) =>
      accounts.set(account.name, await addAccount(node, account, null)),
    ),
  );
  return { party, node, minister: accounts.get('minister') as Account };
}

async function found({ LA, VN }: Sides): Promise<ProgrammeId> {
  const names = {
    vi: 'Hợp tác quốc phòng Việt Nam – Lào (EXERCISE)',
    lo: 'ການຮ່ວມມືດ້ານປ້ອງກັນປະເທດ ລາວ – ຫວຽດນາມ (EXERCISE)',
    fr: 'Coopération de défense Viet Nam – Laos (EXERCISE)',
    en: 'Defence cooperation Viet Nam – Laos (EXERCISE)',
  };
  const partners = [{ code: 'LA', names: ministries.LA }];
  const prepared = await prepareProgramme(
    VN.node,
    { names, languages: ['vi', 'lo'], zone: 'Asia/Vientiane', partners },
    null,
  );
  await addCard(VN.node, prepared.id, cardFile(LA.node), null);
  const { id } = await writeFounding(VN.node, prepared.id, rootOf(VN.node), null);
  await joinFounding(LA.node, await foundingFile(VN.node, id), () => rootOf(LA.node), null);
  await joinFounding(VN.node, await foundingFile(LA.node, id), undefined, null);
  await exchange({ VN, LA });
  return id;
}

const rootOf = (node: Node) => openRoot(node.keysFolder, node.crypto);

function programmeOf(side: Side): Programme {
  const [programme] = side.node.programmes().values();
  if (programme === undefined) throw new Error(`${side.party} has no programme`);
  return programme;
}

/** A plan of 2021: stated by VN, accepted whole by LA, proposed, certified and signed by both, by post. */
async function signPlan(sides: Sides, plan: Plan): Promise<void> {
  const { LA, VN } = sides;
  const draft = { text: plan.text as SubjectId };
  const head = { item: plan.text, fields: plan.head.fields, info: plan.head.info };
  await say(VN, [
    position(draft, head),
    ...plan.lines.map((line, at) => linePosition(draft, line, at, 'VN')),
  ]);
  await exchange(sides);
  await say(LA, (register) => [
    acceptance(register, draft, 'VN', {}),
    ...plan.lines.map((line) => reference(draft, line, 'LA')),
  ]);
  await exchange(sides);
  const effective = { date: '2021-01-01' };
  const act = await proposeAct(programmeOf(VN), { texts: [draft], effective });
  for (const side of [VN, LA]) {
    await certify(programmeOf(side), act, 'concordance', 'EXERCISE');
    await signBy(side, act);
    await exchange(sides);
  }
}

async function signBy(side: Side, act: Hash): Promise<void> {
  const programme = programmeOf(side);
  const { capacities, date, place } = signing2021;
  const capacity = {
    ...capacities[side.party],
    date,
    place,
    post: { vi: capacities[side.party].post.vi, lo: capacities[side.party].post.lo },
  };
  const texts = [...(await programme.register()).voices.values()].flatMap(
    ([voice]) => voice?.acts.get(act)?.act.texts ?? [],
  );
  const content = [...new Set(texts.map((text) => text.content))];
  await signAct(side.node, programme, side.minister, act, { password: passwordOf(side), capacity, content });
}

const passwordOf = (side: Side): string => demoAccounts(side.party)[0]?.password ?? '';

/** What both sides say became of the plan, and the real plan of 2021 on record. */
async function report(sides: Sides): Promise<void> {
  for (const party of ['VN', 'LA'] as const) {
    const own = reports.filter((one) => one.party === party);
    await say(
      sides[party],
      own.map(({ fields, on, subject }) => statement({ kind: 'report', subject, on, fields: { ...fields } })),
    );
  }
  const { accounts, fields, kind, subject } = recordedPlan2021;
  const told = accounts.map((one) => ({ source: one.source, fields: { ...one.fields } }));
  await say(sides.VN, [statement({ kind, subject, fields: { ...fields }, accounts: told })]);
  await exchange(sides);
}

/** The published record, each statement by who says it in this demo; then what the EXERCISE adds, and what is cleared of its plan. */
async function record(sides: Sides): Promise<void> {
  for (const statements of [recordStatements(), exerciseStatements()]) {
    for (const party of ['VN', 'LA'] as const) {
      const own = statements.filter((one) => one.party === party);
      await say(
        sides[party],
        own.map(({ body }) => statement(body)),
      );
    }
    await exchange(sides);
  }
  const subject = plan2021.text as SubjectId;
  const cleared = { VN: ['vi', 'fr'], LA: ['vi'] };
  for (const party of ['VN', 'LA'] as const) {
    await say(sides[party], (register) => {
      const content = contentToClear({ register, day: '2021-12-31', sight: 'parties' }, subject) ?? '';
      const languages = cleared[party].map((lang) => ({ lang }));
      return [statement({ kind: 'clearance', subject, fields: { content, languages } })];
    });
  }
  await exchange(sides);
}

/** An open text: each line stated by its proposer, then answered, so that a visitor finds brackets, a wait and a stale cell. */
async function negotiate(sides: Sides, open: OpenPlan): Promise<void> {
  const { LA, VN } = sides;
  const draft = { text: open.text as SubjectId };
  const { lines } = open;
  const proposals = (party: Party): Item[] =>
    lines.flatMap((one, at) =>
      one.proposedBy === party ? [linePosition(draft, firstOf(one), at, party)] : [],
    );
  await say(VN, [position(draft, { item: open.text, ...open.head }), ...proposals('VN')]);
  const fromLa = proposals('LA');
  if (fromLa.length > 0) await say(LA, fromLa);
  await exchange(sides);
  await say(LA, (register) => answersOf(register, open, 'LA'));
  await say(VN, (register) => answersOf(register, open, 'VN'));
  await exchange(sides);
  for (const { changed, line, proposedBy } of lines) {
    if (changed === undefined) continue;
    const item = line.item as SubjectId;
    const stale = { ...(line.fields[changed.field] as JsonObject), stale: changed.stale };
    await say(sides[proposedBy], [position(draft, { item, fields: { [changed.field]: stale } })]);
    await exchange(sides);
    const other = otherOf(proposedBy);
    await say(sides[other], (register) => [
      acceptance(register, draft, proposedBy, { item, field: changed.field }),
    ]);
    await exchange(sides);
  }
}

const otherOf = (party: Party): Party => (party === 'VN' ? 'LA' : 'VN');

/** A line as it was first stated: before the change that left a language stale. */
function firstOf({ changed, line }: OpenLine): PlanLine {
  return changed === undefined
    ? line
    : { ...line, fields: { ...line.fields, [changed.field]: changed.from } };
}

/** What one party answers to the lines that the other proposed; to the head, LA says yes. */
function answersOf(register: Register, { lines, text }: OpenPlan, party: Party): Item[] {
  const draft = { text: text as SubjectId };
  const other = otherOf(party);
  const items: Item[] = party === 'LA' ? [acceptance(register, draft, 'VN', { item: draft.text })] : [];
  for (const { line, other: answer, proposedBy } of lines) {
    if (proposedBy !== other || answer.answer === 'silent') continue;
    const item = line.item as SubjectId;
    if (answer.answer === 'strikes') {
      items.push(position(draft, { item, fields: { in: false } }));
      continue;
    }
    items.push(acceptance(register, draft, other, { item }));
    if (line.references[party] !== '') items.push(reference(draft, line, party));
    if (answer.answer === 'counters')
      items.push(
        position(draft, {
          item,
          fields: answer.fields,
          ...(answer.info === undefined ? {} : { info: answer.info }),
        }),
      );
  }
  return items;
}

function linePosition(draft: DraftRef, line: PlanLine, at: number, party: Party): Item {
  const place = String((at + 1) * 10).padStart(4, '0');
  return position(draft, {
    item: line.item,
    fields: { ...line.fields, in: true, place, ...referenceOf(line, party) },
    info: line.info,
  });
}

/** A point of a joint text has no file number of its own. */
const referenceOf = ({ references }: PlanLine, party: Party): Fields =>
  references[party] === '' ? {} : { reference: references[party] };

const reference = (draft: DraftRef, line: PlanLine, party: Party): Item =>
  position(draft, { item: line.item, fields: referenceOf(line, party) });

function position(
  draft: DraftRef,
  given: { readonly item: string; readonly fields: Fields; readonly info?: Info },
): Item {
  const info =
    given.info === undefined
      ? {}
      : {
          info: Object.fromEntries(Object.entries(given.info).map(([field, texts]) => [field, { ...texts }])),
        };
  return {
    type: 'position',
    body: { text: draft.text, item: given.item, fields: { ...given.fields }, ...info },
  };
}

const statement = (body: JsonObject): Item => ({ type: 'statement', body });

/** Takes what the other party had stated, in that scope, as of its head (T7). */
function acceptance(
  register: Register,
  draft: DraftRef,
  party: Party,
  scope: { readonly item?: SubjectId; readonly field?: string },
): Item {
  const [voice] = register.voices.get(party as PartyCode) ?? [];
  const hash = voice?.hashes.at(voice.applied);
  if (voice === undefined || hash === undefined) throw new Error(`nothing of ${party} is held`);
  const isEach = (item: SubjectId, field: string): boolean =>
    fieldOf(register.kinds, draft.text, item, field)?.each === true;
  const values = statedAsOf(voice.positions, draft, voice.applied, scope, isEach);
  const digest = hashOf(digestList(values), register.crypto);
  return {
    type: 'accept',
    body: { text: draft.text, party, at: { hash, seq: voice.applied }, digest, ...scope },
  };
}

async function say(
  side: Side,
  items: readonly Item[] | ((register: Register) => readonly Item[]),
): Promise<void> {
  const programme = programmeOf(side);
  const all = typeof items === 'function' ? items(await programme.register()) : items;
  for (let from = 0; from < all.length; from += runEntriesMax) {
    await programme.append(() => all.slice(from, from + runEntriesMax));
  }
}

/** Hands over runs and files both ways, as an exchange does. */
async function exchange({ LA, VN }: Sides): Promise<void> {
  for (const [from, to] of [
    [VN, LA],
    [LA, VN],
  ] as const) {
    const programme = programmeOf(to);
    for await (const { hash, size } of from.node.store.attachments()) {
      if (await to.node.store.hasAttachment(hash)) continue;
      const writer = await to.node.store.writeAttachment(hash, size);
      for await (const chunk of await from.node.store.readAttachment(hash, { start: writer.offset }))
        await writer.write(writer.offset, chunk);
      await writer.finish();
    }
    const runs: Run[] = [];
    for (const { branch, party, seq } of await from.node.store.branches(programme.id)) {
      const [chain] = await programme.chains(party);
      const held = chain?.state.seq ?? 0;
      if (held >= seq) continue;
      for await (const { run } of from.node.store.readRuns(programme.id, party, branch, held + 1))
        runs.push({ ...run, lines: run.lines.map((line) => line.slice()) });
    }
    const received = await programme.receive(runs);
    const [refused] = received.refused;
    if (refused !== undefined) throw new Error(`${to.party} refused ${refused.code}`);
    await programme.attachmentsCame();
  }
}
