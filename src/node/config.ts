import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isMailAddress } from './mail/smtp.ts';

/** How a node runs. Times in milliseconds unless the name says otherwise. */
export interface Config {
  readonly dir: string;
  readonly host: string;
  readonly port: number;
  /** Origins at which browsers reach the node beside its own address, as behind a proxy. */
  readonly origins: readonly string[];
  readonly trustProxy: boolean;
  readonly exchangeHost: string;
  /** `off`: no listener for partners. 0: any free port. */
  readonly exchangePort: number | 'off';
  /** Address that partners are told; shown only. */
  readonly exchangeUrl: string;
  /** Networks, beside the public internet, in which partners' nodes may stand. */
  readonly peerNetworks: readonly string[];
  readonly syncSeconds: number;
  readonly timeZone: string;
  readonly sessionHours: number;
  readonly idleMinutes: number;
  readonly web: string;
  readonly metrics: 'loopback' | 'all' | 'off';
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
  /** Empty: no mail is sent. */
  readonly smtpUrl: string;
  readonly smtpPasswordFile: string;
  readonly smtpCa: string;
  readonly smtpFrom: string;
  readonly mailMinutes: number;
}

interface Option<Value> {
  readonly flag: string;
  readonly variable: string;
  readonly fallback: Value;
  readonly says: string;
  /** Throws ConfigError. */
  readonly read: (text: string) => Value;
}

/** A setting that cannot be used; the message names it and where it came from, and never its value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const text = (value: string): string => value;
const list = (value: string): readonly string[] =>
  value
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
const flag = (value: string): boolean => oneOf('true', 'false')(value) === 'true';
const port = (value: string): number => whole(0, 65_535)(value);

function whole(from: number, to: number): (value: string) => number {
  return (value) => {
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    if (!(number >= from && number <= to)) throw new ConfigError(`a whole number from ${from} to ${to}`);
    return number;
  };
}
function oneOf<const Words extends readonly string[]>(...words: Words): (value: string) => Words[number] {
  return (value) => {
    if (!words.includes(value)) throw new ConfigError(`one of ${words.join(', ')}`);
    return value;
  };
}
function zone(value: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone;
  } catch {
    throw new ConfigError('a time zone such as Asia/Vientiane');
  }
}
function origins(value: string): readonly string[] {
  return list(value).map((one) => {
    if (!URL.canParse(one) || new URL(one).origin !== one)
      throw new ConfigError('origins such as https://register.example');
    return one;
  });
}

function mailServer(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const isSound =
    url !== undefined &&
    (url.protocol === 'smtps:' || url.protocol === 'smtp:') &&
    url.hostname !== '' &&
    url.password === '' &&
    /^\/?$/.test(url.pathname);
  if (value !== '' && !isSound)
    throw new ConfigError('smtps://user@host:465, or smtp:// for STARTTLS, without a password');
  return value;
}
function mailAddress(value: string): string {
  if (value !== '' && !isMailAddress(value))
    throw new ConfigError('an address such as node@ministry.example');
  return value;
}

type Options = { readonly [Name in keyof Config]: Option<Config[Name]> };

const option = <Value>(
  name: string,
  fallback: Value,
  read: (text: string) => Value,
  says: string,
): Option<Value> => ({
  flag: name,
  variable: `COUNTERPART_${name.replaceAll('-', '_').toUpperCase()}`,
  fallback,
  says,
  read,
});

export const options: Options = {
  dir: option('dir', './data', text, 'folder of the node: its feeds, workspace, files and keys'),
  host: option('host', '127.0.0.1', text, 'address the app listens on'),
  port: option('port', 8080, port, 'port of the app; 0 takes any free one'),
  origins: option('origins', [], origins, 'further origins of the app, behind a proxy, separated by commas'),
  trustProxy: option('trust-proxy', false, flag, 'take the client’s address from the last X-Forwarded-For'),
  exchangeHost: option('exchange-host', '127.0.0.1', text, 'address the exchange with partners listens on'),
  exchangePort: option<number | 'off'>(
    'exchange-port',
    'off',
    (value) => (value === 'off' ? 'off' : port(value)),
    'port of the exchange with partners, or `off`',
  ),
  exchangeUrl: option(
    'exchange-url',
    '',
    text,
    'address of our exchange as partners reach it, shown on the exchange page',
  ),
  peerNetworks: option(
    'peer-networks',
    [],
    list,
    'networks where partners’ nodes may stand beside the public internet: `loopback`, `private`, or ranges such as 10.20.0.0/16',
  ),
  syncSeconds: option(
    'sync-seconds',
    60,
    whole(1, 86_400),
    'longest pause between two exchanges with a partner that answers',
  ),
  timeZone: option('time-zone', 'UTC', zone, 'time zone in which this node says what day it is'),
  sessionHours: option('session-hours', 12, whole(1, 720), 'a session ends after so many hours'),
  idleMinutes: option(
    'idle-minutes',
    120,
    whole(1, 43_200),
    'a session ends after so many minutes without use',
  ),
  web: option('web', '', text, 'folder of the built app; empty: the one that came with this software'),
  metrics: option('metrics', 'loopback', oneOf('loopback', 'all', 'off'), 'who may read /metrics'),
  logLevel: option(
    'log-level',
    'info',
    oneOf('debug', 'info', 'warn', 'error'),
    'least level that is logged',
  ),
  smtpUrl: option(
    'smtp-url',
    '',
    mailServer,
    'mail server that tells accounts that something waits, without a word of what: `smtps://user@host:465`, or `smtp://user@host:587` for STARTTLS, which is then required; empty: no mail',
  ),
  smtpPasswordFile: option('smtp-password-file', '', text, 'file with the password for the mail server'),
  smtpCa: option(
    'smtp-ca',
    '',
    text,
    'file with the authority of the mail server in PEM; empty: the usual ones',
  ),
  smtpFrom: option('smtp-from', '', mailAddress, 'address that such mail comes from'),
  mailMinutes: option('mail-minutes', 60, whole(1, 10_080), 'least minutes between two mails to one account'),
};

type Flags = Readonly<Record<string, string | boolean | undefined>>;

/**
 * The configuration: flag > environment > file > default. The file is `counterpart.json` in the node's folder, or the one
 * that `--config` or COUNTERPART_CONFIG names; its keys are the names of the flags.
 *
 * @throws ConfigError
 */
