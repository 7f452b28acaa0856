import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));

/** How a call of the command line ended. */
export interface Ended {
  /** Undefined when a signal ended it. */
  readonly code: number | undefined;
  readonly signal: NodeJS.Signals | undefined;
  readonly out: string;
  readonly err: string;
}

export interface CallOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** Options of Node itself. */
  readonly node?: readonly string[];
}

/** What no call inherits: who runs the tests may have set them. */
const plain = { LANG: 'C', LC_ALL: '', LC_MESSAGES: '', COUNTERPART_PASSWORD: '', COUNTERPART_DIR: '' };

/** Runs `counterpart …` in a process of its own, on the Node that runs the tests. */
export function counterpart(args: readonly string[], options: CallOptions = {}): Promise<Ended> {
  const { cwd, env = {}, input = '', node = [] } = options;
  const inherited = Object.fromEntries(
    Object.entries({ ...process.env, ...plain, ...env }).filter(([, value]) => value !== ''),
  );
  const child = spawn(process.execPath, [...node, main, ...args], {
    env: inherited,
    ...(cwd === undefined ? {} : { cwd }),
  });
  const [out, err]: Buffer[][] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => out?.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err?.push(chunk));
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) =>
      resolve({
        code: code ?? undefined,
        signal: signal ?? undefined,
        out: Buffer.concat(out ?? []).toString('utf8'),
        err: Buffer.concat(err ?? []).toString('utf8'),
      }),
    );
  });
}

/** As {@link counterpart}, for a call that must succeed; gives what it printed. */
export async function succeed(args: readonly string[], options: CallOptions = {}): Promise<string> {
  const ended = await counterpart(args, options);
  if (ended.code !== 0)
    throw new Error(`counterpart ${args.join(' ')}: ${ended.code ?? ended.signal}\n${ended.out}${ended.err}`);
  return ended.out;
}

/** As {@link succeed}, with the JSON that it answered. */
export async function answer<Value>(args: readonly string[], options: CallOptions = {}): Promise<Value> {
  return JSON.parse(await succeed([...args, '--json'], options)) as Value;
}

export const password = 'correct horse battery';
export const withPassword = { env: { COUNTERPART_PASSWORD: password } };

/** Two nodes in `dir/VN` and `dir/LA`, each with a desk officer and a minister, that founded a programme by files. */
export async function foundTwo(dir: string): Promise<void> {
  const at = { cwd: dir, ...withPassword };
  const post = ['--post', 'vi=Bộ trưởng', '--post', 'lo=ລັດຖະມົນຕີ'];
  await Promise.all(
    ['VN', 'LA'].map(async (party) => {
      await succeed(['init', '--dir', party, '--party', party, '--name', `en=Ministry of ${party}`], at);
      await succeed(['user', 'add', 'desk', '--dir', party, '--roles', 'desk'], at);
      await succeed(['user', 'add', 'minister', '--dir', party, '--roles', 'signatory', ...post], at);
    }),
  );
  await succeed(['card', '--dir', 'LA', '--out', 'la.card.json'], at);
  const terms = [
    '--name',
    'vi=Hợp tác',
    '--name',
    'lo=ການຮ່ວມມື',
    '--languages',
    'vi,lo',
    '--zone',
    'Asia/Vientiane',
  ];
  await succeed(['found', '--dir', 'VN', '--card', 'la.card.json', ...terms, '--out', 'founding.json'], at);
  await succeed(['join', 'founding.json', '--dir', 'LA', '--out', 'signed.json'], at);
  await succeed(['join', 'signed.json', '--dir', 'VN'], at);
}
