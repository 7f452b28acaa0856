import { getContext, setContext } from 'svelte';
import type { FileRef } from '../../api/schema.ts';
import type { Side } from '../state/programme.svelte.ts';

export interface Found {
  readonly id: string;
  readonly name: string;
}

/** What editors of fields need to know of where they stand. */
export interface Around {
  readonly languages: readonly string[];
  readonly sides: readonly Side[];
  /** Lines and texts that a field may name. */
  readonly subjects: () => readonly { readonly id: string; readonly name: string }[];
  /** Finds subjects of some kinds by words, where there are too many for a list. */
  readonly find?:
    | ((kinds: readonly string[] | undefined, words: string) => Promise<readonly Found[]>)
    | undefined;
  readonly nameOf?: ((id: string) => string) | undefined;
  readonly keepFile?: ((file: File) => Promise<FileRef>) | undefined;
}
const key = Symbol('around');
export const provideAround = (around: Around): Around => setContext(key, around);
export const useAround = (): Around => getContext<Around>(key);
