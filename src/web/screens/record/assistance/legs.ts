import type { AssistanceRow, Leg, LegFigure } from '../../../../core/register/ask/assistance.ts';
import type { Language } from '../../../../words/languages.ts';
import { showValue } from '../../../fields/show.ts';

/** A step that somebody states a figure of. */
export interface Step {
  readonly leg: Leg;
  readonly figure: LegFigure;
}

const order = [
  'pledged',
  'dispatched',
  'handedOver',
  'received',
  'reported',
] as const satisfies readonly Leg[];

/** Every figure of every step, in the order of the steps: each stays, whoever gives it. */
export const stepsOf = (row: AssistanceRow): readonly Step[] =>
  order.flatMap((leg) => row[leg].map((figure) => ({ leg, figure })));

/** A figure with its unit or its currency, in a language of the interface. */
export const amountOf = (amount: string, unit: string, language?: Language): string =>
  /^[A-Z]{3}$/.test(unit)
    ? showValue({ type: 'money' }, { amount, currency: unit }, language ? { language } : {})
    : showValue({ type: 'quantity' }, { amount, unit }, language ? { language } : {});
