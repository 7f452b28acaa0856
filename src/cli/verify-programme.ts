import { Worker } from 'node:worker_threads';
import {
  type ExportFault,
  type ExportFiles,
  type VerifiedExport,
  verifyExport,
} from '../core/exchange/verify-export.ts';
import { gapsOf, type Register } from '../core/register/register.ts';
import { nodeCrypto } from '../store/node-crypto.ts';
import { foldFiles } from './fold-files.ts';
import { nearestFault } from './line-fault.ts';
import { openPlace, type Place } from './place.ts';
import type { Progress } from './terminal.ts';

/** A programme that holds, with the register that its feeds give. */
export interface VerifiedProgramme extends VerifiedExport {
  readonly register: Register;
}

/** Up to so many entries it is not worth another thread. */
const entriesOfOneThread = 5_000;

/**
 * Verifies a programme and folds its register. A large one is verified on a second thread while this one folds; what was
 * folded counts only if all of it was verified.
 */
export async function verifyProgramme(
  place: Place,
  progress: Progress,
): Promise<VerifiedProgramme | ExportFault> {
  const { close, files } = openPlace(place);
  try {
    const misnamed = nameFault(place, files);
    if (misnamed !== undefined) return misnamed;
    const entries = expectedEntries(files);
    progress.total(entries);
    const answer =
      entries > entriesOfOneThread ? await beside(place, files, progress) : alone(files, progress);
    return answer.ok ? answer : nearestFault(files, answer);
  } finally {
    progress.end();
    close();
  }
}

function alone(files: ExportFiles, progress: Progress): VerifiedProgramme | ExportFault {
  const verified = verifyExport(files, nodeCrypto);
  return verified.ok ? { ...verified, register: foldFiles(files, progress.add) } : verified;
}

async function beside(
  place: Place,
  files: ExportFiles,
  progress: Progress,
): Promise<VerifiedProgramme | ExportFault> {
  const verifying = verifyOnThread(place);
  let folded: { readonly register: Register } | { readonly error: unknown };
  try {
    folded = { register: foldFiles(files, progress.add) };
  } catch (error) {
    // Most likely the fault that the verifier is about to name.
    folded = { error };
  }
  const verified = await verifying;
  if (!verified.ok) return verified;
  if ('error' in folded) throw folded.error;
  return { ...verified, register: folded.register };
}

function verifyOnThread(place: Place): Promise<VerifiedExport | ExportFault> {
  const worker = new Worker(new URL('./verify-worker.ts', import.meta.url), {
    workerData: place,
    name: 'verify',
    // It keeps next to nothing: what it has in hand shall not grow beside the register.
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the verifying thread ended with ${code}`)));
  });
}

/** The folder of an exported programme bears its id: the SHA-256 of its founding. */
function nameFault(place: Place, files: ExportFiles): ExportFault | undefined {
  if (place.kind === 'node' || !files.list().includes('founding.json')) return undefined;
  if (nodeCrypto.sha256(files.read('founding.json')) === place.programme) return undefined;
  const detail = 'its SHA-256 is not the name of the folder';
  return { ok: false, code: 'export.founding', file: 'founding.json', line: 0, detail };
}

/** How many entries the last signatures speak of; a rough word for the bar, nothing else. */
function expectedEntries(files: ExportFiles): number {
  const last = (name: string) =>
    Number(/(\d+)\t[^\n]*\n$/.exec(Buffer.from(files.read(name)).toString('latin1'))?.[1] ?? 0);
  return files
    .list()
    .filter((name) => /^signatures\/.*\.tsv$/.test(name))
    .reduce((sum, name) => sum + last(name), 0);
}

/** How many accepted entries have no effect, and how many wait for others (F4, F5). */
export function countsOf(register: Register): { readonly inert: number; readonly waiting: number } {
  let inert = 0;
  for (const voices of register.voices.values()) for (const voice of voices) inert += voice.inert.length;
  return { inert, waiting: gapsOf(register).reduce((sum, { entries }) => sum + entries, 0) };
}
