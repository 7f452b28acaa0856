import type { Head } from '../../core/feed/entry.ts';
import type { Programme } from '../programme.ts';
import type { ImportPlan } from './plan-import.ts';

/**
 * Says everything of a plan in our feed, as one batch: all of it is durable when this resolves, or nothing of it is.
 *
 * @returns our head after it, undefined when there was nothing to say
 * @throws Refusal `lock.signing`
 */
export async function takeImport(
  programme: Programme,
  { statements }: ImportPlan,
): Promise<Head | undefined> {
  if (statements.length === 0) return undefined;
  return programme.append(() => statements.map((body) => ({ type: 'statement', body })));
}
