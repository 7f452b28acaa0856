import { createReadStream, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { isSubjectId } from '../core/bytes/ids.ts';
import type { JsonObject } from '../core/bytes/json.ts';
import { statementKind } from '../core/kinds/catalogue.ts';
import { type AccountsView, accountsOf, type StatementView } from '../core/register/accounts.ts';
import type { Register } from '../core/register/register.ts';
import { Refusal } from '../node/problem.ts';
import type { Programme } from '../node/programme.ts';
import { makeStatement } from '../node/statements.ts';
import { type Call, type Command, dirOption, entryNumber, jsonOption } from './command.ts';
import { hashOfFile } from './disk-files.ts';
import { CommandFault } from './fault.ts';
import { namesOf } from './names.ts';
import { accountOption } from './plan-text.ts';
import { usageFault } from './run.ts';
import { labelLine, valueLine } from './show-value.ts';
import { actingAccount, chosenProgramme, withNode } from './with-node.ts';

export const report: Command = {
  usage: [
    'SUBJECT [--dir FOLDER]',
    'SUBJECT --status CODE [--figure WHAT=AMOUNT[:UNIT] …] [--narrative LANG=TEXT …] [--on DATE] [--attach FILE …] [--as NAME] [--dir FOLDER]',
    'SUBJECT --fields JSON [--on DATE] [--as NAME] [--dir FOLDER]',
  ],
  operands: { least: 1, most: 1 },
  options: {
    ...dirOption,
    programme: { value: 'ID', says: 'cli.optionProgramme' },
    status: { value: 'CODE', says: 'cli.optionStatus' },
    figure: { value: 'WHAT=AMOUNT[:UNIT]', says: 'cli.optionFigure', repeats: true },
    narrative: { value: 'LANG=TEXT', says: 'cli.optionNarrative', repeats: true },
    on: { value: 'DATE', says: 'cli.optionOn' },
    attach: { value: 'FILE', says: 'cli.optionAttach', repeats: true },
    fields: { value: 'JSON', says: 'cli.optionFields' },
    facet: { value: 'WORD', says: 'cli.optionFacet' },
    replaces: { value: 'ENTRY', says: 'cli.optionReplaces', whole: { ...entryNumber, least: 0 } },
    ...accountOption,
    ...jsonOption,
  },
  examples: [
    'report assistance.rice --dir VN',
    'report assistance.rice --status carriedOut --figure rice=1000:t --on 2020-12 --narrative vi="Đã giao đủ" --dir VN',
  ],
  exits: ['refused', 'locked', 'storage'],
  run: (call) =>
    withNode(call, async (node) => {
      const { running } = await chosenProgramme(call, node);
      if (running === undefined) throw new Refusal('programme.not-founded');
      const subject = call.operands[0] ?? '';
      if (!isSubjectId(subject))
        throw new CommandFault('refused', 'text.kind', call.t('cli.subjectForm', { subject }));
      const fields = await fieldsOf(call, running);
      if (Object.keys(fields).length > 0) {
        await actingAccount(call, node, 'desk', 'implementer');
        await makeReport(call, running, subject, fields);
      }
      const register = await running.register();
      answer(call, register, accountsOf(register, subject, 'report', call.text('facet')));
      return undefined;
    }),
};

/** What `--fields` says, and the options in words over it. */
async function fieldsOf(call: Call, programme: Programme): Promise<JsonObject> {
  const status = call.text('status');
  const narrative = namesOf(call, 'narrative');
  const figures = call.texts('figure').map((text) => figureOf(call, text));
  const files: JsonObject[] = [];
  for (const path of call.texts('attach')) files.push(await attach(programme, path));
  return {
    ...objectOf(call, call.text('fields') ?? '{}'),
    ...(status === undefined ? {} : { status }),
    ...(figures.length === 0 ? {} : { figures }),
    ...(Object.keys(narrative).length === 0 ? {} : { narrative }),
    ...(files.length === 0 ? {} : { files }),
  };
}

function objectOf(call: Call, text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject;
  } catch {
    // Said below.
  }
  throw usageFault(call.t, call.name, call.t('cli.notJson'));
}

function figureOf(call: Call, text: string): JsonObject {
  const [, what, amount, unit] = /^([^=]+)=([^:]+)(?::(.+))?$/.exec(text) ?? [];
  if (what === undefined || amount === undefined)
    throw usageFault(call.t, call.name, call.t('cli.figureForm', { figure: text }));
  return { what, amount, ...(unit === undefined ? {} : { unit }) };
}

const types: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.pdf': 'application/pdf',
};

/** Keeps a file under its hash and gives its row. */
async function attach(programme: Programme, path: string): Promise<JsonObject> {
  const hash = hashOfFile(path);
  const { size } = statSync(path);
  const writer = await programme.store.writeAttachment(hash, size);
  for await (const chunk of createReadStream(path, { start: writer.offset }) as AsyncIterable<Uint8Array>)
    await writer.write(writer.offset, chunk);
  await writer.finish();
  return {
    hash,
    name: basename(path),
    size,
    type: types[extname(path).toLowerCase()] ?? 'application/octet-stream',
  };
}

/** Replaces our own statement; nobody else's is touched, and the former stays in the history (S1). */
async function makeReport(
  call: Call,
  programme: Programme,
  subject: string,
  fields: JsonObject,
): Promise<void> {
  const facet = call.text('facet');
  const on = call.text('on');
  const register = await programme.register();
  const sides = isSubjectId(subject) ? accountsOf(register, subject, 'report', facet).sides : [];
  const own = sides.find(({ party }) => party === programme.party)?.latest;
  const version = call.number('replaces') ?? own?.seq ?? 0;
  await makeStatement(programme, { kind: 'report', subject, fields, facet, on, version });
}

function answer(call: Call, register: Register, view: AccountsView): void {
  const { language, t, terminal } = call;
  if (call.flag('json')) {
    terminal.json(view);
    return;
  }
  const declared = statementKind(register.kinds, 'report')?.fields ?? {};
  const print = (mark: string, statement: StatementView): void => {
    terminal.print(
      `${mark} ${t('cli.reportBy', { party: statement.party, seq: statement.seq, on: statement.on ?? '–' })}`,
    );
    for (const [name, value] of Object.entries(statement.fields ?? {})) {
      const field = declared[name];
      if (field !== undefined)
        terminal.print(`     ${labelLine(field, language)}: ${valueLine(value, field, language)}`);
    }
  };
  for (const { history, latest, party } of view.sides) {
    if (latest === undefined) terminal.print(t('cli.noReport', { party }));
    else print('*', latest);
    for (const earlier of history) print('  ', earlier);
  }
  for (const { field, standing } of view.fields) {
    const label = declared[field];
    if (label !== undefined)
      terminal.print(`${labelLine(label, language)}: ${t(`cli.standing.${standing}`)}`);
  }
}
