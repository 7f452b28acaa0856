import type { PartyCode } from '../core/bytes/ids.ts';
import { startSync } from '../node/exchange/sync.ts';
import { notePeer, peerState } from '../node/exchange-state.ts';
import type { Node } from '../node/node.ts';
import { Refusal } from '../node/problem.ts';
import type { Programme } from '../node/programme.ts';
import { type Call, type Command, dirOption, jsonOption } from './command.ts';
import { CommandFault } from './fault.ts';
import { chosenProgramme, withNode } from './with-node.ts';

export const exchange: Command = {
  usage: ['[PARTY] [--dir FOLDER] [--url URL]'],
  operands: { least: 0, most: 1 },
  options: {
    ...dirOption,
    programme: { value: 'ID', says: 'cli.optionProgramme' },
    url: { value: 'URL', says: 'cli.optionUrl' },
    'peer-networks': { value: 'LIST', says: 'cli.optionPeerNetworks' },
    ...jsonOption,
  },
  examples: ['exchange --dir VN', 'exchange LA --url https://node.example:8443 --dir VN'],
  exits: ['refused', 'locked', 'unreachable', 'storage'],
  run: (call) =>
    withNode(call, async (node) => {
      const { running } = await chosenProgramme(call, node);
      if (running === undefined) throw new Refusal('programme.not-founded');
      const parties = await partnersOf(call, node, running);
      const sync = startSync(node);
      try {
        const done = [];
        for (const party of parties) done.push({ party, ...(await sync.now(running, party)) });
        if (call.flag('json')) call.terminal.json(done);
        else for (const row of done) call.terminal.print(call.t('cli.exchanged', { ...row }));
      } finally {
        await sync.stop();
      }
      return undefined;
    }),
};

/** The partner that is named, or all that have an address; `--url` is kept for later exchanges too. */
async function partnersOf(call: Call, node: Node, programme: Programme): Promise<readonly PartyCode[]> {
  const partners = programme.partners();
  const wanted = call.operands[0];
  const named = wanted === undefined ? partners : partners.filter((party) => party === wanted);
  const url = call.text('url');
  const [one, another] = named;
  if (one === undefined)
    throw new CommandFault(
      'refused',
      'party-missing',
      call.t('cli.noSuchPartner', { parties: partners.join(', ') }),
    );
  if (url !== undefined) {
    if (another !== undefined)
      throw new CommandFault('usage', 'usage', call.t('cli.noSuchPartner', { parties: partners.join(', ') }));
    await notePeer(node, programme, one, { url });
  }
  const reachable: PartyCode[] = [];
  for (const party of named)
    if ((await peerState(node, programme, party)).url !== undefined) reachable.push(party);
  if (reachable.length === 0)
    throw new CommandFault('refused', 'peer-address', call.t('cli.noAddress', { parties: named.join(', ') }));
  return reachable;
}
