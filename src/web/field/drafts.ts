import type { Picture } from './photo.ts';
import { readKept, writeKept } from './store.ts';

/** A form as far as it was filled in: it comes back after a session that ended, a reload, a newer app. */
export interface FormDraft {
  readonly key: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly pictures: readonly Picture[];
}

export const draftKey = (account: string, programme: string, subject: string): string =>
  `${account} ${programme} ${subject}`;

export async function readDraft(key: string): Promise<FormDraft | undefined> {
  return (await readKept('drafts', key).catch(() => undefined)) as FormDraft | undefined;
}

/** Keeps a form as it stands. Without room it stands on the screen alone; saving the report then says so. */
export async function keepDraft(draft: FormDraft): Promise<void> {
  await writeKept([{ in: 'drafts', put: draft }]).catch(() => {});
}

export async function dropDraft(key: string): Promise<void> {
  await writeKept([{ in: 'drafts', delete: key }]).catch(() => {});
}
