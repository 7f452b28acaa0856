import type { MessageKey } from '../words/format.ts';

/** How a command ends: stable, for scripts. */
export const exits = {
  ok: { code: 0, says: 'cli.exitOk' },
  refused: { code: 1, says: 'cli.exitRefused' },
  usage: { code: 2, says: 'cli.exitUsage' },
  locked: { code: 3, says: 'cli.exitLocked' },
  unreachable: { code: 4, says: 'cli.exitUnreachable' },
  storage: { code: 5, says: 'cli.exitStorage' },
  bug: { code: 70, says: 'cli.exitBug' },
} as const satisfies Readonly<Record<string, { readonly code: number; readonly says: MessageKey }>>;

export type ExitName = keyof typeof exits;
