import type { ExchangePage, Partner, PouchReport as ReportShape } from '../../api/exchange.ts';
import * as declared from '../../api/exchange.ts';
import type { PartyCode } from '../../core/bytes/ids.ts';
import { gapsOf } from '../../core/register/register.ts';
import { auditChange } from '../accounts.ts';
import { continueFeed } from '../continuation.ts';
import { readPeerUrl, resolvePeer } from '../exchange/addresses.ts';
import { lackedFiles } from '../exchange/answer.ts';
import { inspectPouch, openPouch, type PouchReport, packPouch } from '../exchange/pouch.ts';
import type { Sync } from '../exchange/sync.ts';
import { heldByPartners, heldSince, notePeer, peerState } from '../exchange-state.ts';
import type { Surroundings } from '../http/app.ts';
import { type App, caller, programmeOf, serve } from '../http/serve.ts';
import { openRoot } from '../keys.ts';
import type { Node } from '../node.ts';
import { Refusal } from '../problem.ts';
import type { Programme } from '../programme.ts';
import { bodyBytes } from './body-bytes.ts';
import { running } from './keys.ts';
import { shapeOfId } from './programmes.ts';

/** Most bytes of a pouch that is taken in over the app; larger ones by the command line. */
const pouchUploadMax = 1024 * 1024 * 1024;

