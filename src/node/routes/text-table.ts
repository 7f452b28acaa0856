import type { TypedResponse } from 'hono';
import type { TablePage } from '../../api/text-table.ts';
import * as declared from '../../api/text-table.ts';
import { draftsInSlices } from '../draft-slices.ts';
import { draftsOfText } from '../drafts.ts';
import { accepts } from '../http/accepts.ts';
import { type KeptJson, sendJson } from '../http/compress.ts';
import { type App, caller, programmeOf, serve } from '../http/serve.ts';
import { type Bytes, bytesOf, written } from '../http/written.ts';
import type { Node } from '../node.ts';
import { readBlock } from '../paste.ts';
import { Refusal } from '../problem.ts';
import type { KnownProgramme } from '../programmes.ts';
import { type Slice, type TextTable, tableOf } from '../text-table.ts';
import { readText, type TextParts } from '../texts.ts';
import { askedRef, besideView } from './texts.ts';

export function serveTextTable(app: App, node: Node): void {
  serve(app, node, declared.readTable, async (c) => {
    const { parts, shows, table } = await askedTable(
      node,
      programmeOf(c),
      c.req.valid('param').text,
      c.req.valid('query'),
    );
    const { inForce } = parts;
    const { head: _, items: __, ...view } = parts.view;
    const beside = await besideView(node, programmeOf(c), caller(c).account.id, parts);
    const { first, slices } = draftsInSlices(beside.drafts, () => seenFirst(table));
    const page: Omit<TablePage, 'lines'> = {
      view,
      shows,
      ...beside,
      drafts: first,
      ...(slices.length === 0
        ? {}
        : { draftSlices: slices.map(({ drafts, tag }) => ({ tag, count: drafts.length })) }),
      ...(inForce?.content === undefined
        ? {}
        : { inForce: { act: inForce.act, hash: inForce.contentHash, since: inForce.since } }),
      parties: parts.view.head.inclusion.positions.map(({ party }) => party),
      head: table.head,
      total: table.total,
      slices: table.slices.map(({ count, tag }) => ({ tag, count })),
    };
    const before = bytesOf(JSON.stringify(page).slice(0, -1));
    return (await sendJson(c, withLines(`${before},` as Bytes, table.slices[0]))) as never;
  });
  serve(app, node, declared.readBlock, async (c) => {
    const { columns, rows } = c.req.valid('json');
    return c.json({ rows: readBlock(await programmeOf(c).register(), columns, rows) }, 200);
  });
  serve(app, node, declared.readSlice, async (c) => {
    const { tag, text } = c.req.valid('param');
    const { table } = await askedTable(node, programmeOf(c), text, c.req.valid('query'));
    const slice = table.slices.find((one) => one.tag === tag);
    if (slice === undefined) throw new Refusal('request.not-found');
    if (!accepts(c.req.header('accept-encoding'), 'gzip'))
      return (await sendJson(c, withLines(bytesOf('{'), slice))) as never;
    return new Response(await slice.packed(), {
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip', vary: 'accept-encoding' },
    }) as Response & TypedResponse<never, 200, 'json'>;
  });
  serve(app, node, declared.readDraftSlice, async (c) => {
    const { tag, text } = c.req.valid('param');
    const { parts, table } = await askedTable(node, programmeOf(c), text, c.req.valid('query'));
    // Whoever sees no draft finds none here either.
    const drafts = await draftsOfText(node, programmeOf(c), parts.view.draft);
    const { slices } = draftsInSlices(drafts, () => seenFirst(table));
    const slice = slices.find((one) => one.tag === tag);
    if (slice === undefined) throw new Refusal('request.not-found');
    return c.json({ drafts: slice.drafts }, 200);
  });
}

const withLines = (before: Bytes, slice: Slice | undefined): KeptJson => ({
  write: () => written([before, bytesOf('"lines":'), slice?.lines() ?? bytesOf('[]'), bytesOf('}')]),
});

/** What the first answer shows of a table. */
const seenFirst = ({ head, slices }: TextTable): ReadonlySet<string> =>
  new Set([head.id, ...(slices[0]?.ids() ?? [])]);

interface Asked {
  readonly base?: string | undefined;
  readonly mode?: 'amendment' | 'correction' | undefined;
  readonly shows?: 'draft' | 'force' | undefined;
  readonly order?: 'place' | 'area' | undefined;
}

async function askedTable(
  node: Node,
  programme: KnownProgramme,
  text: string,
  { base, mode, order = 'place', shows }: Asked,
): Promise<{ readonly parts: TextParts; readonly shows: 'draft' | 'force'; readonly table: TextTable }> {
  const parts = await readText(node, programme, text, askedRef(text, base, mode));
  const shown = shownOf(parts, base, shows);
  const content = shown === 'force' ? parts.inForce?.content : undefined;
  return { parts, shows: shown, table: tableOf(parts.register, parts.view, content, order) };
}

/** In force unless one asks for a draft, or a draft on what is in force is open. */
function shownOf(
  { inForce, view }: TextParts,
  base: string | undefined,
  asked: Asked['shows'],
): 'draft' | 'force' {
  if (inForce?.content === undefined || asked === 'draft' || base !== undefined) return 'draft';
  return asked === 'force' || view.closed ? 'force' : 'draft';
}
