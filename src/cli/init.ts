import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isPartyCode } from '../core/bytes/ids.ts';
import { makeKeys } from '../node/keys.ts';
import { initNode } from '../node/node.ts';
import { cleanNames } from '../node/programmes.ts';
import { StoreError } from '../store/errors.ts';
import { folderPaths, readFolder } from '../store/folder.ts';
import { type Command, dirOption, jsonOption } from './command.ts';
import { namesOf } from './names.ts';
import { usageFault } from './run.ts';
import { passphraseOption, readSecret } from './secret.ts';
import { configOf } from './with-node.ts';

export const init: Command = {
  usage: ['--dir FOLDER --party CODE --name LANG=NAME [--name LANG=NAME …] [--seal]'],
  operands: { least: 0, most: 0 },
  options: {
    ...dirOption,
    party: { value: 'CODE', says: 'cli.optionParty', required: true },
    name: { value: 'LANG=NAME', says: 'cli.optionPartyName', repeats: true, required: true },
    seal: { says: 'cli.optionSeal' },
    ...passphraseOption,
    ...jsonOption,
  },
  examples: [
    'init --dir VN --party VN --name vi="Bộ Quốc phòng Việt Nam" --name en="Ministry of National Defence of Viet Nam"',
  ],
  exits: ['refused', 'storage'],
  run: async (call) => {
    const { dir } = configOf(call);
    const party = call.need('party');
    if (!isPartyCode(party)) throw usageFault(call.t, call.name, call.t('cli.partyForm'));
    const about = { party, names: cleanNames(namesOf(call, 'name')) };
    const passphrase = call.flag('seal') ? await readSecret(call, 'passphrase') : undefined;
    try {
      await initNode(dir, about, passphrase);
    } catch (error) {
      // An interrupted call left a folder without keys: it is finished, for the same party only.
      const isUnfinished =
        error instanceof StoreError && error.code === 'folder-exists' && lacksKeys(dir, party);
      if (!isUnfinished) throw error;
      await makeKeys(folderPaths(dir).keys, passphrase);
    }
    if (call.flag('json')) call.terminal.json({ dir, party });
    else call.terminal.print(call.t('cli.initDone', { party, dir }));
    return 'ok';
  },
};

const lacksKeys = (dir: string, party: string): boolean =>
  readFolder(dir)['party'] === party && !existsSync(join(folderPaths(dir).keys, 'public.json'));
