import { router, setQuery } from '../../state/router.svelte.ts';

export type Grouping = 'area' | 'period' | 'state' | 'none';
export interface Sort {
  /** `period`, `activity.lo`. */
  readonly column: string;
  /** From the last to the first. */
  readonly down: boolean;
}

/** What of a table is shown lives in the address, so that it can be shared and Back works. */
export const tableState = {
  get words(): string {
    return router.query('q');
  },
  get openOnly(): boolean {
    return router.query('open') === '1';
  },
  get area(): string {
    return router.query('area');
  },
  get group(): Grouping {
    const asked = router.query('group');
    return asked === 'none' || asked === 'period' || asked === 'state' ? asked : 'area';
  },
  /** By which column, if not by place. */
  get sort(): Sort | undefined {
    const asked = router.query('sort');
    if (asked === '') return undefined;
    return asked.startsWith('-') ? { column: asked.slice(1), down: true } : { column: asked, down: false };
  },
  get columns(): readonly string[] | undefined {
    const chosen = router.query('cols');
    return chosen ? chosen.split('.') : undefined;
  },
  get row(): string | undefined {
    return router.query('row') || undefined;
  },
};

export const showWords = (q: string): void => setQuery({ q }, { replace: true });
export const showOpen = (open: boolean): void => setQuery({ open: open ? '1' : '' });
export const showArea = (area: string): void => setQuery({ area });
export const showGroups = (group: Grouping): void => setQuery({ group: group === 'area' ? '' : group });
export const showSort = (sort: Sort | undefined): void =>
  setQuery({ sort: sort && `${sort.down ? '-' : ''}${sort.column}` });
/** The parameters that make a view of a table: what a saved view keeps and a shared address carries. */
export const viewParameters = ['q', 'open', 'area', 'group', 'sort', 'cols'] as const;
export const showColumns = (cols: readonly string[] | undefined): void => setQuery({ cols: cols?.join('.') });
export const showRow = (row: string | undefined): void => setQuery({ row });
