import { label } from '../../kinds/declare.ts';
import { type Asking, askedOnce, type Entry, textIn } from './asking.ts';
import { col, opt, promiseStates } from './columns.ts';
import { chosen, type LedgerRow, ledgerOf } from './ledger.ts';
import { carriersOf } from './lines.ts';
import { entriesOf, mattersOn } from './matters.ts';
import { type Question, textOption } from './question.ts';

export type PromiseState = 'kept' | 'unkept' | 'open';

/** A promise with what became of it by each side; nobody's word wins (S6). */
export type PromiseRow = LedgerRow & {
  readonly state: PromiseState;
  /** Nobody has reported: silence is open, never unkept. */
  readonly silent: boolean;
  readonly says: readonly { readonly party: string; readonly status: string; readonly closed?: boolean }[];
  /** The sides that have spoken do not say the same. */
  readonly differs: boolean;
  /** Activities, events and texts that carry it out. */
  readonly carriers: readonly string[];
};

export const promises: Question = {
  question: 'promises',
  label: label(
    'Promises and what became of them',
    'Cam kết và kết quả',
    'ຄຳໝັ້ນສັນຍາ ແລະ ຜົນ',
    'Engagements et suites',
  ),
  options: {
    state: { type: 'code', codes: promiseStates, label: col.promise.label },
    by: opt.by,
    force: opt.force,
    area: opt.area,
    on: opt.on,
    for: { type: 'subject', kinds: ['event'], label: col.event.label },
  },
  columns: {
    date: col.date,
    sides: col.sides,
    to: col.to,
    wording: col.wording,
    force: col.force,
    area: col.area,
    due: col.due,
    state: col.promise,
    silent: col.silent,
    says: col.says,
    carriers: col.carriers,
    event: col.event,
    source: col.source,
    exercise: col.exercise,
  },
  ask: (asking, options) => {
    const state = textOption(options, 'state');
    const all = chosen(promisesOf(asking), options);
    const count = (of: PromiseState): number => all.filter((row) => row.state === of).length;
    const rows = state === undefined ? all : all.filter((row) => row.state === state);
    const silent = all.filter((row) => row.silent).length;
    return { rows, about: { kept: count('kept'), unkept: count('unkept'), open: count('open'), silent } };
  },
};

/** All promises in order of when they were made; the day decides what is in force to carry them out. */
export function promisesOf(asking: Asking): readonly PromiseRow[] {
  return askedOnce(asking, 'promises', () =>
    ledgerOf(asking)
      .filter(({ binds }) => binds)
      .map((row) => promiseRow(asking, row)),
  );
}

function promiseRow(asking: Asking, row: LedgerRow): PromiseRow {
  const matters = mattersOn(asking, 'outcome', row.subject);
  const says = matters.flatMap(({ sides }) =>
    sides.map(({ fields, party }) => ({
      party: party as string,
      status: textIn(fields['status']) ?? '',
      ...(fields['closed'] === true ? { closed: true } : {}),
    })),
  );
  const entries: readonly Entry[] = [...row.entries, ...entriesOf(...matters)];
  const carriers = carriersOf(asking, row.subject).map(({ subject }) => subject);
  const differs = says.some(({ status }) => status !== says[0]?.status);
  return { ...row, entries, state: stateOf(says), silent: says.length === 0, says, differs, carriers };
}

/** S6: unkept when a side says so; kept when all who speak say carried out; else open. */
export function stateOf(says: PromiseRow['says']): PromiseState {
  if (says.some(({ closed, status }) => status === 'dropped' || (closed === true && status !== 'carriedOut')))
    return 'unkept';
  return says.length > 0 && says.every(({ status }) => status === 'carriedOut') ? 'kept' : 'open';
}
