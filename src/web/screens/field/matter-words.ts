import type { Matter } from '../../../api/field.ts';
import type { Statement } from '../../../api/statements.ts';
import type { Kind } from '../../../core/kinds/declare.ts';
import { showValue } from '../../fields/show.ts';

/** The page of something to report on. */
export const matterAddress = (
  programme: string,
  { kind, subject }: Pick<Matter, 'kind' | 'subject'>,
): string => `/p/${programme}/field/on/${subject.replace('.', '/')}?as=${kind}`;

/** What a side says, in a few words: the first code of each statement. */
export function saidShortly(statements: readonly Statement[], kind: Kind | undefined): string {
  const [name, field] =
    Object.entries(kind?.fields ?? {}).find(([, one]) => one.type === 'code' && one.required) ?? [];
  if (name === undefined || field === undefined) return '';
  return statements.map((one) => showValue(field, one.fields[name])).join(', ');
}
