import { label } from '../../kinds/declare.ts';
import type { Asking } from './asking.ts';
import { col, opt, promiseStates } from './columns.ts';
import { type Groups, groupedRows, groupsOf } from './grouped.ts';
import { chosen, type LedgerRow, ledgerGroups, type PromiseState, withCarriers } from './ledger.ts';
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
    const groups = all === promisesOf(asking) ? promiseGroups(asking) : groupsOf(all, keysOf);
    const rows = state === undefined ? all : (groups.get(state) ?? []);
    const count = (key: string): number => groups.get(key)?.length ?? 0;
    return {
      rows,
      about: {
        kept: count('kept'),
        unkept: count('unkept'),
        open: count('open'),
        silent: count('silent'),
        sides: bySide(groups),
      },
    };
  },
};

/** For each party how many of the promises that bind it became what. */
function bySide(groups: Groups<PromiseRow>) {
  const parties = new Set([...groups.keys()].flatMap((key) => /^side (\S+) /.exec(key)?.[1] ?? []));
  const count = (party: string, state: PromiseState): number =>
    groups.get(`side ${party} ${state}`)?.length ?? 0;
  return [...parties].sort().map((party) => ({
    party,
    kept: count(party, 'kept'),
    unkept: count(party, 'unkept'),
    open: count(party, 'open'),
  }));
}

/** All promises in order of when they were made. */
export const promisesOf = (asking: Asking): readonly PromiseRow[] =>
  (ledgerGroups(asking).get('binds') ?? none) as readonly PromiseRow[];

const none: readonly LedgerRow[] = [];

/** Promises by what became of them: `<state>`, `silent`, `side <party> <state>`, `open due`, `area multilateral`. */
export const promiseGroups = (asking: Asking): Groups<PromiseRow> =>
  groupedRows(asking, 'promises', promisesOf(asking), keysOf);

const keysOf = ({ area, due, sides, silent, state }: PromiseRow): readonly string[] => [
  state,
  ...(silent ? ['silent'] : []),
  ...new Set(sides.map((party) => `side ${party} ${state}`)),
  ...(state === 'open' && due !== undefined ? ['open due'] : []),
  ...(area === 'multilateral' ? ['area multilateral'] : []),
];
