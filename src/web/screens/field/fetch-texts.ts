import type { FieldPage } from '../../../api/field.ts';
import { addressOf, call } from '../../client.ts';
import { worksInField } from '../../field/field.svelte.ts';
import { forgetBelow } from '../../field/kept.ts';
import { tableState } from '../plan/view-state.ts';

const table = 'GET /api/programmes/{programme}/texts/{text}/table';
const slice = 'GET /api/programmes/{programme}/texts/{text}/table/{tag}';
const fetched = new Map<string, string>();

/**
 * Asks for the texts in force, as the plan's own screen will, for whoever may want to read them without a network:
 * `field/kept.ts` keeps what comes. A slice that is kept already is not asked for again while its tag stands.
 */
export async function fetchTexts(programme: string, page: FieldPage): Promise<void> {
  if (!worksInField()) return;
  const query = { shows: 'force', order: tableState.group === 'area' ? 'area' : 'place' } as const;
  for (const text of new Set(page.matters.flatMap((one) => one.text ?? []))) {
    const params = { programme, text };
    try {
      const { slices } = await call(table, { params, query });
      const tags = slices.map((one) => one.tag);
      if (fetched.get(text) === tags.join()) continue;
      // The first comes with the page.
      for (const tag of tags.slice(1)) await call(slice, { params: { ...params, tag }, query });
      const addresses = tags.map((tag) => addressOf(slice, { params: { ...params, tag }, query }));
      await forgetBelow(`${addressOf(table, { params })}/`, new Set(addresses));
      await call('GET /api/programmes/{programme}/reports', { params: { programme } });
      fetched.set(text, tags.join());
    } catch {
      // The node is away: what was kept before stands.
      return;
    }
  }
}
