import { router, setQuery } from '../../state/router.svelte.ts';

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
  get grouped(): boolean {
    return router.query('group') !== 'none';
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
export const showGroups = (grouped: boolean): void => setQuery({ group: grouped ? '' : 'none' });
export const showColumns = (cols: readonly string[] | undefined): void => setQuery({ cols: cols?.join('.') });
export const showRow = (row: string | undefined): void => setQuery({ row });
