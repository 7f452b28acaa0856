import type { JsonObject } from '../../bytes/json.ts';
import { type Asking, askedEver, numberIn, present, push, rowsOf, textIn } from './asking.ts';
import { foldName } from './fold.ts';
import { type Matter, mattersOf, valueOf } from './matters.ts';

/** What a project is to deliver, with how far each side says that it is. */
export interface Deliverable {
  readonly what: string;
  /** Partial date. */
  readonly due?: string;
  /** Percent, by who says so; empty where nobody has spoken. */
  readonly done: readonly { readonly party: string; readonly percent: number }[];
  /** Somebody says that all of it is done. */
  readonly isDone: boolean;
  /** The steps that name it. */
  readonly steps: readonly Matter[];
}

/** The deliverables of a line of a plan. A step belongs to one by the words of the plan. */
export function deliverablesOf(
  asking: Asking,
  { fields, item }: { readonly item: string; readonly fields: JsonObject },
): readonly Deliverable[] {
  return rowsOf(fields['deliverables']).flatMap((row) => {
    const what = textIn(row['what']);
    if (what === undefined) return [];
    const steps = stepsOf(asking, item).filter(
      (step) => foldName(textIn(valueOf(step, 'delivers')) ?? '') === foldName(what),
    );
    const done = steps.flatMap((step) => progressOf(step));
    const isDone = done.some(({ percent }) => percent >= 100);
    return [{ what, done, isDone, steps, ...present({ due: textIn(row['due']) }) }];
  });
}

/** How far each side says that a step is. */
export const progressOf = (step: Matter): readonly { readonly party: string; readonly percent: number }[] =>
  step.sides.flatMap(({ fields, party }) => {
    const percent = numberIn(fields['done']);
    return percent === undefined ? [] : [{ party, percent }];
  });

/** The steps that are stated of a project. */
export function stepsOf(asking: Asking, item: string): readonly Matter[] {
  const byProject = askedEver(asking, 'steps by project', () => {
    const map = new Map<string, Matter[]>();
    for (const step of mattersOf(asking, 'milestone')) {
      const project = textIn(valueOf(step, 'project'));
      if (project !== undefined) push(map, project, step);
    }
    return map;
  });
  return byProject.get(item) ?? [];
}
