import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Figures, timed } from './figures.ts';

/**
 * What git asks for the like: a repository of signed commits, one line each, whose objects and signatures are checked.
 * Few are measured, since each signature is a process; the caller extrapolates and says so.
 */
export async function measureGit({ commits, dir }: { commits: number; dir: string }): Promise<Figures> {
  const repository = join(dir, 'git');
  mkdirSync(repository);
  const key = join(dir, 'git-key');
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'bench', '-f', key]);
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', repository, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  git('init', '-q');
  writeFileSync(
    join(dir, 'git-signers'),
    `bench ${execFileSync('cat', [`${key}.pub`], { encoding: 'utf8' })}`,
  );
  const settings = {
    'user.name': 'bench',
    'user.email': 'bench',
    'gpg.format': 'ssh',
    'user.signingkey': key,
    'gpg.ssh.allowedSignersFile': join(dir, 'git-signers'),
  };
  for (const [name, value] of Object.entries(settings)) git('config', name, value);
  const line = JSON.stringify({ filler: 'x'.repeat(450) });
  for (let at = 0; at < commits; at += 1) git('commit', '-q', '-S', '--allow-empty', '-m', `${at} ${line}`);
  const fsckMs = await timed(() => void git('fsck', '--full'));
  const verifyMs = await timed(() => void git('log', '--format=%G?'));
  return { fsckMs: fsckMs / commits, verifyMs: verifyMs / commits };
}
