import { readFileSync } from 'node:fs';
import { ImportRefused } from '../node/import/limits.ts';
import { type ImportAs, importFields, type Mapping, noMapping, readMapping } from '../node/import/mapping.ts';
import { type ImportPlan, planImport, type RowNote } from '../node/import/plan-import.ts';
import { takeImport } from '../node/import/take-import.ts';
import { Refusal } from '../node/problem.ts';
import { type Call, type Command, dirOption, jsonOption } from './command.ts';
import type { ExitName } from './exits.ts';
import { CommandFault } from './fault.ts';
import { usageFault } from './run.ts';
import { actingAccount, chosenProgramme, withNode } from './with-node.ts';

/** Rows that are named on a terminal; with `--json` all are. */
const shownMax = 20;

/** Takes a record or a list of agreements in, as statements of ours: all or nothing or, on request, all that is sound. */
export const importCommand: Command = {
  usage: [
    'FILE --as record [--map FILE] [--dry-run] [--sound-only] [--by NAME] [--dir FOLDER]',
    'FILE --as incidents [--map FILE] [--dry-run] [--sound-only] [--by NAME] [--dir FOLDER]',
    'FILE --as agreements [--map FILE] [--dry-run] [--sound-only] [--by NAME] [--dir FOLDER]',
  ],
  operands: { least: 1, most: 1 },
  options: {
    as: { value: 'WHAT', says: 'cli.importAs', required: true },
    map: { value: 'FILE', says: 'cli.importMap' },
    'dry-run': { says: 'cli.importDryRun' },
    'sound-only': { says: 'cli.importSoundOnly' },
    by: { value: 'NAME', says: 'cli.optionAs' },
    programme: { value: 'ID', says: 'cli.optionProgramme' },
    ...dirOption,
    ...jsonOption,
  },
  examples: [
    'import chronology.jsonl --as record --dry-run --dir VN',
    'import agreements.xlsx --as agreements --map map.json --sound-only --dir VN',
  ],
  exits: ['refused', 'locked', 'storage'],
  run: (call) =>
    withNode(call, async (node) => {
      const as = call.need('as');
      if (!Object.hasOwn(importFields, as)) throw usageFault(call.t, call.name, call.t('cli.importAsForm'));
      const { running } = await chosenProgramme(call, node);
      if (running === undefined) throw new Refusal('programme.not-founded');
      const isDry = call.flag('dry-run');
      // Who says it is asked before a long file is read.
      if (!isDry)
        await actingAccount(
          { ...call, text: (name) => call.text(name === 'as' ? 'by' : name) },
          node,
          'desk',
        );
      const plan = await readPlan(call, as as ImportAs, (kind, mapping) =>
        running
          .register()
          .then((register) => planImport(call.operands[0] ?? '', kind, mapping, register, running.party)),
      );
      const isRefused = plan.faults.length > 0 && !call.flag('sound-only');
      const head = isDry || isRefused ? undefined : await takeImport(running, plan);
      show(call, plan, { isDry, isRefused, seq: head?.seq });
      return isRefused && !isDry ? ('refused' satisfies ExitName) : 'ok';
    }),
};

async function readPlan(
  call: Call,
  as: ImportAs,
  plan: (as: ImportAs, mapping: Mapping) => Promise<ImportPlan>,
): Promise<ImportPlan> {
  const file = call.text('map');
  try {
    return await plan(as, file === undefined ? noMapping : readMapping(readFileSync(file), as));
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    throw new CommandFault('refused', error.code, call.t('cli.importRefused', { reason: error.message }), {
      cause: error,
    });
  }
}

interface Outcome {
  readonly isDry: boolean;
  readonly isRefused: boolean;
  readonly seq: number | undefined;
}

/** What it will do or did first, then each row that it could not take. */
function show(call: Call, plan: ImportPlan, { isDry, isRefused, seq }: Outcome): void {
  const { t, terminal } = call;
  const { faults, kinds, known, notes, rows, statements, taken } = plan;
  if (call.flag('json')) {
    terminal.json({
      rows,
      taken,
      statements: statements.length,
      kinds,
      known,
      faults,
      notes,
      written: seq !== undefined,
      ...(seq === undefined ? {} : { seq }),
    });
    return;
  }
  terminal.print(t('cli.importRows', { rows, taken, faults: faults.length, known }));
  for (const [kind, count] of Object.entries(kinds)) terminal.print(`   ${kind}: ${count}`);
  for (const fault of faults.slice(0, shownMax)) terminal.print(noteLine(call, fault));
  if (faults.length > shownMax) terminal.print(t('cli.importMore', { count: faults.length - shownMax }));
  const reasons = new Map<string, number>();
  for (const { reason } of notes) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  for (const [reason, count] of reasons) terminal.print(`   ${reason}: ${count}`);
  if (isRefused) terminal.print(t('cli.importNothing'));
  else if (isDry) terminal.print(t('cli.importDry'));
  else terminal.print(t('cli.importDone', { count: statements.length, seq: seq ?? 0 }));
}

const noteLine = ({ t }: Call, { column, reason, row, value }: RowNote): string =>
  `   ${t('cli.importFault', { row, column: plain(column) || '–', reason, value: plain(value) })}`;

/** Cells of a foreign file must not look like lines of ours. */
const plain = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '·');
