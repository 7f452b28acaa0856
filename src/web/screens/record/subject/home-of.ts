import type { Kind, Label } from '../../../../core/kinds/declare.ts';
import type { MessageKey } from '../../../../words/format.ts';
import { listOf } from '../listed.ts';

interface Home {
  readonly path: string;
  readonly title: MessageKey;
}

const homes: Readonly<Record<string, Home>> = {
  event: { path: 'chronology', title: 'record.view.chronology' },
  undertaking: { path: 'ledger', title: 'record.view.ledger' },
  mechanism: { path: 'mechanisms', title: 'record.view.mechanisms' },
  onRecord: { path: 'instruments', title: 'record.view.instruments' },
  provision: { path: 'matrix', title: 'record.view.matrix' },
  segment: { path: 'border', title: 'record.view.border' },
  marker: { path: 'border', title: 'record.view.border' },
  gateState: { path: 'border', title: 'record.view.border' },
  incidents: { path: 'border', title: 'record.view.border' },
  delivery: { path: 'assistance', title: 'record.view.assistance' },
  training: { path: 'list/training', title: 'record.view.training' },
  goal: { path: 'goals', title: 'record.view.goals' },
  milestone: { path: 'projects', title: 'record.view.projects' },
  trade: { path: 'projects', title: 'record.view.projects' },
  support: { path: 'list/multilateral', title: 'record.view.multilateral' },
  letter: { path: 'list/correspondence', title: 'record.view.correspondence' },
  note: { path: 'list/information', title: 'record.view.information' },
  organisation: { path: 'directory', title: 'record.view.directory' },
  post: { path: 'directory', title: 'record.view.directory' },
  holder: { path: 'directory', title: 'record.view.directory' },
};

const activityHome: Home = { path: 'list/activities', title: 'record.view.activities' };
const projectHome: Home = { path: 'projects', title: 'record.view.projects' };

/** The list to which things of a kind belong: a view that shows it, else the list that its declaration gives. */
export function homeOf(
  name: string,
  kind: Kind | undefined,
): { readonly path: string; readonly title: MessageKey | Label } | undefined {
  const list = listOf(kind);
  return homes[name] ?? (list === undefined ? undefined : { path: `list/${name}`, title: list.title });
}

/** The list to which a line of a plan belongs. */
export const homeOfActivity = (kind: string): Home =>
  ['science', 'economy', 'borderTrade'].includes(kind) ? projectHome : activityHome;
