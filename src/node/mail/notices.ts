import { hash as digest } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isObject } from '../../core/kinds/value.ts';
import { isLanguage, type Language } from '../../words/languages.ts';
import { createTranslator } from '../../words/translate.ts';
import { type Account, accountOf } from '../accounts.ts';
import type { Config } from '../config.ts';
import { deskOf } from '../desk.ts';
import { stringOf } from '../json-text.ts';
import type { Node } from '../node.ts';
import { allProgrammes, programmeFor } from '../programmes.ts';
import { isMailAddress, SmtpError, type SmtpServer, sendMail } from './smtp.ts';

/*
 * Mail that says that something waits, and nothing of what: it passes servers that are not ours. To accounts that gave an
 * address, at most so often, and only when what waits is not what was told last.
 */

const collection = 'mailed';

interface Mailed {
  readonly at: number;
  readonly told: string;
}

export interface Notices {
  /** Looks now at who has to be told, and tells them. Resolves when all has been tried. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

/** Follows what changes, if the administrator has set a mail server. @throws ConfigError-like errors of reading its files */
export function startNotices(node: Node): Notices {
  const server = serverOf(node.config);
  if (server === undefined) return { look: async () => {}, stop: async () => {} };
  const every = node.config.mailMinutes * 60_000;
  let turn: Promise<void> = Promise.resolve();
  const look = (): Promise<void> => {
    turn = turn.then(() => tellAll(node, server)).catch((error: unknown) => noteFailure(node, error));
    return turn;
  };
  const timer = setInterval(() => void look(), Math.min(every, 60_000));
  timer.unref();
  return {
    look,
    stop: async () => {
      clearInterval(timer);
      await turn;
    },
  };
}

function serverOf({ smtpCa, smtpPasswordFile, smtpUrl }: Config): SmtpServer | undefined {
  if (smtpUrl === '') return undefined;
  const { hostname, port, protocol, username } = new URL(smtpUrl);
  const security = protocol === 'smtps:' ? 'tls' : 'starttls';
  return {
    host: hostname,
    port: port === '' ? (security === 'tls' ? 465 : 587) : Number(port),
    security,
    ...(username === '' ? {} : { user: decodeURIComponent(username) }),
    ...(smtpPasswordFile === '' ? {} : { password: readFileSync(smtpPasswordFile, 'utf8').trimEnd() }),
    ...(smtpCa === '' ? {} : { ca: readFileSync(smtpCa, 'utf8') }),
  };
}

async function tellAll(node: Node, server: SmtpServer): Promise<void> {
  for (const stored of await node.store.workspace.accounts()) {
    const account = accountOf(stored);
    if (account.disabled || account.mail === undefined || !isMailAddress(account.mail)) continue;
    const told = await waitingFor(node, account);
    const before = await lastMailed(node, account.id);
    const isSoon = before !== undefined && node.now() - before.at < node.config.mailMinutes * 60_000;
    if (told === '' || told === before?.told || isSoon) continue;
    try {
      await sendMail(server, messageFor(node, account, account.mail), node.now());
      const value = { at: node.now(), told };
      await node.store.workspace.write([
        { op: 'putDocument', collection, id: account.id, value, expected: 'any' },
      ]);
      node.log('mail.sent', {});
    } catch (error) {
      noteFailure(node, error);
    }
  }
}

/** What waits for an account or changed since it looked, as a hash; empty when nothing does. */
async function waitingFor(node: Node, account: Account): Promise<string> {
  const waiting: unknown[] = [];
  for (const programme of await allProgrammes(node)) {
    if (account.programmes !== undefined && !account.programmes.includes(programme.id)) continue;
    const desk = await deskOf(node, programmeFor(account, programme), { account });
    waiting.push(...desk.waitingForUs, ...desk.changed, ...desk.mentions);
  }
  return waiting.length === 0 ? '' : digest('sha256', JSON.stringify(waiting), 'hex');
}

async function lastMailed(node: Node, account: string): Promise<Mailed | undefined> {
  const document = await node.store.workspace.document(collection, account);
  return isObject(document?.value)
    ? { at: Number(document.value['at']), told: stringOf(document.value['told']) }
    : undefined;
}

function messageFor(node: Node, account: Account, to: string) {
  const language: Language = account.language && isLanguage(account.language) ? account.language : 'en';
  const t = createTranslator(language);
  const [origin = ''] = node.config.origins;
  const text = [t('mail.waits'), ...(origin === '' ? [] : [origin]), t('mail.why')].join('\n\n');
  return { from: node.config.smtpFrom, to, subject: t('mail.subject'), text: `${text}\n` };
}

function noteFailure(node: Node, error: unknown): void {
  node.log('mail.failed', { reason: error instanceof SmtpError ? error.message : 'unexpected' });
}
