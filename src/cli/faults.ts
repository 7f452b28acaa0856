import { BytesError } from '../core/bytes/error.ts';
import { ConfigError } from '../node/config.ts';
import { Refusal, refusalOf } from '../node/problem.ts';
import { problems } from '../node/problems.ts';
import { StoreError } from '../store/errors.ts';
import type { Translate } from '../words/format.ts';
import { problemSentence } from '../words/problems.ts';
import type { ExitName } from './exits.ts';
import { CommandFault } from './fault.ts';

/** The fault that an exception means. What nobody expected is a bug. */
export function faultOf(error: unknown, t: Translate): CommandFault {
  if (error instanceof CommandFault) return error;
  if (error instanceof Refusal) return ofRefusal(error, t);
  if (error instanceof StoreError) return ofStore(error, t);
  if (error instanceof ConfigError)
    return new CommandFault('usage', 'config', t('cli.configFault', { fault: error.message }), {
      cause: error,
    });
  if (error instanceof BytesError) {
    const sentence = `${problemSentence(t, error.code)} (${error.code})`;
    return new CommandFault('refused', error.code, sentence, { cause: error });
  }
  return ofSystem(error, t) ?? ofBug(error, t);
}

const exitOfRefusal: Readonly<Record<string, ExitName>> = {
  'lock.signing': 'locked',
  'node.disk-full': 'storage',
  'peer.unreachable': 'unreachable',
};

/** A code with its sentence in the reader's language, else in English, and what is particular to the case. */
function ofRefusal({ code, particulars }: Refusal, t: Translate): CommandFault {
  const { title, kept, todo } = problems[code];
  const sentence = t.has(`problems.${code}`) ? problemSentence(t, code) : `${title}. ${kept} ${todo}`;
  const detail = particulars.detail === undefined ? '' : ` ${particulars.detail}`;
  return new CommandFault(exitOfRefusal[code] ?? 'refused', code, `${sentence}${detail} (${code})`);
}

/** What concerns the folder itself is told as the store says it; the API has no words for it, since it serves one. */
const exitOfStore: Readonly<Record<string, ExitName>> = {
  'backup-unusable': 'refused',
  corrupt: 'storage',
  failed: 'storage',
  'folder-busy': 'locked',
  'folder-exists': 'refused',
  'folder-missing': 'refused',
  'folder-newer': 'refused',
  'folder-unreadable': 'refused',
};

function ofStore(error: StoreError, t: Translate): CommandFault {
  const exit = exitOfStore[error.code];
  const refusal = exit === undefined ? refusalOf(error) : undefined;
  if (exit === undefined) return refusal === undefined ? ofBug(error, t) : ofRefusal(refusal, t);
  const sentence = error.code === 'folder-busy' ? `${error.message} ${t('cli.folderBusy')}` : error.message;
  return new CommandFault(exit, error.code, sentence, { cause: error });
}

/** What the system said about a file that the caller named. */
function ofSystem(error: unknown, t: Translate): CommandFault | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  const file = 'path' in error && typeof error.path === 'string' ? error.path : '';
  const sentences: Readonly<Record<string, readonly [ExitName, Parameters<Translate>[0]]>> = {
    ENOENT: ['refused', 'cli.fileMissing'],
    EISDIR: ['refused', 'cli.fileIsFolder'],
    ENOTDIR: ['refused', 'cli.fileMissing'],
    EACCES: ['refused', 'cli.fileDenied'],
    EPERM: ['refused', 'cli.fileDenied'],
    EEXIST: ['refused', 'cli.fileExists'],
    EADDRINUSE: ['refused', 'cli.portTaken'],
    ENOSPC: ['storage', 'cli.diskFull'],
    EROFS: ['storage', 'cli.diskFull'],
    EIO: ['storage', 'cli.diskFull'],
  };
  const found = Object.hasOwn(sentences, error.code) ? sentences[error.code] : undefined;
  if (found === undefined) return undefined;
  const port = 'port' in error ? String(error.port) : '';
  return new CommandFault(found[0], error.code, t(found[1], { file, port }), { cause: error });
}

function ofBug(error: unknown, t: Translate): CommandFault {
  const message = error instanceof Error ? error.message : String(error);
  return new CommandFault('bug', 'bug', `${t('cli.bug')} ${message}`, { cause: error });
}
