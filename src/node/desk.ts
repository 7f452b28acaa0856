import type { Desk, DeskCard } from '../api/desk.ts';
import type { Hash, PartyCode, SubjectId } from '../core/bytes/ids.ts';
import type { Json } from '../core/bytes/json.ts';
import { isObject } from '../core/kinds/value.ts';
import { accountsOf, settlementsOf, statementsOn, subjectsOf } from '../core/register/accounts.ts';
import { tasksOf } from '../core/register/ask/tasks.ts';
import { effectOf, type Register } from '../core/register/register.ts';
import { actsOn, changesOfList, draftsOf, inForce, textOf, textsOf } from '../core/register/texts.ts';
import type { ActView } from '../core/text/act.ts';
import { addDays } from '../core/text/days.ts';
import type { FieldView, ItemView, TextView } from '../core/text/view.ts';
import type { Account } from './accounts.ts';
import { mentionsOf } from './comments.ts';
import { unsentByText, viewOf } from './drafts.ts';
import { stringOf } from './json-text.ts';
import { waitingKeys } from './key-admission.ts';
import type { Node } from './node.ts';
import type { KnownProgramme } from './programmes.ts';
import { recordedOfUs } from './recorded.ts';
import type { SignedIn } from './sessions.ts';
import { submissionsOf } from './submissions.ts';
import { isOfAgency, tasksFor } from './tasks.ts';
import { lineOf, titleOfLine, titleOfView } from './texts.ts';

const collection = 'seen';
/** Days before a date at which it counts as due soon. */
const soonDays = 30;

type Lists = Record<'waitingForUs' | 'waitingForThem' | 'changed' | 'due' | 'overdue', DeskCard[]>;

/** What waits for us, what waits for them, what changed since this account looked, what is due. */
export async function deskOf(
  node: Node,
  programme: KnownProgramme,
  { account }: Pick<SignedIn, 'account'>,
): Promise<Desk> {
  const register = await programme.register();
  const seen = await seenOf(node, programme, account.id);
  const lists: Lists = { waitingForUs: [], waitingForThem: [], changed: [], due: [], overdue: [] };
  const unsent = await unsentByText(node, programme);
  const today = programme.today();
  for (const text of new Set([...textsOf(register), ...unsent.keys()]))
    textCards(lists, register, programme.party, text, today, unsent.get(text) ?? 0);
  for (const view of changesOfList(register, today))
    if (view.act.texts.length === 0) actCard(lists, programme.party, view, { title: {} }, today);
  await submissionCards(lists, node, programme, account.id);
  recordedCards(lists, register, programme.party, today);
  reportCards(lists, register, today);
  changedCards(lists, programme, register, seen.upTo);
  await taskCards(lists, node, programme, account, today);
  await nodeCards(lists, node, programme, account.roles.includes('administrator'));
  return {
    ...lists,
    mentions: await mentionCards(node, programme, account.id, seen.version),
    unsent: [...unsent.values()].reduce((sum, count) => sum + count, 0),
    seen: register.ground.parties
      .filter((party) => party !== programme.party)
      .map((party) => ({
        party,
        seq: seen.upTo.get(party) ?? 0,
        ...(seen.at === undefined ? {} : { at: seen.at }),
      })),
    version: register.version,
  };
}

function textCards(
  lists: Lists,
  register: Register,
  us: PartyCode,
  text: SubjectId,
  today: string,
  unsent: number,
): void {
  const refs = draftsOf(register, text);
  for (const ref of refs.length === 0 ? [{ text }] : refs) {
    if ('base' in ref && ref.base !== undefined && !register.contents.has(ref.base)) continue;
    const view = textOf(register, ref);
    const title = titleOfView(register, view);
    if (unsent > 0 && ref === (refs[0] ?? ref))
      lists.waitingForUs.push({ what: 'unsent', text, title, count: unsent });
    if (!view.closed && refs.length > 0) draftCards(lists, view, us, title);
    else if (view.closed) continue;
  }
  const view = textOf(register, refs.find((ref) => ref.base === undefined) ?? { text });
  actCards(lists, register, us, text, titleOfView(register, view), today);
}

function draftCards(lists: Lists, view: TextView, us: PartyCode, title: DeskCard['title']): void {
  const { text } = view.draft;
  const states = [...view.head.fields, ...view.items.flatMap(openFieldsOf)];
  const awaits = states.filter((field) => field.state === 'awaits');
  const ours = awaits.filter((field) => field.awaits?.includes(us));
  const add = (list: DeskCard[], what: DeskCard['what'], count: number): void => {
    if (count > 0) list.push({ what, text, title, count });
  };
  add(lists.waitingForUs, 'brackets', states.filter((field) => field.state === 'bracket').length);
  add(lists.waitingForUs, 'crossed', states.filter((field) => field.state === 'crossed').length);
  add(lists.waitingForUs, 'stale', states.filter((field) => field.state === 'stale').length);
  add(lists.waitingForUs, 'awaitsUs', ours.length);
  add(lists.waitingForThem, 'awaitsThem', awaits.length - ours.length);
  if (view.ready && view.counts.agreed > 0) lists.waitingForUs.push({ what: 'ready', text, title });
}

