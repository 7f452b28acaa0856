import type { glance as en } from '../en/glance.ts';

export const glance = {
  'glance.term': 'Durée et fin',
  'glance.schedule': 'Programmer la prochaine session',
  'glance.noOpenPlan': 'Aucun plan n’est ouvert. Commencez-en un, puis programmez-y.',
  'glance.inPlan': 'Dans le plan',
  'glance.beginMinutes': 'Commencer le procès-verbal de cette réunion',
} satisfies Record<keyof typeof en, string>;
