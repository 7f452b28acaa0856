import { join } from 'node:path';
import type { ExportFault } from '../core/exchange/verify-export.ts';
import { fingerprintOf } from '../core/feed/fingerprint.ts';
import type { Register } from '../core/register/register.ts';
import { inForce, textsOf } from '../core/register/texts.ts';
import { problemSentence } from '../words/problems.ts';
import { type Call, type Command, jsonOption } from './command.ts';
import type { ExitName } from './exits.ts';
import { CommandFault } from './fault.ts';
import { type Place, placesIn } from './place.ts';
import { todayIn } from './time.ts';
import { countsOf, type VerifiedProgramme, verifyProgramme } from './verify-programme.ts';

export const verify: Command = {
  usage: ['FOLDER'],
  operands: { least: 1, most: 1 },
  options: jsonOption,
  examples: ['verify E', 'verify D/VN', 'verify E --json'],
  exits: ['refused', 'storage'],
  run: async (call) => {
    const folder = call.operands[0] ?? '';
    const { places, stray } = placesIn(folder);
    const [foreign] = stray;
    if (foreign !== undefined) return answerFault(call, foreign, strayFault);
    if (places.length === 0)
      throw new CommandFault('refused', 'nothing-to-verify', call.t('cli.nothingToVerify', { folder }));
    const answers: VerifiedProgramme[] = [];
    for (const place of places) {
      const progress = call.terminal.progress(call.t('cli.verifying'));
      const answer = await verifyProgramme(place, progress);
      if (!answer.ok) return answerFault(call, fileOf(place, answer), answer);
      answers.push(answer);
    }
    if (call.flag('json')) call.terminal.json({ ok: true, programmes: answers.map(jsonOf) });
    else for (const answer of answers) printProgramme(call, answer);
    return 'ok';
  },
};

const strayFault = { ok: false, code: 'export.stray', file: '', line: 0, detail: '' } as const;

/** In an export of several programmes the file is named with its folder. */
const fileOf = (place: Place, { file }: ExportFault): string => join(place.programme, file);

function answerFault(call: Call, file: string, { code, detail, line }: ExportFault): ExitName {
  const { t, terminal } = call;
  if (call.flag('json')) terminal.json({ ok: false, fault: { code, file, line, detail } });
  const reason = `${problemSentence(t, code)} (${code}${detail === '' ? '' : `: ${detail}`})`;
  terminal.note(
    `counterpart: ${line === 0 ? t('cli.faultInFile', { file, reason }) : t('cli.faultInLine', { file, line, reason })}`,
  );
  return 'refused';
}

function jsonOf({ founding, heads, register }: VerifiedProgramme) {
  const { inert, waiting } = countsOf(register);
  return { programme: founding.programme, heads, inert, waiting, inForce: forceOf(register, founding.zone) };
}

function printProgramme(call: Call, answer: VerifiedProgramme): void {
  const { t, terminal } = call;
  const { founding, heads, register } = answer;
  const { digits, words } = fingerprintOf(founding.programme);
  terminal.print(t('cli.programmeIs', { programme: founding.programme }));
  terminal.print(t('cli.fingerprintLine', { digits: digits.join(' '), words: words.join(' ') }));
  for (const { hash, party, seq } of heads) terminal.print(t('cli.verifiedHead', { party, seq, hash }));
  for (const party of forkedIn(heads)) terminal.print(t('cli.forked', { party }));
  const { inert, waiting } = countsOf(register);
  if (inert > 0) terminal.print(t('cli.inertCount', { count: inert }));
  if (waiting > 0) terminal.print(t('cli.waitingCount', { count: waiting }));
  for (const { act, text } of forceOf(register, founding.zone))
    terminal.print(t('cli.inForceLine', { text, act }));
}

/** Parties whose feed has several heads. */
function forkedIn(heads: VerifiedProgramme['heads']): readonly string[] {
  const parties = heads.map(({ party }) => party);
  return [...new Set(parties.filter((party, at) => parties.indexOf(party) !== at))];
}

/** Texts in force today, as far as these feeds know. */
function forceOf(register: Register, zone: string) {
  const today = todayIn(zone);
  return textsOf(register).flatMap((text) => {
    const found = inForce(register, text, today);
    return found === undefined ? [] : [{ text, act: found.act, since: found.since }];
  });
}
