import type { SessionRow } from '../../../../core/register/ask/mechanism.ts';

/** The session before this one in its series; it may have left points open. */
export function leftOpenBefore(sessions: readonly SessionRow[], subject: string): SessionRow | undefined {
  const at = sessions.findIndex((one) => one.subject === subject);
  return at > 0 ? sessions[at - 1] : undefined;
}