export function serveExchange(app: App, node: Node, { exchangePort, sync }: Surroundings): void {
  serve(app, node, declared.readExchange, async (c) =>
    c.json(await exchangePage(node, running(programmeOf(c)), sync, exchangePort?.()), 200),
  );
  serve(app, node, declared.exchangeNow, async (c) => {
    if (sync === undefined)
      throw new Refusal('peer.unreachable', { detail: 'this node does not exchange over the network' });
    const programme = running(programmeOf(c));
    return c.json(await sync.now(programme, partnerOf(programme, c.req.valid('json').party)), 200);
  });
  serve(app, node, declared.setPeer, async (c) => {
    const programme = running(programmeOf(c));
    const party = partnerOf(programme, c.req.valid('param').party);
    const { url } = c.req.valid('json');
    await setPeer(node, programme, party, url, caller(c).account.id);
    sync?.wake();
    return c.json(await partnerShape(node, programme, party, sync), 200);
  });
  serve(app, node, declared.packPouch, async (c) => {
    const programme = running(programmeOf(c));
    const { party, scope } = c.req.valid('json');
    const packed = await packPouch(node, programme, partnerOf(programme, party), scope);
    const name = `${programme.party}-${party}-${node.time().replaceAll(':', '')}.pouch`;
    return new Response(Buffer.from(packed.file), {
      headers: {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename="${name}"`,
      },
    });
  });
  serve(app, node, declared.inspectPouch, async (c) =>
    c.json(reportShape(node, await inspectPouch(node, await bodyBytes(c.req.raw, pouchUploadMax))), 200),
  );
  serve(app, node, declared.openPouch, async (c) =>
    c.json(reportShape(node, await openPouch(node, await bodyBytes(c.req.raw, pouchUploadMax))), 200),
  );
  serve(app, node, declared.endLock, async (c) => {
    const programme = running(programmeOf(c));
    const { continue: goOn, passphrase } = c.req.valid('json');
    if (goOn)
      await continueFeed(
        node,
        programme,
        openRoot(node.keysFolder, node.crypto, passphrase),
        caller(c).account.id,
      );
    else await programme.recheck();
    return c.json(await shapeOfId(node, programme.id), 200);
  });
}

function partnerOf(programme: Programme, party: string): PartyCode {
  const found = programme.partners().find((one) => one === party);
  if (found === undefined) throw new Refusal('request.not-found');
  return found;
}

/**
 * Sets where a partner's node listens, or forgets it.
 *
 * @throws Refusal `peer.address`
 */
export async function setPeer(
  node: Node,
  programme: Programme,
  party: PartyCode,
  url: string | null,
  by: string | null,
): Promise<void> {
  if (url !== null) {
    readPeerUrl(url);
    try {
      await resolvePeer(url, node.config.peerNetworks);
    } catch (error) {
      // A name that nobody knows yet may be known tomorrow.
      if (!(error instanceof Refusal) || error.code !== 'peer.unreachable') throw error;
    }
  }
  await notePeer(node, programme, party, { url: url ?? undefined, error: undefined });
  await node.store.workspace.write([
    auditChange(node, by, 'peer.set', { party, set: url !== null }, programme.id),
  ]);
}

async function partnerShape(
  node: Node,
  programme: Programme,
  party: PartyCode,
  sync: Sync | undefined,
): Promise<Partner> {
  const { error, lastExchange, lastNew, lastPouch, url } = await peerState(node, programme, party);
  const [chain] = await programme.chains(party);
  const held = (await heldByPartners(node, programme)).find((one) => one.party === party);
  const confirmed = await heldSince(programme, party);
  const at = held !== undefined && confirmed?.seq === held.seq ? { at: confirmed.at } : {};
  const ours = (await programme.ownHead())?.seq ?? 0;
  return {
    party,
    theyHold: { seq: held?.seq ?? 0, ...(held?.hash === undefined ? {} : { hash: held.hash, ...at }) },
    weHold:
      chain === undefined || chain.state.seq === 0
        ? { seq: 0 }
        : { seq: chain.state.seq, hash: chain.state.hash },
    ours,
    running: sync?.isRunning(programme, party) ?? false,
    ...(url === undefined ? {} : { url }),
    ...(lastExchange === undefined ? {} : { lastExchange }),
    ...(lastPouch === undefined ? {} : { lastPouch }),
    ...(lastNew === undefined ? {} : { quietSince: lastNew }),
    ...(error === undefined ? {} : { error }),
  };
}

/** @param port on which partners are listened for, if it is known: the configuration may leave its choice to the system */
async function exchangePage(
  node: Node,
  programme: Programme,
  sync: Sync | undefined,
  port: number | undefined,
): Promise<ExchangePage> {
  const register = await programme.register();
  const lock = programme.lock();
  const forks: ExchangePage['forks'][number][] = [];
  for (const { party } of programme.founding.parties) {
    const chains = await programme.chains(party);
    if (chains.length < 2) continue;
    const at =
      Math.min(...chains.filter((chain) => chain.parent !== null).map((chain) => chain.partedAt)) + 1;
    forks.push({ party, at, branches: chains.map(({ state }) => ({ seq: state.seq, hash: state.hash })) });
  }
  const inert = [...register.voices.values()].flatMap((voices) =>
    voices.flatMap((voice) =>
      voice.inert.map(({ party, reason, seq, type }) => ({ party, seq, type, reason })),
    ),
  );
  const { exchangePort, exchangeUrl } = node.config;
  return {
    partners: await Promise.all(
      programme.partners().map((party) => partnerShape(node, programme, party, sync)),
    ),
    inert,
    gaps: await programme.gaps(),
    waiting: gapsOf(register).map(({ awaits, from, party }) => ({
      party,
      seq: from,
      needs: { party: awaits.party, seq: awaits.seq },
    })),
    forks,
    missingFiles: await lackedFiles(programme),
    ...(exchangePort === 'off'
      ? {}
      : { listens: exchangeUrl === '' ? `port ${port ?? exchangePort}` : exchangeUrl }),
    ...(lock === undefined ? {} : { lock }),
  };
}

function reportShape(node: Node, report: PouchReport): ReportShape {
  const programme = [...node.programmes().values()].find((one) => one.id === report.programme);
  const lock = programme?.lock();
  return {
    ...report,
    ...(programme === undefined ? {} : { names: programme.founding.name as Record<string, string> }),
    ...(lock === undefined ? {} : { lock }),
  };
}
