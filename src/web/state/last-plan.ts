/* The plan that was last open, by programme: a page that follows one year begins with that plan's. */

const plans = new Map<string, string>();

export function rememberPlan(programme: string, text: string): void {
  plans.set(programme, text);
}
export const lastPlan = (programme: string): string | undefined => plans.get(programme);
