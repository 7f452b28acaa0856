import { BytesError } from '../core/bytes/error.ts';
import { type Hash, isHash } from '../core/bytes/ids.ts';
import type { Json } from '../core/bytes/json.ts';
import { contentBytesMax } from '../core/feed/limits.ts';
import { isObject } from '../core/kinds/value.ts';
import { answered, type Register } from '../core/register/register.ts';
import { knownActs } from '../core/register/texts.ts';
import { NotContent, parseContent } from '../core/text/content.ts';
import type { Content } from '../core/text/view.ts';
import type { Store } from '../store/store.ts';

/** Takes the contents of acts into the register, as far as their bytes are held. True if there were new ones. */
export async function loadContents(store: Store, register: Register): Promise<boolean> {
  let isNew = false;
  for (const hash of contentsOf(register)) {
    if (register.contents.has(hash)) continue;
    const bytes = await bytesOf(store, hash, contentBytesMax);
    const content = bytes && contentOrNothing(bytes);
    if (content === undefined) continue;
    register.contents.set(hash, content);
    isNew = true;
  }
  // A base that has come opens the drafts on it.
  if (isNew) register.version += 1;
  return isNew;
}

function contentOrNothing(bytes: Uint8Array): Content | undefined {
  try {
    return parseContent(bytes);
  } catch (error) {
    if (error instanceof BytesError || error instanceof NotContent) return undefined;
    throw error;
  }
}

function contentsOf(register: Register): ReadonlySet<Hash> {
  return new Set(
    [...knownActs(register).acts.values()].flatMap((act) => act.texts.map((text) => text.content)),
  );
}

/** Everything that the register names by hash and that must be held: contents, declarations, files, scans. */
export function namedFiles(register: Register): ReadonlySet<Hash> {
  return answered(register, 'named files', () => collectFiles(register));
}

function collectFiles(register: Register): ReadonlySet<Hash> {
  const files = new Set(contentsOf(register));
  for (const content of register.contents.values()) {
    files.add(content.declaration);
    collect(content.head, files);
    for (const item of content.items) collect(item.fields, files);
  }
  for (const voices of register.voices.values()) {
    for (const voice of voices) {
      for (const { capacity } of voice.consents) if (capacity.scan !== undefined) files.add(capacity.scan);
      for (let one of voice.said.values()) {
        for (;;) {
          if (one.fields !== undefined) collect(one.fields, files);
          for (const account of one.accounts) collect(account.fields, files);
          if (one.before === undefined) break;
          one = one.before;
        }
      }
      for (const draft of voice.positions.values()) {
        for (const item of draft.items.values())
          for (const stated of item.fields.values())
            if (stated.value !== undefined) collect(stated.value, files);
      }
    }
  }
  return files;
}

/** Adds the files that a value names: `{hash,name,size,type}` at any depth. */
function collect(value: Json, into: Set<Hash>): void {
  if (Array.isArray(value)) for (const one of value as readonly Json[]) collect(one, into);
  else if (isObject(value)) {
    const { hash, name, size } = value;
    if (isHash(hash) && typeof name === 'string' && typeof size === 'number') into.add(hash);
    else for (const key in value) collect(value[key] ?? null, into);
  }
}

/** The bytes of a file that is held whole and not larger than `most`. */
export async function bytesOf(store: Store, hash: Hash, most: number): Promise<Uint8Array | undefined> {
  const size = await store.attachmentSize(hash);
  if (size === null || size > most) return undefined;
  const chunks: Uint8Array[] = [];
  for await (const chunk of await store.readAttachment(hash)) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

/** Keeps bytes under their hash, durably. Nothing happens if they are held. */
export async function keepBytes(store: Store, hash: Hash, bytes: Uint8Array): Promise<void> {
  const writer = await store.writeAttachment(hash, bytes.length);
  if (writer.offset < bytes.length) await writer.write(writer.offset, bytes.subarray(writer.offset));
  await writer.finish();
}
