import type { Statement, SubjectPage } from '../../../../api/statements.ts';

type Said = SubjectPage['accounts'][number];

/** All that is said on a subject in one kind and facet, party by party. */
export interface Group {
  readonly key: string;
  readonly kind: string;
  readonly facet?: string;
  readonly said: readonly Said[];
  /** Fields in which the parties differ. */
  readonly differing: readonly string[];
}

/** Groups in which somebody says or said something; that of the subject's own kind first. */
export function groupsOf(page: Pick<SubjectPage, 'accounts' | 'comparison' | 'kind'>): readonly Group[] {
  const groups = [...Map.groupBy(page.accounts, ({ facet = '', kind }) => `${kind} ${facet}`)].flatMap(
    ([key, said]) => {
      const [first] = said;
      const isSaid = said.some(
        ({ attributed, history, statement }) => statement !== null || history.length + attributed.length > 0,
      );
      if (first === undefined || !isSaid) return [];
      const { facet, kind } = first;
      const compared = page.comparison.find(
        (one) => one.kind === kind && (one.facet ?? '') === (facet ?? ''),
      );
      const differing =
        compared?.fields.filter(({ state }) => state === 'differs').map(({ field }) => field) ?? [];
      return [{ key, kind, said, differing, ...(facet === undefined ? {} : { facet }) }];
    },
  );
  return groups.toSorted((one, other) => Number(other.kind === page.kind) - Number(one.kind === page.kind));
}

/** What several sources say of one thing, as one party wrote it down: every figure, none chosen (S3). */
export interface Told {
  readonly source: string;
  readonly fields: Statement['fields'];
}

export const accountsOf = (statement: Statement | null): readonly Told[] => statement?.accounts ?? [];
