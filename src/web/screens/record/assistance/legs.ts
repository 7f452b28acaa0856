import type { AssistanceRow, Leg, LegFigure } from '../../../../core/register/ask/assistance.ts';

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
