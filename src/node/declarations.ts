import { decodeStrict } from '../core/bytes/decode.ts';
import type { Hash } from '../core/bytes/ids.ts';
import type { Json } from '../core/bytes/json.ts';
import { contentBytesMax } from '../core/feed/limits.ts';
import type { Kind } from '../core/kinds/declare.ts';
import { isObject } from '../core/kinds/value.ts';
import type { Store } from '../store/store.ts';
import { bytesOf } from './contents.ts';
import { stringOf } from './json-text.ts';

/**
 * The kinds as the declaration that a content names has them (A8): of the text first, then of its items. Empty while its
 * bytes are not held.
 */
export async function declarationOf(store: Store, hash: Hash): Promise<readonly Kind[]> {
  const bytes = await bytesOf(store, hash, contentBytesMax);
  if (bytes === undefined) return [];
  const { value } = decodeStrict(bytes, contentBytesMax);
  if (!isObject(value) || !Array.isArray(value['items'])) return [];
  return [value['text'] ?? null, ...(value['items'] as readonly Json[])].flatMap((one) =>
    isObject(one) ? [kindOf(one)] : [],
  );
}

/** Fields stand in a list in the bytes, since canonical JSON keeps no order of keys. */
function kindOf(declared: { readonly [key: string]: Json }): Kind {
  const list = Array.isArray(declared['fields']) ? (declared['fields'] as readonly Json[]) : [];
  const fields = list.flatMap((one) => {
    if (!isObject(one)) return [];
    const { name, ...field } = one;
    return [[stringOf(name), field] as const];
  });
  return { ...declared, fields: Object.fromEntries(fields) } as unknown as Kind;
}
