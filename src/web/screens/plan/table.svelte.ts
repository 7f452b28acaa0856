import type { Codes } from '../../../core/kinds/declare.ts';
import { showValue } from '../../fields/show.ts';
import type { GridColumn } from '../../grid/grid.svelte.ts';
import { showDate } from '../../state/dates.ts';
import { whenIdle } from '../../state/idle.ts';
import { programmeContext } from '../../state/programme.svelte.ts';
import { session } from '../../state/session.svelte.ts';
import { labelOf, languageCalled, screenLanguage, t } from '../../state/words.svelte.ts';
import { nameOfSubject } from '../record/names.svelte.ts';
import type { Line } from './lines.ts';
import { nameOfLine } from './names.ts';
import { sortLines } from './order.ts';
import type { Plan } from './plan-store.svelte.ts';
import {
  columnsOf,
  columnsOfRole,
  createFilter,
  groupOf,
  rowFields,
  rowsOf,
  wordsAsked,
  wordsOf,
} from './table.ts';
import { tableState } from './view-state.ts';

interface Given {
  readonly plan: Plan;
  readonly lines: readonly Line[];
  /** Columns that only this view has, after the others. */
  readonly more?: readonly GridColumn[];
  /** A line is open beside the table. */
  readonly narrow?: boolean;
}

const trackOf: Readonly<Record<string, string>> = {
  period: '8rem',
  host: '6rem',
  level: '8.5rem',
  venue: '8rem',
  area: '8rem',
  about: 'minmax(10rem, 1fr)',
};

/** The table of a text as the address asks for it. */
export function createTable(given: () => Given) {
  const programme = programmeContext();
  const kindsHere = $derived.by(() => {
    const { plan, lines } = given();
    const names = new Set(lines.map((line) => line.kind?.kind ?? ''));
    return [...names].map((name) => plan.kinds.get(name)).filter((kind) => kind !== undefined);
  });
  const hasAreas = $derived(kindsHere.some((kind) => kind.fields['area'] !== undefined));
  const group = $derived(tableState.group === 'area' && !hasAreas ? 'none' : tableState.group);
  const areas = $derived.by((): Codes => {
    const field = kindsHere[0]?.fields['area'];
    return field?.type === 'code' ? field.codes : {};
  });
  const nameOf = (subject: string): string => {
    const line = given().lines.find((one) => one.id === subject);
    return line ? nameOfLine(line) : nameOfSubject(programme().id, subject);
  };
  const dataColumns = $derived(
    columnsOf(
      kindsHere,
      given().plan.setting.languages,
      tableState.columns ?? columnsOfRole(session.me?.account.roles ?? []),
      group === 'area',
    ),
  );
  // Beside an open line there is room for the texts; the rest of it stands in the drawer.
  const shownColumns = $derived(
    given().narrow
      ? dataColumns.filter(
          (column) => column.lang !== undefined || (!given().more?.length && column.field === 'period'),
        )
      : dataColumns,
  );
  const sortedBy = (column: string): 'ascending' | 'descending' | undefined => {
    const { sort } = tableState;
    return sort?.column === column ? (sort.down ? 'descending' : 'ascending') : undefined;
  };
  const sortOf = (column: string) => ({ sorts: true, sorted: sortedBy(column) });
  const columns = $derived.by((): readonly GridColumn[] => [
    {
      id: 'number',
      label: t('plan.field.number'),
      track: '4.5rem',
      ...sortOf('number'),
    },
    ...shownColumns.map((column) => ({
      id: column.id,
      label: column.lang ? languageCalled(column.lang) : labelOf(column.declared?.label),
      track: column.lang ? 'minmax(13rem, 1fr)' : (trackOf[column.field] ?? '8rem'),
      ...sortOf(column.id),
    })),
    ...(given().more ?? []),
  ]);
  // Folding thousands of lines is done once for each line, ahead of the first letter typed.
  const folded = $derived.by(() => {
    void screenLanguage();
    return new WeakMap<Line, string>();
  });
  const wordsIn = (line: Line): string => {
    let words = folded.get(line);
    if (words === undefined) {
      words = wordsOf(line, (field, value) => {
        const declared = line.kind?.fields[field];
        return declared?.type === 'code' ? showValue(declared, value) : undefined;
      });
      folded.set(line, words);
    }
    return words;
  };
  $effect(() => whenIdle(given().lines, wordsIn));
  const filter = $derived({
    words: wordsAsked(tableState.words),
    openOnly: tableState.openOnly,
    area: tableState.area,
  });
  const passing = $derived.by(() => {
    void screenLanguage();
    return createFilter(wordsIn);
  });
  const shown = $derived(passing(given().lines, filter));
  // An order of all lines is only known when all are here: nothing is moved about under the eye before that.
  const waits = $derived(tableState.sort !== undefined && !given().plan.complete);
  const ordered = $derived.by((): readonly Line[] => {
    const { sort } = tableState;
    if (!sort) return shown;
    return waits ? [] : sortLines(shown, sort, screenLanguage(), nameOf);
  });
  const rows = $derived(rowsOf(ordered, group === 'none' ? () => undefined : (line) => groupOf(line, group)));
  return {
    get columns() {
      return columns;
    },
    get rows() {
      return rows;
    },
    get shown() {
      return shown === given().lines ? given().plan.total : shown.length;
    },
    get total() {
      return given().plan.total;
    },
    get complete() {
      return given().plan.complete;
    },
    /** Lines are still on their way that the order asked for depends on. */
    get waits() {
      return waits;
    },
    get group() {
      return group;
    },
    /** What a group is called. */
    groupCalled(name: string): string {
      if (name === '') return t('common.none');
      if (group === 'period') return showDate(name, 'long');
      if (group === 'state') return stateCalled(name);
      return labelOf(areas[name]) || name;
    },
    get hasAreas() {
      return hasAreas;
    },
    get areas() {
      return areas;
    },
    /** Which way the table is sorted by a column. */
    sorted: sortedBy,
    get offered() {
      return [...rowFields(kindsHere)].filter(([, field]) => field.type !== 'prose');
    },
    get chosen() {
      return dataColumns.filter((column) => !column.lang).map((column) => column.field);
    },
    /** Of a text in several columns the first one carries what can be done. */
    leads(column: string): boolean {
      const [field, lang] = column.split('.');
      return lang === undefined || dataColumns.find((one) => one.field === field)?.lang === lang;
    },
    /** A text that is edited takes its columns together: all languages side by side in one editor. */
    span(column: string, edited: string | undefined): number {
      const [field, lang] = column.split('.');
      if (lang === undefined || field !== edited) return 1;
      const same = dataColumns.filter((one) => one.field === field);
      return same[0]?.lang === lang ? same.length : 0;
    },
    nameOf,
  };
}
function stateCalled(name: string): string {
  switch (name) {
    case 'open':
      return t('grid.stateOpen');
    case 'unsent':
      return t('states.field.notSent');
    case 'struck':
      return t('states.field.struck');
    default:
      return t('grid.stateAgreed');
  }
}

export type Table = ReturnType<typeof createTable>;
