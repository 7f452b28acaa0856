import { session } from './session.svelte.ts';

/** The name of an account as records of this node give it: our own id is our own name. */
export const personName = (by: string | undefined): string =>
  by !== undefined && by === session.me?.account.id ? session.me.account.name : (by ?? '');
