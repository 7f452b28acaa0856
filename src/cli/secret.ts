import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Call, Options } from './command.ts';
import { CommandFault } from './fault.ts';

/** Which secret is asked for: `--password-file` or COUNTERPART_PASSWORD, `--passphrase-file` or COUNTERPART_PASSPHRASE. */
export type SecretName = 'password' | 'passphrase';

export const passwordOption = {
  'password-file': { value: 'FILE', says: 'cli.optionPasswordFile' },
} as const satisfies Options;
export const passphraseOption = {
  'passphrase-file': { value: 'FILE', says: 'cli.optionPassphraseFile' },
} as const satisfies Options;

/**
 * A secret: from the file that `--<name>-file` names, else from the environment, else asked for where somebody sits at a
 * terminal. Never an argument, since every process of the machine can read those.
 */
export async function readSecret(call: Call, name: SecretName): Promise<string> {
  const given = givenSecret(call, name);
  if (given !== undefined) return given;
  if (process.stdin.isTTY && process.stderr.isTTY)
    return ask(call.t(name === 'password' ? 'cli.askPassword' : 'cli.askPassphrase'));
  throw new CommandFault(
    'usage',
    `${name}-missing`,
    call.t('cli.secretMissing', { option: `--${name}-file` }),
  );
}

/** The secret, if it was given without asking. The line feed at a file's end is not part of it. */
export function givenSecret(call: Call, name: SecretName): string | undefined {
  const file = call.text(`${name}-file`);
  if (file !== undefined) return readFileSync(file === '-' ? 0 : file, 'utf8').replace(/\r?\n$/, '');
  return process.env[`COUNTERPART_${name.toUpperCase()}`];
}

async function ask(question: string): Promise<string> {
  process.stderr.write(`${question} `);
  // The terminal echoes through this stream: it says nothing.
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await lines.question('');
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}