/** What is open in an item, counted as the comparison counts it: an item in dispute or awaited is one thing. */
function openFieldsOf(item: ItemView): readonly FieldView[] {
  if (item.state === 'struck') return [];
  if (item.state === 'in') return item.fields;
  if (item.state === 'bracket') return [item.inclusion];
  return [item.inclusion, ...item.fields.filter((field) => field.state !== 'awaits')];
}

function actCards(
  lists: Lists,
  register: Register,
  us: PartyCode,
  text: SubjectId,
  title: DeskCard['title'],
  today: string,
): void {
  for (const view of actsOn(register, text, today)) actCard(lists, us, view, { text, title }, today);
  dateCards(lists, register, text, inForce(register, text, today)?.act, today);
}

/** An act that still has to be signed: of a text, or of the list of parties alone. */
function actCard(
  lists: Lists,
  us: PartyCode,
  { act, awaits, id, state }: ActView,
  of: Pick<DeskCard, 'text' | 'title'>,
  today: string,
): void {
  if (state !== 'proposed' && state !== 'partlySigned') return;
  const card = { ...of, act: id, ...(act.openUntil === undefined ? {} : { when: act.openUntil }) };
  if (awaits.includes(us)) lists.waitingForUs.push({ what: 'toSign', ...card });
  for (const party of awaits)
    if (party !== us) lists.waitingForThem.push({ what: 'theySign', party, ...card });
  if (act.openUntil !== undefined && act.openUntil < today)
    lists.overdue.push({ what: 'openUntil', ...card });
}

/** Lines of a plan in force whose time has come or gone without a report of anybody. */
function dateCards(
  lists: Lists,
  register: Register,
  text: SubjectId,
  act: Hash | undefined,
  today: string,
): void {
  const content = act === undefined ? undefined : inForce(register, text, today)?.content;
  for (const item of content?.items ?? []) {
    const { period, standing } = item.fields;
    const end = lastDay(period);
    if (end === undefined || standing === 'cancelled' || standing === 'replaced') continue;
    if (accountsOf(register, item.id, 'report').sides.some((side) => side.latest !== undefined)) continue;
    const title = titleOfLine(register, text, item.id, item.fields);
    const card = { text, subject: item.id, number: item.number, title, when: end };
    if (end < today) lists.overdue.push({ what: 'overdue', ...card });
    else if (end <= addDays(today, soonDays)) lists.due.push({ what: 'due', ...card });
  }
}

/** The last day that a partial period may reach to. */
export function lastDay(period: Json | undefined): string | undefined {
  if (!isObject(period)) return undefined;
  const date = stringOf(period['to'] ?? period['from']).replace('~', '');
  if (date.length === 4) return `${date}-12-31`;
  if (date.length === 7)
    return new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5)), 0)).toISOString().slice(0, 10);
  return date.length === 10 ? date : undefined;
}

async function submissionCards(
  lists: Lists,
  node: Node,
  programme: KnownProgramme,
  account: string,
): Promise<void> {
  const register = await programme.register();
  for (const { by, entries, ref, state } of await submissionsOf(node, programme)) {
    if (state === 'sent') continue;
    const what = state === 'prepared' ? 'toClear' : state;
    if (what === 'toClear' || by === account)
      lists.waitingForUs.push({
        what,
        text: ref.text,
        title: titleOfView(register, viewOf(register, ref)),
        count: entries,
      });
  }
}

/** What partners wrote down as our positions, until we make it ours (T12). */
function recordedCards(lists: Lists, register: Register, us: PartyCode, today: string): void {
  for (const { by, count, item, text } of recordedOfUs(register, us)) {
    const shown = item === text ? { title: titleIn(register, text) } : shownLine(register, item, today);
    lists.waitingForUs.push({ what: 'recorded', ...shown, text, subject: item, party: by, count });
  }
}

function titleIn(register: Register, text: SubjectId): DeskCard['title'] {
  return titleOfView(register, viewOf(register, { text }));
}

function reportCards(lists: Lists, register: Register, today: string): void {
  for (const subject of subjectsOf(register, 'report')) {
    const view = accountsOf(register, subject, 'report');
    if (view.differs && settlementsOf(register, subject, today).length === 0)
      lists.waitingForUs.push({ what: 'divergence', subject, ...shownLine(register, subject, today) });
  }
}