export function readConfig(flags: Flags, environment: Readonly<Record<string, string | undefined>>): Config {
  const given = (name: string, from: Flags): string | undefined => {
    const value = from[name];
    return value === undefined ? undefined : String(value);
  };
  const dir = given('dir', flags) ?? environment['COUNTERPART_DIR'] ?? options.dir.fallback;
  const file = readFile(given('config', flags) ?? environment['COUNTERPART_CONFIG'], dir);
  const entries = Object.entries(options).map(([name, one]: [string, Option<unknown>]) => {
    const sources = [
      ['--', given(one.flag, flags)],
      ['environment ', environment[one.variable]],
      ['file ', file[one.flag]],
    ] as const;
    const [source, value] = sources.find(([, found]) => found !== undefined) ?? [];
    if (value === undefined) return [name, one.fallback];
    try {
      return [name, one.read(value)];
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      throw new ConfigError(
        `${source}${source === 'environment ' ? one.variable : one.flag}: expected ${error.message}`,
      );
    }
  });
  const config = Object.fromEntries(entries) as unknown as Config;
  return { ...config, dir: resolve(config.dir) };
}

function readFile(named: string | undefined, dir: string): Readonly<Record<string, string>> {
  const path = named ?? join(dir, 'counterpart.json');
  let content: string;
  try {
    content = readFileSync(path, 'utf8');
  } catch (error) {
    if (named === undefined && (error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new ConfigError('the configuration file cannot be read');
  }
  const known = new Set(Object.values(options).map((one: Option<unknown>) => one.flag));
  try {
    const entries = Object.entries(JSON.parse(content) as Record<string, unknown>);
    const unknown = entries.find(([name]) => !known.has(name));
    if (unknown) throw new ConfigError(`the configuration file has an unknown setting: ${unknown[0]}`);
    return Object.fromEntries(
      entries.map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : String(value)]),
    );
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError('the configuration file is not JSON');
  }
}

/** docs/configuration.md, as this table gives it. */
export function configTable(): string {
  const rows = Object.values(options).map((one: Option<unknown>) => {
    const fallback = Array.isArray(one.fallback) ? one.fallback.join(',') : String(one.fallback);
    return `| \`--${one.flag}\` | \`${one.variable}\` | ${fallback === '' ? '' : `\`${fallback}\``} | ${one.says} |`;
  });
  return [
    '# Configuration',
    '',
    'A flag wins over the environment, the environment over the file, the file over the default. The file is',
    '`counterpart.json` in the node’s folder, or the one that `--config` or `COUNTERPART_CONFIG` names: a JSON object whose',
    'keys are the names of the flags without the dashes. An unknown key, or a value that cannot be used, stops the start.',
    '',
    'This table is made of `src/node/config.ts`; a test holds the two together (`npm run vitest -- run config -u`).',
    '',
    '| flag | environment | default | what it does |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
