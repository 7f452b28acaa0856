import type { PartyCode, SubjectId } from '../core/bytes/ids.ts';
import type { Json, JsonObject } from '../core/bytes/json.ts';
import { normaliseInput } from '../core/bytes/name.ts';
import type { Head } from '../core/feed/entry.ts';
import type { Register } from '../core/register/register.ts';
import type { DraftRef, FieldView, TextView } from '../core/text/view.ts';
import type { DraftKey } from '../store/workspace.ts';
import { auditChange } from './accounts.ts';
import { type Draft, draftsOfText, viewOf } from './drafts.ts';
import { entriesOf } from './entries-of-drafts.ts';
import { stringOf } from './json-text.ts';
import { randomToken } from './keys.ts';
import type { Node } from './node.ts';
import { Refusal } from './problem.ts';
import type { Programme } from './programme.ts';
import { type KnownProgramme, settingsOf } from './programmes.ts';
import { finishSending, noteSending, sentChange, whileSending } from './sending.ts';
import { fieldIn, itemIn } from './view-index.ts';

/* "Prepare submission": the pending batch with a comparison, put before whoever clears it; only then is it sent. */

export interface Compared {
  readonly item: SubjectId;
  readonly number?: number;
  readonly field: string;
  readonly before?: Json;
  readonly after?: Json;
  readonly theirs: readonly { readonly party: PartyCode; readonly value?: Json }[];
}

export interface Submission {
  readonly id: string;
  readonly ref: DraftRef;
  readonly note: string;
  readonly state: 'prepared' | 'cleared' | 'returned' | 'sent';
  readonly by: string;
  readonly at: string;
  readonly decidedBy?: string;
  readonly decidedAt?: string;
  readonly decision?: string;
  readonly entries: number;
  readonly comparison: readonly Compared[];
  /** The drafts it was made of, by place and version. */
  readonly drafts: readonly string[];
  /** Drafts have changed since. */
  readonly stale: boolean;
  readonly version: number;
}

const collection = 'submission';

/** The newest submission of a draft that is not sent. */
export async function openSubmission(
  node: Node,
  programme: KnownProgramme,
  ref: DraftRef,
): Promise<Submission | undefined> {
  const all = await submissionsOf(node, programme);
  const open = all
    .filter((one) => one.state !== 'sent' && sameRef(one.ref, ref))
    .sort((one, other) => other.version - one.version)[0];
  return open && { ...open, stale: isStale(open, await draftsOfText(node, programme, ref)) };
}

/** All submissions of a programme. */
export async function submissionsOf(node: Node, programme: KnownProgramme): Promise<readonly Submission[]> {
  if (!programme.seesPrivate) return [];
  const documents = await node.store.workspace.documents(collection, { prefix: `${programme.id}/` });
  return documents.map(({ value, version }) => ({
    ...(value as unknown as Submission),
    stale: false,
    version,
  }));
}

/** @throws Refusal `draft.nothing` */
export async function prepareSubmission(
  node: Node,
  programme: KnownProgramme,
  account: string,
  ref: DraftRef,
  note: string,
): Promise<Submission> {
  const register = await programme.register();
  const drafts = await draftsOfText(node, programme, ref);
  const entries = entriesOf(register, ref, drafts).length;
  const id = randomToken(9);
  const value = {
    id,
    ref: { ...ref },
    note: normaliseInput(note),
    state: 'prepared',
    by: account,
    at: node.time(),
    entries,
    comparison: compareDrafts(register, viewOf(register, ref), programme.party, drafts),
    drafts: drafts.map(placeOf),
  } as unknown as JsonObject;
  const older = (await submissionsOf(node, programme)).filter(
    (one) => one.state !== 'sent' && sameRef(one.ref, ref),
  );
  const outcome = await node.store.workspace.write([
    ...older.map((one) => ({
      op: 'deleteDocument' as const,
      collection,
      id: `${programme.id}/${one.id}`,
      expected: 'any' as const,
    })),
    { op: 'putDocument', collection, id: `${programme.id}/${id}`, value, expected: 0 },
    auditChange(node, account, 'submission.prepared', { text: ref.text, entries }, programme.id),
  ]);
  if (!outcome.ok) throw new Refusal('submission.stale');
  programme.running?.tell('workspace', [ref.text]);
  return readSubmission(node, programme, id);
}

/** @throws Refusal `request.not-found` */
export async function readSubmission(node: Node, programme: KnownProgramme, id: string): Promise<Submission> {
  const document = await node.store.workspace.document(collection, `${programme.id}/${id}`);
  if (document === null) throw new Refusal('request.not-found');
  const submission = {
    ...(document.value as unknown as Submission),
    version: document.version,
    stale: false,
  };
  if (submission.state === 'sent') return submission;
  return { ...submission, stale: isStale(submission, await draftsOfText(node, programme, submission.ref)) };
}

/**
 * Clears a submission or returns it.
 *
 * @throws Refusal `submission.stale`, `submission.own`
 */
export async function decideSubmission(
  node: Node,
  programme: KnownProgramme,
  account: string,
  id: string,
  given: { readonly decision: 'cleared' | 'returned'; readonly note: string; readonly version: number },
): Promise<Submission> {
  const submission = await readSubmission(node, programme, id);
  if (submission.state === 'sent' || submission.stale || submission.version !== given.version)
    throw new Refusal('submission.stale');
  const { fourEyes } = await settingsOf(node, programme.id);
  if (fourEyes && given.decision === 'cleared' && submission.by === account)
    throw new Refusal('submission.own');
  await put(node, programme, account, submission, {
    state: given.decision,
    decidedBy: account,
    decidedAt: node.time(),
    decision: normaliseInput(given.note),
  });
  return readSubmission(node, programme, id);
}

