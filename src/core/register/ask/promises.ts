import { label } from '../../kinds/declare.ts';
import { followed } from '../register.ts';
import type { Asking } from './asking.ts';
import { col, opt, promiseStates } from './columns.ts';
import { chosen, type LedgerRow, ledgerOf, type PromiseState, withCarriers } from './ledger.ts';
import { type Question, textOption } from './question.ts';

/** A promise with what became of it by each side (S6). */
export type PromiseRow = LedgerRow & Required<Pick<LedgerRow, 'state' | 'silent' | 'says' | 'differs'>>;

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
    for: { type: 'subject', kinds: ['event', 'undertaking'], label: col.event.label },
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
  later: withCarriers,
  ask: (asking, options) => {
    const state = textOption(options, 'state');
    const all = chosen(promisesOf(asking), options);
    const count = (of: PromiseState): number => all.filter((row) => row.state === of).length;
    const rows = state === undefined ? all : all.filter((row) => row.state === state);
    const silent = all.filter((row) => row.silent).length;
    return {
      rows,
      about: {
        kept: count('kept'),
        unkept: count('unkept'),
        open: count('open'),
        silent,
        sides: bySide(all),
      },
    };
  },
};

/** For each party how many of the promises that bind it became what. */
function bySide(all: readonly PromiseRow[]) {
  const sides = new Map<string, { party: string; kept: number; unkept: number; open: number }>();
  for (const { sides: bound, state } of all) {
    for (const party of bound) {
      const side = sides.get(party) ?? { party, kept: 0, unkept: 0, open: 0 };
      sides.set(party, { ...side, [state]: side[state] + 1 });
    }
  }
  return [...sides.values()].toSorted((one, other) => (one.party < other.party ? -1 : 1));
}

/** All promises in order of when they were made. */
export const promisesOf = (asking: Asking): readonly PromiseRow[] =>
  followed<{ said: readonly LedgerRow[]; promises: readonly PromiseRow[] }>(
    asking.register,
    `promises ${asking.sight}`,
    (before) => {
      const said = ledgerOf(asking);
      if (before?.said === said) return before;
      return { said, promises: said.filter((row): row is PromiseRow => row.binds) };
    },
  ).promises;
