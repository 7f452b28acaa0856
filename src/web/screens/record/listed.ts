import type { Kind, Label } from '../../../core/kinds/declare.ts';
import type { MessageKey } from '../../../words/format.ts';

/** A view that is one table: its question, what may be added to it, and its columns where the declared ones would be too many. */
export interface Listed {
  readonly title: MessageKey | Label;
  readonly hint?: MessageKey;
  readonly question: string;
  readonly kinds: readonly string[];
  readonly shown?: readonly string[];
}

export const listed: Readonly<Record<string, Listed>> = {
  training: {
    title: 'record.view.training',
    hint: 'record.trainingHint',
    question: 'training',
    kinds: ['training'],
  },
  correspondence: {
    title: 'record.view.correspondence',
    question: 'correspondence',
    kinds: ['letter'],
    shown: ['date', 'from', 'to', 'title', 'unanswered', 'answeredBy', 'ourReference'],
  },
  information: {
    title: 'record.view.information',
    hint: 'record.informationHint',
    question: 'information',
    kinds: ['note'],
    shown: ['date', 'from', 'to', 'title', 'mark', 'acknowledgedBy', 'answeredBy', 'unanswered'],
  },
  activities: {
    title: 'record.view.activities',
    hint: 'record.activitiesHint',
    question: 'activities',
    kinds: [],
  },
  multilateral: { title: 'record.view.multilateral', question: 'multilateral', kinds: ['support'] },
};

/** The view of a kind whose list follows from its declaration. */
export const listOf = (kind: Kind | undefined): Listed | undefined =>
  kind?.of === 'statement' && kind.listed === true
    ? { title: kind.plural, question: kind.kind, kinds: [kind.kind] }
    : undefined;
