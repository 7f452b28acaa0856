import * as declared from '../../api/attachments.ts';
import type { Hash } from '../../core/bytes/ids.ts';
import { namedFiles } from '../contents.ts';
import { type App, caller, programmeOf, serve } from '../http/serve.ts';
import type { Node } from '../node.ts';
import { Refusal } from '../problem.ts';
import { findProgramme, type KnownProgramme } from '../programmes.ts';
import { keepUpload } from '../uploads.ts';

export function serveAttachments(app: App, node: Node): void {
  serve(app, node, declared.addAttachment, async (c) => {
    const declaredSize = Number(c.req.header('x-size') ?? Number.NaN);
    if (!Number.isSafeInteger(declaredSize) || declaredSize < 0)
      throw new Refusal('attachment.size', { detail: 'x-size is missing' });
    const body = (c.req.raw.body ?? []) as AsyncIterable<Uint8Array>;
    const hash = await keepUpload(node, body, declaredSize);
    await noteUpload(node, programmeOf(c), hash, caller(c).account.id);
    return c.json({ hash, size: declaredSize }, 200);
  });
  serve(app, node, declared.readAttachment, async (c) => {
    const hash = c.req.valid('param').hash as Hash;
    const size = await node.store.attachmentSize(hash);
    if (size === null || !(await mayRead(node, programmeOf(c), hash))) throw new Refusal('request.not-found');
    const range = rangeOf(c.req.header('range'), size);
    const chunks = await node.store.readAttachment(hash, range);
    const headers = {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${shownName(c.req.valid('query').name ?? hash)}`,
      'content-length': String((range?.end ?? size) - (range?.start ?? 0)),
      'accept-ranges': 'bytes',
      ...(range === undefined ? {} : { 'content-range': `bytes ${range.start}-${range.end - 1}/${size}` }),
    };
    return new Response(streamOf(chunks), {
      status: range === undefined ? 200 : 206,
      headers,
    });
  });
}

function streamOf(chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const reader = chunks[Symbol.asyncIterator]();
  return new ReadableStream({
    pull: async (stream) => {
      const next = await reader.next();
      if (next.done === true) stream.close();
      else stream.enqueue(next.value);
    },
    cancel: async () => {
      await reader.return?.();
    },
  });
}

const collection = 'file';

/** Remembers where a private file belongs, until the register names it. */
async function noteUpload(node: Node, programme: KnownProgramme, hash: Hash, by: string): Promise<void> {
  const value = { by, at: node.time() };
  const id = `${programme.id}/${hash}`;
  await node.store.workspace.write([{ op: 'putDocument', collection, id, value, expected: 'any' }]);
}

/** A file of this programme: named in what this account may see, or uploaded and named nowhere yet. */
async function mayRead(node: Node, programme: KnownProgramme, hash: Hash): Promise<boolean> {
  if (namedFiles(await programme.register()).has(hash)) return true;
  const whole = await (await findProgramme(node, programme.id))?.register();
  if (whole !== undefined && namedFiles(whole).has(hash)) return false;
  return (await node.store.workspace.document(collection, `${programme.id}/${hash}`)) !== null;
}

/** A name for a download: no folder, no control, no reserved or hidden form. */
export function shownName(name: string): string {
  const cleaned = name
    .normalize('NFC')
    .slice(0, 120)
    // Half a character, cut here or brought, is no text.
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}/\\:*?"<>|]/gu, '_')
    .replace(/^\.+/, '_')
    .replace(/[. ]+$/, '');
  const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?$/i.test(cleaned);
  return encodeURIComponent(cleaned === '' || reserved ? `_${cleaned}` : cleaned).replaceAll("'", '%27');
}

function rangeOf(header: string | undefined, size: number): { start: number; end: number } | undefined {
  const match = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(header ?? '');
  if (!match) return undefined;
  const start = Number(match[1]);
  const end = match[2] === '' ? size : Math.min(size, Number(match[2]) + 1);
  return start < end ? { start, end } : undefined;
}
