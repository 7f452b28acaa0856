import type { Kind, Label } from '../../../core/kinds/declare.ts';
import type { MessageKey } from '../../../words/format.ts';
import type { Asked } from './ask.svelte.ts';
import { listOf } from './listed.ts';

/** One page of the record: what it is called, which question it answers, and the figures of its card. */
export interface View {
  readonly id: string;
  readonly title: MessageKey | Label;
  readonly question: string;
  /** Under `/p/…/record/`. */
  readonly path: string;
  readonly figures: (asked: Asked) => readonly Figure[];
}

/** A count with its words; `warn` is what somebody should look at. */
export interface Figure {
  readonly key: MessageKey;
  readonly count: number;
  readonly warn?: boolean;
}

const view = (
  id: string,
  title: View['title'],
  figures: View['figures'],
  more: { readonly question?: string; readonly path?: string } = {},
): View => ({
  id,
  title,
  question: more.question ?? id,
  path: more.path ?? id,
  figures,
});

const about = (asked: Asked, name: string): number => {
  const value = asked.about?.[name];
  return typeof value === 'number' ? value : 0;
};
const total =
  (key: MessageKey): View['figures'] =>
  ({ total: count }) => [{ key, count }];
const late =
  (key: MessageKey): View['figures'] =>
  ({ total: count }) => [{ key, count, warn: count > 0 }];
const flagged = (key: MessageKey, count: number): Figure => ({ key, count, warn: count > 0 });

/** Every page, in the order of the home: the relation, what is owed, the border and goods, people and papers. */
export const viewGroups: readonly { readonly title: MessageKey; readonly views: readonly View[] }[] = [
  {
    title: 'record.group.relation',
    views: [
      view('chronology', 'record.view.chronology', (asked) => [
        { key: 'record.fig.events', count: asked.total },
        flagged('record.fig.conflicting', about(asked, 'conflicting')),
      ]),
      view('calendar', 'record.view.calendar', (asked) => [
        { key: 'record.fig.entries', count: asked.total },
        flagged('record.fig.clashing', about(asked, 'clashing')),
      ]),
      view('mechanisms', 'record.view.mechanisms', (asked) => [
        { key: 'record.fig.mechanisms', count: asked.total },
        flagged('record.fig.sleeping', about(asked, 'sleeping')),
      ]),
      view('instruments', 'record.view.instruments', (asked) => [
        { key: 'record.fig.instruments', count: asked.total },
        { key: 'record.fig.inForce', count: about(asked, 'inForce') },
      ]),
      view(
        'matrix',
        'record.view.matrix',
        (asked) => [
          { key: 'record.fig.provisions', count: about(asked, 'provisions') },
          flagged('record.fig.uncovered', asked.total),
        ],
        { question: 'uncovered' },
      ),
    ],
  },
  {
    title: 'record.group.said',
    views: [
      view('ledger', 'record.view.ledger', total('record.fig.said')),
      view(
        'promises',
        'record.view.promises',
        (asked) => [
          { key: 'record.fig.open', count: about(asked, 'open') },
          { key: 'record.fig.silent', count: about(asked, 'silent') },
        ],
        { path: 'ledger?binds=yes' },
      ),
      view('due', 'record.view.due', total('record.fig.due'), { path: 'ask/due' }),
      view('overdue', 'record.view.overdue', late('record.fig.overdue'), { path: 'ask/overdue' }),
      view('divergences', 'record.view.divergences', late('record.fig.divergences'), {
        path: 'ask/divergences',
      }),
    ],
  },
  {
    title: 'record.group.work',
    views: [
      view(
        'plans',
        'record.view.plans',
        (asked) => [
          { key: 'record.fig.plans', count: asked.total },
          flagged('record.fig.signedLate', about(asked, 'signedLate')),
        ],
        { path: 'ask/plans' },
      ),
      view(
        'activities',
        'record.view.activities',
        (asked) => [
          { key: 'record.fig.activities', count: asked.total },
          { key: 'record.fig.changed', count: about(asked, 'changed') },
          { key: 'record.fig.unplanned', count: about(asked, 'unplanned') },
        ],
        { path: 'list/activities' },
      ),
      view('border', 'record.view.border', (asked) => [
        { key: 'record.fig.entries', count: asked.total },
        flagged('record.fig.differ', about(asked, 'differing')),
      ]),
      view('assistance', 'record.view.assistance', (asked) => [
        { key: 'record.fig.deliveries', count: asked.total },
        flagged('record.fig.differ', about(asked, 'differences')),
      ]),
      view('training', 'record.view.training', total('record.fig.courses'), { path: 'list/training' }),
      view('projects', 'record.view.projects', (asked) => [
        { key: 'record.fig.projects', count: asked.total },
        flagged('record.fig.late', about(asked, 'late')),
      ]),
      view('multilateral', 'record.view.multilateral', total('record.fig.entries'), {
        path: 'list/multilateral',
      }),
      view('goals', 'record.view.goals', total('record.fig.goals')),
      view('tasks', 'record.view.tasks', (asked) => [
        { key: 'record.fig.tasks', count: asked.total },
        flagged('record.fig.late', about(asked, 'missed')),
      ]),
    ],
  },
  {
    title: 'record.group.papers',
    views: [
      view(
        'correspondence',
        'record.view.correspondence',
        (asked) => [
          { key: 'record.fig.letters', count: asked.total },
          flagged('record.fig.unanswered', about(asked, 'unanswered')),
        ],
        { path: 'list/correspondence' },
      ),
      view(
        'information',
        'record.view.information',
        (asked) => [
          { key: 'record.fig.notes', count: asked.total },
          flagged('record.fig.unanswered', about(asked, 'unanswered')),
        ],
        { path: 'list/information' },
      ),
      view('directory', 'record.view.directory', total('record.fig.posts')),
      view('publication', 'record.view.publication', total('record.fig.entries')),
      view('later', 'record.view.later', total('record.fig.entries'), { path: 'ask/later' }),
      view('volumes', 'work.volumes', total('record.fig.entries'), { path: 'ask/volumes' }),
      view('brief', 'record.view.brief', total('record.fig.briefed')),
    ],
  },
];

/** The page of a question, for its title. */
export const viewOf = (id: string): View | undefined =>
  viewGroups.flatMap(({ views }) => views).find((one) => one.id === id);

/** Cards of the kinds whose lists follow from their declarations. */
export const declaredViews = (kinds: Iterable<Kind>): readonly View[] =>
  [...kinds].flatMap((kind) => {
    const list = listOf(kind);
    return list === undefined
      ? []
      : [
          view(
            list.question,
            list.title,
            (asked) => [
              { key: 'record.fig.entries', count: asked.total },
              flagged('record.fig.differ', about(asked, 'differing')),
            ],
            { path: `list/${list.question}` },
          ),
        ];
  });