/**
 * Sends a submission as one batch. When this resolves it is durable and is our position.
 *
 * @throws Refusal `submission.stale`, `submission.not-cleared`, `programme.not-founded`, `lock.signing`, `text.closed`
 */
export async function sendSubmission(
  node: Node,
  programme: KnownProgramme,
  account: string,
  id: string,
  version: number,
): Promise<{ readonly head: Head; readonly submission: Submission }> {
  const { running } = programme;
  if (running === undefined) throw new Refusal('programme.not-founded');
  await finishSending(node, running);
  return whileSending(running, id, async () => {
    const { head, sent, submission } = await say(node, programme, running, id, version);
    await put(node, programme, account, submission, { state: 'sent' }, sent);
    return { head, submission: await readSubmission(node, programme, id) };
  });
}

/** Says a submission in our feed; noted before, so that it is never said twice. */
async function say(
  node: Node,
  programme: KnownProgramme,
  running: Programme,
  id: string,
  version: number,
): Promise<{ readonly head: Head; readonly submission: Submission; readonly sent: readonly Draft[] }> {
  const { fourEyes } = await settingsOf(node, programme.id);
  let submission = await readSubmission(node, programme, id);
  let sent: readonly Draft[] = [];
  const head = await running.append(async (register) => {
    submission = await readSubmission(node, programme, id);
    if (submission.state === 'sent' || submission.stale || submission.version !== version)
      throw new Refusal('submission.stale');
    if (submission.state === 'returned' || (fourEyes && submission.state !== 'cleared'))
      throw new Refusal('submission.not-cleared');
    if (viewOf(register, submission.ref).closed) throw new Refusal('text.closed');
    sent = await draftsOfText(node, programme, submission.ref);
    const items = entriesOf(register, submission.ref, sent);
    const key = draftKeyOf(programme, submission.ref);
    const drafts = sent.map(({ field, item, version: of }) => ({
      key: { ...key, item, field },
      version: of,
    }));
    await noteSending(node, running, id, items, drafts);
    return items;
  });
  return { head, submission, sent };
}

function draftKeyOf({ id }: KnownProgramme, ref: DraftRef): Omit<DraftKey, 'item' | 'field'> {
  const mode = ref.base === undefined ? 'first' : (ref.mode ?? 'amendment');
  return { programme: id, text: ref.text, base: ref.base ?? null, mode };
}

async function put(
  node: Node,
  programme: KnownProgramme,
  account: string,
  submission: Submission,
  change: JsonObject,
  gone: readonly Draft[] = [],
): Promise<void> {
  const { ref, stale: _stale, version, ...kept } = submission;
  const key = draftKeyOf(programme, ref);
  const deletions = gone.map(({ field, item, version: draft }) => ({
    op: 'deleteDraft' as const,
    key: { ...key, item, field },
    expected: draft,
  }));
  const value = { ...(kept as unknown as JsonObject), ref: { ...ref } as unknown as JsonObject, ...change };
  const id = `${programme.id}/${submission.id}`;
  const audit = auditChange(
    node,
    account,
    `submission.${stringOf(change['state'])}`,
    { text: ref.text },
    programme.id,
  );
  const done =
    programme.running === undefined || gone.length === 0
      ? []
      : [sentChange(programme.running, submission.id)];
  const outcome = await node.store.workspace.write([
    ...deletions,
    { op: 'putDocument', collection, id, value, expected: version },
    ...done,
    audit,
  ]);
  if (!outcome.ok) {
    if (gone.length === 0) throw new Refusal('submission.stale');
    // It is sent; what somebody edited in that very moment stays a draft.
    const edited = new Set(outcome.stale.map((one) => one.change));
    const rest = deletions.filter((_, at) => !edited.has(at));
    await node.store.workspace.write([
      ...rest,
      { op: 'putDocument', collection, id, value, expected: 'any' },
      ...done,
      audit,
    ]);
  }
  programme.running?.tell('workspace', [ref.text]);
}

const placeOf = (draft: Draft): string => `${draft.item} ${draft.field} ${draft.version}`;

function isStale(submission: Submission, drafts: readonly Draft[]): boolean {
  const known = new Set(submission.drafts);
  return known.size !== drafts.length || drafts.some((draft) => !known.has(placeOf(draft)));
}

const sameRef = (one: DraftRef, other: DraftRef): boolean =>
  one.text === other.text &&
  one.base === other.base &&
  (one.base === undefined || (one.mode ?? 'amendment') === (other.mode ?? 'amendment'));

/** What each change makes of our position, beside theirs. */
export function compareDrafts(
  register: Register,
  view: TextView,
  party: PartyCode,
  drafts: readonly Draft[],
): readonly Compared[] {
  return drafts.map((draft) => {
    const field = fieldIn(view, draft.item, draft.field);
    const number = itemIn(view, draft.item)?.number;
    const before = positionOf(field, party);
    const after = afterOf(field, draft);
    return {
      item: draft.item,
      field: draft.field,
      ...(number === undefined ? {} : { number }),
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
      theirs: register.ground.parties
        .filter((one) => one !== party)
        .map((one) => {
          const value = positionOf(field, one);
          return value === undefined ? { party: one } : { party: one, value };
        }),
    };
  });
}

/** The value that a field will have for us once a draft is sent. */
export function afterOf(field: FieldView | undefined, draft: Draft): Json | undefined {
  if (draft.withdraw === true) return undefined;
  if (draft.accept !== undefined) return positionOf(field, draft.accept.party);
  return draft.value;
}

function positionOf(field: FieldView | undefined, party: PartyCode): Json | undefined {
  return field?.positions.find((one) => one.party === party)?.value;
}
