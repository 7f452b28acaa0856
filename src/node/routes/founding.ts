import type { FoundingState as StateShape } from '../../api/founding.ts';
import * as declared from '../../api/founding.ts';
import { bytesOf } from '../../core/bytes/utf8.ts';
import {
  addCard,
  cardFile,
  type FoundingState,
  fingerprint,
  foundingFile,
  foundingState,
  joinFounding,
  readFoundingFile,
  writeFounding,
} from '../founding.ts';
import { type App, caller, programmeOf, serve } from '../http/serve.ts';
import { openRoot } from '../keys.ts';
import { lookAlikes } from '../look-alikes.ts';
import type { Names, Node } from '../node.ts';
import { Refusal } from '../problem.ts';
import { shapeOfId } from './programmes.ts';

const download = (bytes: Uint8Array, name: string): Response =>
  new Response(Buffer.from(bytes), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${name}"`,
    },
  });

export function serveFounding(app: App, node: Node): void {
  serve(
    app,
    node,
    declared.readCard,
    () => download(cardFile(node), `card-${node.about()?.party ?? ''}.card`) as never,
  );
  serve(app, node, declared.readFounding, async (c) =>
    c.json(await shapeOf(node, await foundingState(node, programmeOf(c).id)), 200),
  );
  serve(app, node, declared.addCard, async (c) => {
    const bytes = bytesOf(c.req.valid('json').file.trim());
    return c.json(
      await shapeOf(node, await addCard(node, programmeOf(c).id, bytes, caller(c).account.id)),
      200,
    );
  });
  serve(app, node, declared.writeFounding, async (c) => {
    const root = openRoot(node.keysFolder, node.crypto, c.req.valid('json').passphrase);
    return c.json(
      await shapeOf(node, await writeFounding(node, programmeOf(c).id, root, caller(c).account.id)),
      200,
    );
  });
  serve(app, node, declared.downloadFounding, async (c) => {
    const { id } = programmeOf(c);
    return download(await foundingFile(node, id), `${id.slice(0, 12)}.founding`);
  });
  serve(app, node, declared.joinFounding, async (c) => {
    const { confirm, file, passphrase } = c.req.valid('json');
    const bytes = bytesOf(file);
    const read = readFoundingFile(node, bytes);
    if (confirm === undefined) return c.json(await previewOf(node, read), 200);
    const shown = fingerprint(read.founding.programme);
    const digits = confirm.replaceAll(/\s+/g, ' ').trim();
    if (digits !== shown.digits && digits.toLowerCase() !== shown.words)
      throw new Refusal('founding.fingerprint');
    const root = () => openRoot(node.keysFolder, node.crypto, passphrase);
    return c.json(await shapeOf(node, await joinFounding(node, bytes, root, caller(c).account.id)), 200);
  });
}

async function shapeOf(node: Node, state: FoundingState): Promise<StateShape> {
  const { cards, isWritten: _, missingCards, missingSignatures, signed } = state;
  const programme = await shapeOfId(node, state.id);
  return {
    programme,
    cards: cards.map((card) => ({ code: card.party, names: card.names as Names, root: card.root })),
    missingCards,
    signed,
    missingSignatures,
    rootHere: node.keys().root !== 'away',
    warnings: await lookAlikes(node, { ...state, names: programme.names }),
    ...(state.fingerprint === undefined ? {} : { fingerprint: state.fingerprint }),
  };
}

/** What a founding made elsewhere is, before anything of it is kept. */
async function previewOf(
  node: Node,
  { founding, signatures }: ReturnType<typeof readFoundingFile>,
): Promise<StateShape> {
  const signed = signatures.map((one) => one.party);
  const party = node.about()?.party;
  return {
    programme: {
      id: founding.programme,
      names: founding.name as Names,
      parties: founding.parties.map((one) => ({
        code: one.party,
        names: one.names as Names,
        ours: one.party === party,
      })),
      languages: founding.languages,
      timeZone: founding.zone,
      state: 'founding',
      fingerprint: fingerprint(founding.programme),
      version: 0,
      lastExchange: [],
      settings: { fourEyes: false },
    },
    cards: founding.parties.map((card) => ({
      code: card.party,
      names: card.names as Names,
      root: card.root,
    })),
    missingCards: [],
    signed,
    missingSignatures: founding.parties.map((one) => one.party).filter((one) => !signed.includes(one)),
    fingerprint: fingerprint(founding.programme),
    rootHere: node.keys().root !== 'away',
    warnings: await lookAlikes(node, {
      id: founding.programme,
      isWritten: true,
      names: founding.name as Names,
      cards: founding.parties,
    }),
  };
}
