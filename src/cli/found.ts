import { readFileSync } from 'node:fs';
import { parseCard } from '../core/feed/founding.ts';
import { addCard, foundingFile, foundingState, writeFounding } from '../node/founding.ts';
import { openRoot } from '../node/keys.ts';
import type { Names, Node } from '../node/node.ts';
import {
  allProgrammes,
  cleanNames,
  type KnownProgramme,
  type NewProgramme,
  prepareProgramme,
} from '../node/programmes.ts';
import { replaceFile } from '../store/durable-file.ts';
import { type Call, type Command, dirOption, jsonOption, type Options } from './command.ts';
import { answerFounding, lookAlikesIn, printLookAlikes } from './founding-answer.ts';
import { namesOf } from './names.ts';
import { givenSecret, passphraseOption, readSecret } from './secret.ts';
import { chosenProgramme, withNode } from './with-node.ts';

/** Where the root is, for commands that sign with it. */
export const rootOptions = {
  'root-keys': { value: 'FOLDER', says: 'cli.optionRootKeys' },
  ...passphraseOption,
} as const satisfies Options;

export const found: Command = {
  usage: [
    '--dir FOLDER --card FILE … --name LANG=NAME … --languages CODES --zone ZONE --out FILE',
    '--dir FOLDER --partner CODE --name LANG=NAME … --languages CODES --zone ZONE',
    '--dir FOLDER --programme ID --card FILE … --out FILE',
  ],
  operands: { least: 0, most: 0 },
  options: {
    ...dirOption,
    card: { value: 'FILE', says: 'cli.optionCards', repeats: true },
    partner: { value: 'CODE', says: 'cli.optionPartner', repeats: true },
    name: { value: 'LANG=NAME', says: 'cli.optionProgrammeName', repeats: true },
    languages: { value: 'CODES', says: 'cli.optionLanguages' },
    zone: { value: 'ZONE', says: 'cli.optionZone' },
    programme: { value: 'ID', says: 'cli.optionProgramme' },
    out: { value: 'FILE', says: 'cli.optionFoundingOut' },
    ...rootOptions,
    ...jsonOption,
  },
  examples: [
    'found --dir VN --card la.card.json --name vi="Hợp tác quốc phòng Việt – Lào" --name lo="ການຮ່ວມມືປ້ອງກັນປະເທດ" --languages vi,lo --zone Asia/Vientiane --out founding.json',
  ],
  exits: ['refused', 'locked', 'storage'],
  run: (call) =>
    withNode(call, async (node) => {
      const programme =
        call.text('programme') === undefined ? await prepare(call, node) : await chosenProgramme(call, node);
      for (const file of call.texts('card')) await addCard(node, programme.id, readFileSync(file), null);
      if (call.text('out') === undefined) return answerPrepared(call, node, programme);
      const out = call.need('out');
      const before = await foundingState(node, programme.id);
      const state = before.isWritten
        ? before
        : await writeFounding(node, programme.id, await rootOf(call, node), null);
      await replaceFile(out, await foundingFile(node, state.id));
      await answerFounding(call, node, state, out);
      return 'ok';
    }),
};

/** Begins a programme with the parties of the cards, or alone with partners that have none yet. */
async function prepare(call: Call, node: Node): Promise<KnownProgramme> {
  const names = namesOf(call, 'name');
  const carded = call.texts('card').map((file) => parseCard(readFileSync(file)));
  const known = carded.map(({ names: its, party }) => ({ code: party, names: its as Names }));
  const others = call.texts('partner').filter((code) => !known.some((one) => one.code === code));
  const partners = [...known, ...others.map((code) => ({ code, names: {} }))];
  const given = { names, languages: call.need('languages').split(','), zone: call.need('zone'), partners };
  const before = (await allProgrammes(node)).find((one) => one.state !== 'founded' && isSame(one, given));
  return before ?? prepareProgramme(node, given, null);
}

/** The same terms: a call that was interrupted is gone on with, not begun again. */
function isSame(known: KnownProgramme, given: NewProgramme): boolean {
  const termsOf = ({ languages, names, zone }: Pick<NewProgramme, 'languages' | 'names' | 'zone'>) =>
    JSON.stringify([languages, Object.entries(names).sort(), zone]);
  const codes = known.parties.map(({ code }) => code).filter((code) => code !== known.party);
  return (
    termsOf(known) === termsOf({ ...given, names: cleanNames(given.names) }) &&
    codes.join() === given.partners.map(({ code }) => code).join()
  );
}

async function answerPrepared(call: Call, node: Node, programme: KnownProgramme): Promise<'ok'> {
  const state = await foundingState(node, programme.id);
  const { missingCards } = state;
  const warnings = await lookAlikesIn(node, state);
  if (call.flag('json')) call.terminal.json({ programme: programme.id, missingCards, warnings });
  else {
    printLookAlikes(call, warnings);
    call.terminal.print(call.t('cli.programmeIs', { programme: programme.id }));
    call.terminal.print(call.t('cli.programmePrepared', { parties: missingCards.join(', ') }));
  }
  return 'ok';
}

/** The root, from the folder of the node or where it is kept; its passphrase is asked for only if it is sealed. */
export async function rootOf(call: Call, node: Node) {
  const folder = call.text('root-keys') ?? node.keysFolder;
  const isSealed = call.text('root-keys') !== undefined || node.keys().root === 'sealed';
  const passphrase = isSealed ? await readSecret(call, 'passphrase') : givenSecret(call, 'passphrase');
  return openRoot(folder, node.crypto, passphrase);
}
