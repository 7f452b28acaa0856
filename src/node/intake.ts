import { createHash, randomBytes } from 'node:crypto';
import type { Intake, IntakeBrief, IntakeMark } from '../api/intake.ts';
import type { Hash, SubjectId } from '../core/bytes/ids.ts';
import type { JsonObject } from '../core/bytes/json.ts';
import { isPartialDate } from '../core/bytes/partial-date.ts';
import { tidy } from './drafts.ts';
import type { Node } from './node.ts';
import { Refusal } from './problem.ts';
import type { KnownProgramme } from './programmes.ts';
import { makeStatements, type NewStatement } from './statements.ts';

/* An article becomes a meeting with what was said at it. Its text is another's work: it stays here, its quoted words go. */

const collection = 'intake';

type Kept = Omit<Intake, 'id' | 'version' | 'hash'> & { readonly by: string };
export type IntakeHead = Pick<Intake, 'title' | 'source' | 'lang' | 'date' | 'place' | 'what'>;
type Changed = { readonly [Name in keyof IntakeHead]?: IntakeHead[Name] | undefined } & {
  readonly marks?: readonly IntakeMark[] | undefined;
  readonly version: number;
};

/** Articles that this side took in, without their texts; the newest first. */
export async function intakesOf(node: Node, programme: KnownProgramme): Promise<readonly IntakeBrief[]> {
  if (!programme.seesPrivate) return [];
  const documents = await node.store.workspace.documents(collection, { prefix: `${programme.id}/` });
  return documents
    .map(({ id, value, version }): IntakeBrief => {
      const { by: _, marks, text: __, ...head } = value as unknown as Kept;
      return { ...head, id: id.slice(programme.id.length + 1), marks: marks.length, version };
    })
    .sort((one, other) => (one.at < other.at ? 1 : -1));
}

/** @throws Refusal `request.not-found` */
export async function readIntake(node: Node, programme: KnownProgramme, id: string): Promise<Intake> {
  const document = programme.seesPrivate
    ? await node.store.workspace.document(collection, `${programme.id}/${id}`).catch(() => null)
    : null;
  if (document === null) throw new Refusal('request.not-found');
  const { by: _, ...kept } = document.value as unknown as Kept;
  return { ...kept, id, version: document.version, hash: hashOfText(kept.text) };
}

const hashOfText = (text: string): Hash => createHash('sha256').update(text).digest('hex') as Hash;

/** @throws Refusal `request.invalid` for a date that is none */
export async function beginIntake(
  node: Node,
  programme: KnownProgramme,
  account: string,
  given: IntakeHead & { readonly text: string },
): Promise<Intake> {
  checkDate(given.date);
  const id = randomBytes(6).toString('hex');
  const value = present({ ...given, marks: [], by: account, at: node.time() });
  await node.store.workspace.write([
    { op: 'putDocument', collection, id: `${programme.id}/${id}`, value, expected: 0 },
  ]);
  programme.running?.tell('workspace');
  return readIntake(node, programme, id);
}

/** @throws Refusal `request.not-found`, `request.invalid`, `draft.stale` with what stands in `current` */
export async function changeIntake(
  node: Node,
  programme: KnownProgramme,
  account: string,
  id: string,
  { version, ...change }: Changed,
): Promise<Intake> {
  const before = await readIntake(node, programme, id);
  if (before.event !== undefined) throw new Refusal('text.closed');
  if (change.date !== undefined) checkDate(change.date);
  const beyond = change.marks?.findIndex(({ from, to }) => from >= to || to > before.text.length) ?? -1;
  if (beyond >= 0)
    throw new Refusal('request.invalid', {
      errors: [{ path: `marks.${beyond}`, message: 'beyond the text' }],
    });
  await put(node, programme, account, before, present({ ...change }), version);
  return readIntake(node, programme, id);
}

