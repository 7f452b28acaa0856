/** The time that records assert: `2026-11-21T08:00:00Z`. */
export const now = (): string => `${new Date().toISOString().slice(0, 19)}Z`;
