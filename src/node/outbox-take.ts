import type { OutboxPage, OutboxReport } from '../api/field.ts';
import type { FileRef } from '../api/schema.ts';
import type { Statement } from '../api/statements.ts';
import type { Hash } from '../core/bytes/ids.ts';
import { isSubjectId } from '../core/bytes/ids.ts';
import type { JsonObject } from '../core/bytes/json.ts';
import type { Register } from '../core/register/register.ts';
import { type Account, auditChange } from './accounts.ts';
import { keptReport, type NewReport, saysOf, stateReport } from './field-reports.ts';
import { isCleared, isRestricted } from './handling.ts';
import type { Node } from './node.ts';
import { type OpenedOutbox, openOutbox } from './outbox-file.ts';
import { Refusal } from './problem.ts';
import type { Programme } from './programme.ts';
import { filesIn } from './signing.ts';
import { latestFor, statementBody, statementJson } from './statements.ts';
import { lineOf, titleOfLine } from './texts.ts';
import { keepUpload } from './uploads.ts';

/** What an outbox file would state, report by report; nothing is written. @throws Refusal as `openOutbox` */
export async function inspectOutbox(
  node: Node,
  programme: Programme,
  officer: Account,
  file: Uint8Array,
): Promise<OutboxPage> {
  const opened = await openOutbox(node, programme, file);
  return pageOf(node, programme, officer, opened, new Map());
}

/**
 * States reports of an outbox file for its author, each under its own id, in their order. What cannot be stated is left, with
 * the reason; the others are stated.
 *
 * @param send ids of the reports, with the seq of our statement that each may replace where its author knew an older one
 * @throws Refusal as `openOutbox`
 */
export async function takeOutbox(
  node: Node,
  programme: Programme,
  officer: Account,
  file: Uint8Array,
  send: ReadonlyMap<string, number | undefined>,
): Promise<OutboxPage> {
  const opened = await openOutbox(node, programme, file);
  const codes = new Map<string, string>();
  let stated = 0;
  for (const report of opened.reports) {
    if (!send.has(report.id)) continue;
    const version = send.get(report.id) ?? report.version;
    try {
      for (const hash of filesIn(report.fields)) await keepFile(node, programme, opened, hash);
      await stateReport(node, programme, opened.author, newReport({ ...report, version }), officer);
      stated += 1;
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'lock.signing') throw error;
      if (error.code !== 'statement.stale') codes.set(report.id, error.code);
    }
  }
  await node.store.workspace.write([
    auditChange(
      node,
      officer.id,
      'outbox.taken',
      { author: opened.author.id, reports: stated },
      programme.id,
    ),
  ]);
  return pageOf(node, programme, officer, opened, codes);
}

async function keepFile(node: Node, programme: Programme, opened: OpenedOutbox, hash: Hash): Promise<void> {
  const bytes = opened.files.get(hash);
  if (bytes === undefined || (await programme.store.hasAttachment(hash))) return;
  await keepUpload(
    node,
    (async function* () {
      yield bytes;
    })(),
    bytes.length,
  );
}

async function pageOf(
  node: Node,
  programme: Programme,
  officer: Account,
  opened: OpenedOutbox,
  codes: ReadonlyMap<string, string>,
): Promise<OutboxPage> {
  const register = await programme.register();
  const { author, made } = opened;
  const reports: OutboxReport[] = [];
  for (const report of opened.reports) {
    reports.push({
      ...report,
      files: fileRefs(report.fields),
      ...shownLine(register, report.subject, programme.today()),
      ...(await stateOf(node, programme, register, [author, officer], opened, report, codes.get(report.id))),
    });
  }
  const post = Object.fromEntries(
    Object.entries(author.post).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return { author: { name: author.name, post }, made, reports };
}

async function stateOf(
  node: Node,
  programme: Programme,
  register: Register,
  readers: readonly Account[],
  opened: OpenedOutbox,
  report: OpenedOutbox['reports'][number],
  code: string | undefined,
): Promise<Pick<OutboxReport, 'state' | 'code' | 'current'>> {
  if (code !== undefined) return { state: 'refused', code };
  const given = newReport(report);
  const kept = await keptReport(node, programme, report.id);
  if (kept !== undefined && (kept.by !== opened.author.id || kept.says !== saysOf(node, given)))
    return { state: 'refused', code: 'field.other' };
  if (kept?.seq !== undefined) return { state: 'stated' };
  try {
    const body = statementBody(register, programme.party, given);
    const latest = latestFor(register, programme.party, given);
    const touched = [{ fields: body.fields, accounts: [] }, ...(latest === undefined ? [] : [latest])];
    if (!readers.every(isCleared) && touched.some(isRestricted))
      return { state: 'refused', code: 'access.denied' };
    for (const hash of filesIn(body.fields))
      if (!opened.files.has(hash) && !(await programme.store.hasAttachment(hash)))
        return { state: 'refused', code: 'text.kind' };
    if ((latest?.seq ?? 0) === report.version) return { state: 'new' };
    return {
      state: 'changed',
      ...(latest === undefined ? {} : { current: statementJson(latest) as unknown as Statement }),
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { state: 'refused', code: error.code };
  }
}

const newReport = (report: OpenedOutbox['reports'][number]): NewReport => ({
  ...report,
  fields: report.fields,
});

const fileRefs = (fields: JsonObject): FileRef[] =>
  Object.values(fields).flatMap((value) =>
    Array.isArray(value)
      ? (value as readonly JsonObject[]).filter((one) => filesIn(one).length === 1 && 'hash' in one)
      : [],
  ) as unknown as FileRef[];

function shownLine(
  register: Register,
  subject: string,
  today: string,
): Pick<OutboxReport, 'title' | 'number'> {
  if (!isSubjectId(subject)) return { title: {} };
  const line = lineOf(register, subject, today);
  return line === undefined
    ? { title: {} }
    : { title: titleOfLine(register, line.text, subject, line.fields), number: line.number };
}