async function put(
  node: Node,
  programme: KnownProgramme,
  account: string,
  { hash: _, id, version: stands, ...before }: Intake,
  change: JsonObject,
  version: number,
): Promise<void> {
  const value = { ...(before as unknown as JsonObject), ...change, by: account };
  const outcome =
    stands === version &&
    (await node.store.workspace.write([
      { op: 'putDocument', collection, id: `${programme.id}/${id}`, value, expected: version },
    ]));
  if (outcome === false || !outcome.ok)
    throw new Refusal('draft.stale', { current: (await readIntake(node, programme, id)) as never });
  programme.running?.tell('workspace');
}

export async function removeIntake(node: Node, programme: KnownProgramme, id: string): Promise<void> {
  const { version } = await readIntake(node, programme, id);
  await node.store.workspace.write([
    { op: 'deleteDocument', collection, id: `${programme.id}/${id}`, expected: version },
  ]);
  programme.running?.tell('workspace');
}

/**
 * States the meeting with its courtesies, and each undertaking with its quoted words and where they stand: one batch, all
 * or nothing. The text itself is not sent.
 *
 * @throws Refusal `request.not-found`, `draft.stale`, `text.closed` when it was sent, `text.kind` for a value that does not fit
 */
export async function sendIntake(
  node: Node,
  programme: KnownProgramme,
  account: string,
  id: string,
  version: number,
  isCleared: boolean,
): Promise<{ readonly seq: number; readonly event: SubjectId; readonly undertakings: readonly SubjectId[] }> {
  if (programme.running === undefined) throw new Refusal('programme.not-founded');
  const article = await readIntake(node, programme, id);
  if (article.event !== undefined) throw new Refusal('text.closed');
  if (article.version !== version) throw new Refusal('draft.stale', { current: article as never });
  const event = `event.in-${id}` as SubjectId;
  const statements = [eventOf(article, event), ...undertakingsOf(article, event)];
  const { seq } = await makeStatements(programme.running, statements, isCleared);
  await put(node, programme, account, article, { event }, version);
  return { seq, event, undertakings: statements.slice(1).map(({ subject }) => subject as SubjectId) };
}

function eventOf(article: Intake, subject: SubjectId): NewStatement {
  const { date, hash, lang, marks, place, source, title, what } = article;
  const said = marks
    .filter((mark) => mark.as === 'remark')
    .map((mark) =>
      present({ by: mark.by, kind: mark.code, gist: oneLine(mark.wording), ...quoted(article, mark) }),
    );
  const fields = present({
    title: { [lang]: title },
    what,
    date,
    place,
    sources: [{ source, lang }],
    sourceHash: hash,
    said: said.length === 0 ? undefined : said,
  });
  return { kind: 'event', subject, fields, version: 0 };
}

function undertakingsOf(article: Intake, event: SubjectId): NewStatement[] {
  return article.marks
    .filter((mark) => mark.as === 'undertaking')
    .map((mark): NewStatement => {
      const { addressee, area, by, code, id, sides, wording } = mark;
      const quote = quoted(article, mark);
      const fields = present({
        wording: { [article.lang]: wording ?? quote.cue },
        by,
        to: addressee,
        sides: sides?.length === 0 ? undefined : sides,
        area,
        force: code,
        ...quote,
        cueLang: article.lang,
        event,
        source: article.source,
      });
      return { kind: 'undertaking', subject: `undertaking.in-${article.id}-${id}`, fields, version: 0 };
    });
}

/** The words as they stand in the article, on one line, and the character at which they begin. */
const quoted = (
  article: Intake,
  { from, to }: IntakeMark,
): { readonly cue: string; readonly cueAt: number } => ({
  cue: oneLine(article.text.slice(from, to)) ?? '',
  cueAt: from,
});

const oneLine = (text: string | undefined): string | undefined => {
  const line = text?.replaceAll(/\s+/g, ' ').trim();
  return line === undefined || line === '' ? undefined : line;
};

function checkDate(date: string): void {
  if (!isPartialDate(date))
    throw new Refusal('request.invalid', { errors: [{ path: 'date', message: 'not a date' }] });
}

/** Without what is not given, as records keep text. */
const present = (fields: Readonly<Record<string, unknown>>): JsonObject =>
  tidy(
    Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as JsonObject,
  ) as JsonObject;
