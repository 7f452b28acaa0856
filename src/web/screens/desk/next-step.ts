import type { Role } from '../../../api/route.ts';
import type { TextBrief } from '../../../api/texts.ts';

/** The one thing to do next on the way from brackets to a plan in force. */
export interface Step {
  readonly step: 'settle' | 'send' | 'propose' | 'sign' | 'wait';
  /** How many of the four steps lie behind. */
  readonly at: number;
  readonly act?: string;
  /** Somebody with this role has to do it. */
  readonly other?: Role;
}

type Brief = Pick<TextBrief, 'state' | 'counts' | 'unsent' | 'acts'>;

export function nextStep(plan: Brief, ours: string, may: (role: Role) => boolean): Step {
  const act = plan.acts.find((one) => one.state === 'proposed' || one.state === 'partlySigned');
  if (act) {
    const awaited = act.awaits.some((party) => party === ours);
    if (!awaited) return { step: 'wait', at: 3, act: act.id };
    return { step: 'sign', at: 3, act: act.id, ...(may('signatory') ? {} : { other: 'signatory' as const }) };
  }
  const desk = may('desk') ? {} : { other: 'desk' as const };
  const counts = plan.counts;
  const open = counts ? counts.bracket + counts.awaits + counts.stale + counts.missing : 0;
  // While points stay open, what is prepared goes out all the same; settling is not done with.
  if (plan.unsent > 0) return { step: 'send', at: open > 0 ? 0 : 1, ...desk };
  if (open > 0) return { step: 'settle', at: 0, ...desk };
  return { step: 'propose', at: 2, ...desk };
}
