import type { Statement, SubjectPage } from '../../../api/statements.ts';

type Named = Readonly<Record<string, string>>;

/** What is said now on a subject, whoever says it: our own words before what others wrote down. */
export const presentOf = (page: Pick<SubjectPage, 'accounts'>): readonly Statement[] =>
  page.accounts.flatMap(({ attributed, statement }) => [...(statement ? [statement] : []), ...attributed]);

/** The first value that anybody gives of a field, in fields or in an account. */
export function firstValue(statements: readonly Statement[], field: string): unknown {
  for (const { accounts = [], fields } of statements) {
    const value =
      fields[field] ?? accounts.find((one) => (one.fields[field] ?? null) !== null)?.fields[field];
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}

const naming = [
  'title',
  'activity',
  'wording',
  'name',
  'number',
  'institution',
  'forum',
  'agency',
  'measure',
];

/** What a subject is called: by its line in force, else by the statements of its own kind. */
export function namesIn(page: Pick<SubjectPage, 'subject' | 'kind' | 'line' | 'accounts'>): Named {
  if (page.line !== undefined && Object.keys(page.line.title).length > 0) return page.line.title;
  const said = presentOf(page);
  // An activity is what a plan says it is, or where none does, what a side says it was.
  const own = said.filter(({ kind }) => kind === page.kind || kind === 'unplanned');
  for (const field of naming) {
    const value = page.line?.fields[field] ?? firstValue(own, field);
    if (typeof value === 'string') return { und: value };
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      const texts = Object.entries(value).filter(
        (one): one is [string, string] => typeof one[1] === 'string',
      );
      if (texts.length > 0) return Object.fromEntries(texts);
    }
  }
  const goods = firstValue(own, 'goods');
  const [first] = Array.isArray(goods) ? (goods as readonly { readonly what?: unknown }[]) : [];
  return typeof first?.what === 'string' ? { und: first.what } : {};
}