function changedCards(
  lists: Lists,
  programme: KnownProgramme,
  register: Register,
  seen: ReadonlyMap<string, number>,
): void {
  const today = programme.today();
  for (const party of register.ground.parties) {
    const voice = party === programme.party ? undefined : effectOf(register, party)?.voice;
    if (voice === undefined) continue;
    const since = seen.get(party) ?? 0;
    for (const { draft, items } of voice.positions.values()) {
      const count = [...items.values()]
        .flatMap((item) => [...item.fields.values()])
        .filter((stated) => stated.seq > since).length;
      const { text } = draft;
      if (count === 0 || (draft.base !== undefined && !register.contents.has(draft.base))) continue;
      const view = textOf(register, draft);
      if (view.closed) continue;
      const title = titleOfView(register, view);
      lists.changed.push({ what: 'changedByThem', text, party, title, count });
    }
    for (const subject of voice.saidOf.get('report') ?? []) {
      if (statementsOn(register, party, subject).some((one) => one.kind === 'report' && one.seq > since))
        lists.changed.push({ what: 'report', subject, party, ...shownLine(register, subject, today) });
    }
    for (const subject of voice.saidOf.get('comment') ?? []) {
      const count = statementsOn(register, party, subject).filter(
        (one) => one.kind === 'comment' && one.seq > since,
      ).length;
      const card = { what: 'comment', subject, party, count } as const;
      if (count > 0) lists.changed.push({ ...card, ...shownLine(register, subject, today) });
    }
  }
}

/** Colleagues that call this account in a private comment. */
async function mentionCards(
  node: Node,
  programme: KnownProgramme,
  account: string,
  after: number,
): Promise<readonly DeskCard[]> {
  return (await mentionsOf(node, programme, account, after)).map(
    ({ at, in: text, subject, text: title, writer }) => ({
      what: 'mention',
      subject,
      title,
      when: at,
      ...(text === undefined ? {} : { text }),
      ...(writer === undefined ? {} : { writer }),
    }),
  );
}

/** Private tasks whose day has come, and how much the account's agency has to do. */
async function taskCards(
  lists: Lists,
  node: Node,
  programme: KnownProgramme,
  account: Account,
  today: string,
): Promise<void> {
  if (account.agency !== undefined) {
    const asking = { register: await programme.register(), day: today, sight: 'parties' } as const;
    const open = tasksOf(asking).filter(
      ({ done, lead }) => !done && lead.some(({ agency }) => isOfAgency(agency, account.agency)),
    );
    if (open.length > 0) lists.waitingForUs.unshift({ what: 'mine', title: {}, count: open.length });
  }
  if (!account.roles.some((role) => taskRoles.has(role))) return;
  for (const { done, due, remind, subject, title } of await tasksFor(node, programme, account)) {
    const when = due ?? remind;
    if (done || when === undefined) continue;
    const card = { what: 'task', subject, title: { und: title }, when } as const;
    if (due !== undefined && due < today) lists.overdue.push(card);
    else if ((remind ?? due ?? '') <= today || when <= addDays(today, soonDays)) lists.due.push(card);
  }
}

const taskRoles: ReadonlySet<string> = new Set(['desk', 'implementer', 'leader', 'signatory']);

async function nodeCards(
  lists: Lists,
  node: Node,
  programme: KnownProgramme,
  isAdministrator: boolean,
): Promise<void> {
  const { running } = programme;
  if (running === undefined) return;
  const lock = running.lock();
  if (lock !== undefined) lists.waitingForUs.push({ what: 'locked', title: {}, when: lock.since });
  const [chain] = await running.chains(running.party);
  const waiting = !isAdministrator || chain === undefined ? [] : await waitingKeys(node, chain.state);
  if (waiting.length > 0) lists.waitingForUs.push({ what: 'keyWaits', title: {}, count: waiting.length });
  for (const { party } of running.founding.parties) {
    if ((await running.chains(party)).length > 1) lists.changed.push({ what: 'fork', party, title: {} });
  }
}

/** What a subject is called: as the act in force fixes it, else as anybody stated it. */
function shownLine(
  register: Register,
  subject: SubjectId,
  today: string,
): Pick<DeskCard, 'title' | 'number' | 'text'> {
  const line = lineOf(register, subject, today);
  if (line === undefined) return { title: {} };
  return {
    title: titleOfLine(register, line.text, subject, line.fields),
    number: line.number,
    text: line.text,
  };
}

interface Seen {
  /** Entry of each feed up to which the account has looked. */
  readonly upTo: ReadonlyMap<string, number>;
  readonly at?: string;
  /** Of the workspace, when it looked. */
  readonly version: number;
}

async function seenOf(node: Node, programme: KnownProgramme, account: string): Promise<Seen> {
  const document = await node.store.workspace.document(collection, `${programme.id}/${account}`);
  if (!isObject(document?.value)) return { upTo: new Map(), version: 0 };
  const { at, ...upTo } = document.value;
  return {
    upTo: new Map(Object.entries(upTo).map(([party, seq]) => [party, Number(seq)])),
    version: document.version,
    ...(typeof at === 'string' ? { at } : {}),
  };
}

/** From now on "changed since I was here" begins anew for this account. */
export async function markSeen(
  node: Node,
  programme: KnownProgramme,
  { account }: Pick<SignedIn, 'account'>,
): Promise<void> {
  const register = await programme.register();
  const upTo = register.ground.parties.map((party) => [party, effectOf(register, party)?.voice.applied ?? 0]);
  const value = { ...(Object.fromEntries(upTo) as Record<string, number>), at: node.time() };
  await node.store.workspace.write([
    { op: 'putDocument', collection, id: `${programme.id}/${account.id}`, value, expected: 'any' },
  ]);
}
