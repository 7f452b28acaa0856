/** What is logged, with its fields: nothing else may be. No personal data, no secret, no text of a programme. */
export const logEvents = {
  'node.started': {
    level: 'info',
    says: 'the node serves',
    fields: ['version', 'host', 'port', 'exchangePort', 'programmes'],
  },
  'node.stopping': { level: 'info', says: 'the node stops: no new requests', fields: ['signal', 'open'] },
  'node.stopped': { level: 'info', says: 'the node has stopped', fields: ['ms'] },
  'node.finding': {
    level: 'error',
    says: 'signing is locked; what the code says is in docs/problems.md',
    fields: ['code', 'programme'],
  },
  'node.bug': {
    level: 'error',
    says: 'an exception that nobody expected; the stack names files, never values',
    fields: ['request', 'error', 'stack'],
  },
  request: {
    level: 'info',
    says: 'a request was answered; `route` is the pattern, never the address',
    fields: ['request', 'method', 'route', 'status', 'ms', 'bytes', 'code'],
  },
  'session.refused': { level: 'warn', says: 'a sign-in was refused', fields: ['request', 'wait'] },
  'register.folded': {
    level: 'info',
    says: 'a register was folded from its feeds',
    fields: ['programme', 'entries', 'ms'],
  },
  'run.appended': {
    level: 'info',
    says: 'a run of ours is durable',
    fields: ['programme', 'party', 'seq', 'entries', 'ms'],
  },
  'run.received': {
    level: 'info',
    says: 'runs of others were taken in',
    fields: ['programme', 'runs', 'entries', 'held', 'ms'],
  },
  'run.refused': {
    level: 'warn',
    says: 'bytes from a partner were refused',
    fields: ['programme', 'party', 'code'],
  },
  'feed.forked': {
    level: 'error',
    says: 'two signed chains of one feed part',
    fields: ['programme', 'party', 'seq'],
  },
  'lock.set': { level: 'error', says: 'signing is locked', fields: ['programme', 'code'] },
  'lock.ended': { level: 'info', says: 'signing is open again', fields: ['programme', 'code'] },
  'mail.sent': { level: 'info', says: 'an account was told by mail that something waits', fields: [] },
  'mail.failed': {
    level: 'warn',
    says: 'such a mail could not be sent; it is tried again',
    fields: ['reason'],
  },
  'exchange.done': {
    level: 'info',
    says: 'an exchange with a partner ended well',
    fields: ['programme', 'party', 'sent', 'received', 'files', 'ms'],
  },
  'exchange.failed': {
    level: 'warn',
    says: 'an exchange with a partner failed; it is tried again',
    fields: ['programme', 'party', 'code', 'nextMs'],
  },
  'exchange.refused': {
    level: 'warn',
    says: 'a caller at the exchange was refused',
    fields: ['code', 'status'],
  },
  'pouch.packed': {
    level: 'info',
    says: 'a pouch was packed',
    fields: ['programme', 'party', 'runs', 'entries', 'files', 'bytes'],
  },
  'pouch.opened': {
    level: 'info',
    says: 'a pouch was taken in',
    fields: ['programme', 'party', 'runs', 'entries', 'files', 'bytes'],
  },
  'pouch.refused': {
    level: 'warn',
    says: 'a pouch was refused; nothing was written',
    fields: ['code', 'bytes'],
  },
} as const satisfies Readonly<Record<string, { level: Level; says: string; fields: readonly string[] }>>;

type Level = 'debug' | 'info' | 'warn' | 'error';
type Events = typeof logEvents;
export type LogEvent = keyof Events;
type Value = string | number | boolean | undefined;
export type LogFields<Event extends LogEvent> = {
  readonly [Field in Events[Event]['fields'][number]]?: Value;
};

/** Logs an event. Fields outside its declaration do not compile. */
export type Log = <Event extends LogEvent>(event: Event, fields: LogFields<Event>) => void;

const levels: readonly Level[] = ['debug', 'info', 'warn', 'error'];

/**
 * Writes one line of JSON for each event: `time` (UTC, milliseconds), `level`, `event`, then its fields.
 *
 * @param write takes a line with its line feed
 * @param now milliseconds since 1970
 */
export function makeLog(write: (line: string) => void, now: () => number, least: Level): Log {
  return (event, fields) => {
    const { level } = logEvents[event];
    if (levels.indexOf(level) < levels.indexOf(least)) return;
    write(`${JSON.stringify({ time: new Date(now()).toISOString(), level, event, ...fields })}\n`);
  };
}

/** Logs nothing. */
export const silentLog: Log = () => {};

/** docs/log.md, as the table gives it. */
export function logTable(): string {
  const rows = Object.entries(logEvents).map(
    ([event, { level, says, fields }]) =>
      `| \`${event}\` | ${level} | ${fields.map((field) => `\`${field}\``).join(' ')} | ${says} |`,
  );
  return [
    '# Log',
    '',
    'One line of JSON for each event, on standard error: `time` (UTC, ISO 8601 with milliseconds), `level`, `event`, and the',
    'fields below, each a string, a number or a boolean, left out where it does not apply. Times ending in `ms` are',
    'milliseconds. `request` is a number that a problem document of the same request names. No field holds personal data,',
    'a secret, an address of a person, or text of a programme.',
    '',
    'This table is made of `src/node/log.ts`; a test holds the two together (`npm run vitest -- run log -u`).',
    '',
    '| event | level | fields | meaning |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
