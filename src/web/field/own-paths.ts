/** First parts of the addresses that are the app's own; a test holds them against `routes.ts`. */
const own: ReadonlySet<string> = new Set(['', 'p', 'programmes', 'exchange', 'settings', 'field', 'news']);

/** Whether the app answers an address, and not the node itself. */
export const isOwnPath = (path: string): boolean => own.has(path.split('/')[1] ?? '');
