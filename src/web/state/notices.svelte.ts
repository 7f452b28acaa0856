import { noticeable } from './noticed.svelte.ts';

/** Short words about what just happened: shown at the foot, and read out. */
export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly tone: 'done' | 'fault' | 'calm';
}

let next = 1;
class Notices {
  all = $state.raw<readonly Notice[]>([]);
}
export const notices = new Notices();

export function say(text: string, tone: Notice['tone'] = 'done'): void {
  const notice = { id: next++, text, tone };
  notices.all = [...notices.all.slice(-2), notice];
  if (tone === 'done') setTimeout(() => dismiss(notice.id), 6000);
}

/** Says what is under way once one notices that it takes long. @returns what ends it */
export function sayWhile(text: () => string): () => void {
  const id = next++;
  const timer = setTimeout(() => {
    notices.all = [...notices.all.slice(-2), { id, text: text(), tone: 'calm' }];
  }, noticeable);
  return () => {
    clearTimeout(timer);
    dismiss(id);
  };
}

export function dismiss(id: number): void {
  notices.all = notices.all.filter((notice) => notice.id !== id);
}
