import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintOf } from '../core/feed/fingerprint.ts';
import { type Command, dirOption, jsonOption } from './command.ts';
import { CommandFault } from './fault.ts';
import { nodePlaces } from './place.ts';
import { configOf } from './with-node.ts';
import { writeExport } from './write-export.ts';

export const exportCommand: Command = {
  usage: ['[FOLDER] --out FOLDER'],
  operands: { least: 0, most: 1 },
  options: {
    ...dirOption,
    out: { value: 'FOLDER', says: 'cli.optionExportOut', required: true },
    programme: { value: 'ID', says: 'cli.optionProgramme' },
    ...jsonOption,
  },
  examples: ['export D/VN --out E', 'export --dir VN --out /media/stick/register'],
  exits: ['refused', 'storage'],
  run: async (call) => {
    const { t, terminal } = call;
    const folder = call.operands[0] ?? configOf(call).dir;
    const wanted = call.text('programme') ?? '';
    const places = nodePlaces(folder).filter(({ programme }) => programme.startsWith(wanted));
    if (places.length === 0)
      throw new CommandFault('refused', 'programme-missing', t('cli.programmeMissing'));
    const out = call.need('out');
    if (existsSync(out) && readdirSync(out).length > 0)
      throw new CommandFault('refused', 'folder-exists', t('cli.notEmpty', { folder: out }));
    mkdirSync(out, { recursive: true });
    const done = [];
    for (const place of places) {
      const progress = terminal.progress(t('cli.exporting'));
      const written = await writeExport(place, join(out, place.programme), progress);
      done.push({ programme: place.programme, ...written });
    }
    if (call.flag('json')) terminal.json({ out, programmes: done });
    else
      for (const { attachments, entries, missing, programme } of done) {
        terminal.print(t('cli.programmeIs', { programme }));
        const { digits, words } = fingerprintOf(programme);
        terminal.print(t('cli.fingerprintLine', { digits: digits.join(' '), words: words.join(' ') }));
        terminal.print(t('cli.exported', { entries, files: attachments, folder: join(out, programme) }));
        if (missing > 0) terminal.print(t('cli.exportMissing', { count: missing }));
      }
    return 'ok';
  },
};
