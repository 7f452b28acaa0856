import type { ProjectRow } from '../../../../core/register/ask/projects.ts';

/** A project with what belongs to it; `undefined` holds what names no project. */
export interface Project {
  readonly row: ProjectRow | undefined;
  readonly steps: readonly ProjectRow[];
  readonly trade: readonly ProjectRow[];
}

/** Rows by project, in the order in which the projects come; a step that delivers something stands once, as its deliverable. */
export function grouped(rows: readonly ProjectRow[]): readonly Project[] {
  const delivered = new Set(rows.flatMap((row) => (row.section === 'deliverable' ? [row.subject] : [])));
  const isProject = ({ section }: ProjectRow): boolean =>
    section === 'science' || section === 'economy' || section === 'borderTrade';
  const known = new Set(rows.filter(isProject).map(({ subject }) => subject));
  const partsOf = (project: string | undefined): Pick<Project, 'steps' | 'trade'> => {
    const own = rows.filter((row) => (known.has(row.project ?? '') ? row.project : undefined) === project);
    return {
      steps: own.filter(
        ({ section, subject }) =>
          section === 'deliverable' || (section === 'milestone' && !delivered.has(subject)),
      ),
      trade: own
        .filter(({ section }) => section === 'trade')
        .toSorted((one, other) => (yearOf(one) < yearOf(other) ? 1 : -1)),
    };
  };
  const projects = rows.filter(isProject).map((row) => ({ row, ...partsOf(row.subject) }));
  const rest = partsOf(undefined);
  return rest.steps.length + rest.trade.length === 0 ? projects : [...projects, { row: undefined, ...rest }];
}

/** The year of a row of trade. */
export const yearOf = ({ title }: ProjectRow): string => title['und'] ?? '';
