import type { DeskCard } from '../../../api/desk.ts';
import { subjectAddress, textAddress } from '../../addresses.ts';
import type { SignName } from '../../parts/sign-paths.ts';
import { showDate } from '../../state/dates.ts';
import { personName } from '../../state/people.ts';
import { t } from '../../state/words.svelte.ts';

/** What a card of the desk says, where it leads, and its sign. */
export function cardWords(card: DeskCard, partners: string): string {
  const count = card.count ?? 1;
  const party = card.party ?? partners;
  const date = card.when === undefined ? '' : showDate(card.when);
  switch (card.what) {
    case 'brackets':
      return t('desk.brackets', { count });
    case 'crossed':
      return t('app.card.crossed', { count });
    case 'awaitsUs':
      return t('app.card.awaitsUs', { count });
    case 'awaitsThem':
      return t('desk.waitCount', { count, party });
    case 'stale':
      return t('app.staleCount', { count });
    case 'ready':
      return t('app.card.ready');
    case 'unsent':
      return t('desk.unsent', { count });
    case 'toClear':
      return t('plan.notCleared');
    case 'cleared':
      return t('app.card.cleared');
    case 'returned':
      return t('app.returnedHint');
    case 'toSign':
      return t('app.card.toSign');
    case 'theySign':
      return t('signing.awaitsSignature', { party });
    case 'declined':
      return t('states.act.declined', { party });
    case 'inForce':
      return t('states.act.inForce');
    case 'divergence':
      return count > 1 ? t('desk.divergences', { count }) : t('reports.differs');
    case 'noReport':
      return t('states.outcome.noReport');
    case 'due':
      return t('desk.dueSoon');
    case 'overdue':
      return t('desk.overdue');
    case 'changedByThem':
      return t('app.card.changedByThem', { count, party });
    case 'comment':
      return t('app.card.comment', { party });
    case 'mention':
      return t('app.card.mention', { name: personName(card.writer) });
    case 'report':
      return t('reports.reportOf', { party });
    case 'recorded':
      return t('plan.confirmRecorded');
    case 'task':
      return t('work.privateTask');
    case 'mine':
      return t('work.mineCount', { count });
    case 'openUntil':
      return t('signing.openUntil', { date });
    case 'keyWaits':
      return t('app.card.keyWaits');
    case 'locked':
      return t('signing.blockedLocked');
    case 'fork':
      return t('app.card.fork', { party });
  }
}

export function cardHref(programme: string, card: DeskCard): string {
  const p = `/p/${programme}`;
  if (card.what === 'task') return `${p}/record/tasks?row=${card.subject ?? ''}`;
  if (card.what === 'mine') return `${p}/record/tasks?mine=1`;
  if (card.what === 'keyWaits') return `${p}/keys`;
  if (card.what === 'locked' || card.what === 'fork') return `${p}/exchange`;
  if (card.act) return `${p}/a/${card.act}`;
  if (card.what === 'toClear' || card.what === 'cleared' || card.what === 'returned') {
    return `${textAddress(programme, card.text ?? '')}/submission`;
  }
  if (card.text) {
    if (card.subject) return `${textAddress(programme, card.text)}?row=${card.subject}`;
    const open = ['brackets', 'crossed', 'awaitsUs', 'awaitsThem', 'stale', 'changedByThem'].includes(
      card.what,
    );
    return `${textAddress(programme, card.text)}${open ? '?open=1' : ''}`;
  }
  return card.subject ? subjectAddress(programme, card.subject) : p;
}

const signs: Readonly<Partial<Record<DeskCard['what'], SignName>>> = {
  brackets: 'bracket',
  crossed: 'crossed',
  awaitsUs: 'awaits',
  awaitsThem: 'awaits',
  stale: 'stale',
  ready: 'agreed',
  unsent: 'unsent',
  toClear: 'unsent',
  cleared: 'unsent',
  returned: 'unsent',
  inForce: 'inForce',
  divergence: 'divergence',
  overdue: 'overdue',
  due: 'overdue',
  task: 'private',
  openUntil: 'overdue',
  comment: 'shared',
  mention: 'private',
  report: 'shared',
  changedByThem: 'shared',
  fork: 'fork',
  locked: 'private',
  keyWaits: 'private',
};
export const cardSign = (card: DeskCard): SignName => signs[card.what] ?? 'awaits';
