import type { ExportFiles } from '../core/exchange/verify-export.ts';
import { linesOf } from '../core/exchange/verify-feed.ts';
import { fingerprintOf } from '../core/feed/fingerprint.ts';
import type { Founding } from '../core/feed/founding.ts';
import { parseFounding } from '../core/feed/founding.ts';
import { gapsOf, type Register } from '../core/register/register.ts';
import { nodeCrypto } from '../store/node-crypto.ts';
import { problemSentence } from '../words/problems.ts';
import { type Call, type Command, dirOption, entryNumber, jsonOption } from './command.ts';
import { CommandFault } from './fault.ts';
import { foldFiles } from './fold-files.ts';
import { openPlace, placesIn } from './place.ts';
import { configOf } from './with-node.ts';

export const inspect: Command = {
  usage: ['[FOLDER] [--programme ID]', '[FOLDER] --party CODE [--from ENTRY] [--to ENTRY]'],
  operands: { least: 0, most: 1 },
  options: {
    ...dirOption,
    programme: { value: 'ID', says: 'cli.optionProgramme' },
    party: { value: 'CODE', says: 'cli.optionFeed' },
    from: { value: 'ENTRY', says: 'cli.optionFrom', whole: entryNumber },
    to: { value: 'ENTRY', says: 'cli.optionTo', whole: entryNumber },
    ...jsonOption,
  },
  examples: ['inspect --dir VN', 'inspect E --json', 'inspect E --party LA --from 40 --to 42'],
  exits: ['refused', 'storage'],
  run: async (call) => {
    const folder = call.operands[0] ?? configOf(call).dir;
    const wanted = call.text('programme') ?? '';
    const places = placesIn(folder).places.filter(({ programme }) => programme.startsWith(wanted));
    if (places.length === 0)
      throw new CommandFault('refused', 'programme-missing', call.t('cli.programmeMissing'));
    for (const place of places) {
      const { close, files } = openPlace(place);
      try {
        if (call.text('party') === undefined) describe(call, files);
        else printEntries(call, files);
      } finally {
        close();
      }
    }
    return 'ok';
  },
};

/** Entries as they stand, a line each: `sha256sum` of a line is its hash. */
function printEntries(call: Call, files: ExportFiles): void {
  const from = call.number('from') ?? 1;
  const to = call.number('to') ?? Number.MAX_SAFE_INTEGER;
  const name = `feeds/${call.text('party')}.jsonl`;
  if (!files.list().includes(name))
    throw new CommandFault(
      'refused',
      'party-missing',
      call.t('cli.noSuchFeed', { party: call.need('party') }),
    );
  let seq = 0;
  for (const line of linesOf(files.chunks(name))) {
    seq += 1;
    if (seq > to) return;
    if (seq >= from) call.terminal.print(Buffer.from(line).toString('utf8'));
  }
}

function describe(call: Call, files: ExportFiles): void {
  const { t, terminal } = call;
  const founding = parseFounding(files.read('founding.json'), nodeCrypto);
  const progress = terminal.progress(t('cli.reading'));
  const register = foldFiles(files, progress.add);
  progress.end();
  if (call.flag('json')) {
    terminal.json(jsonOf(founding, register, files));
    return;
  }
  const { digits, words } = fingerprintOf(founding.programme);
  terminal.print(t('cli.programmeIs', { programme: founding.programme }));
  terminal.print(t('cli.fingerprintLine', { digits: digits.join(' '), words: words.join(' ') }));
  for (const [lang, name] of Object.entries(founding.name)) terminal.print(`   ${lang}: ${name}`);
  for (const voice of [...register.voices.values()].flat()) {
    const { chain, inert, party } = voice;
    terminal.print(t('cli.verifiedHead', { party, seq: chain.seq, hash: chain.hash }));
    for (const { id, since } of chain.roots)
      terminal.print(`   ${t('cli.rootLine', { key: id, seq: since })}`);
    for (const { admittedAt, id, uses, voidAfter } of chain.keys.values()) {
      const line = t('cli.keyLine', { key: id, uses: uses.join(', '), seq: admittedAt });
      terminal.print(
        `   ${line}${voidAfter === undefined ? '' : ` (${t('cli.keyVoid', { seq: voidAfter })})`}`,
      );
    }
    for (const { detail, reason, seq } of inert) {
      const told = `${problemSentence(t, reason)} (${reason}${detail === undefined ? '' : `: ${detail}`})`;
      terminal.print(`   ${t('cli.inertLine', { seq, reason: told })}`);
    }
  }
  for (const { awaits, entries, from, party } of gapsOf(register)) {
    terminal.print(t('cli.gapLine', { party, from, count: entries, other: awaits.party, seq: awaits.seq }));
  }
  const held = files.list().filter((name) => name.startsWith('attachments/')).length;
  terminal.print(t('cli.attachmentCount', { count: held }));
}

function jsonOf(founding: Founding, register: Register, files: ExportFiles) {
  const feeds = [...register.voices.values()].flat().map(({ branch, chain, inert, party }) => ({
    party,
    branch,
    seq: chain.seq,
    hash: chain.hash,
    roots: chain.roots.map(({ id, since }) => ({ id, since })),
    keys: [...chain.keys.values()].map(({ public: _, ...key }) => key),
    inert,
  }));
  const attachments = files
    .list()
    .flatMap((name) => (name.startsWith('attachments/') ? [name.slice(12)] : []));
  const { languages, name, parties, programme, zone } = founding;
  const cards = parties.map(({ party, names, rootId, exchangeId }) => ({ party, names, rootId, exchangeId }));
  return { programme, name, languages, zone, parties: cards, feeds, gaps: gapsOf(register), attachments };
}
