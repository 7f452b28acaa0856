import { encodeCanonical } from '../core/bytes/encode.ts';
import { hashOf } from '../core/bytes/hash.ts';
import type { PartyCode, SubjectId } from '../core/bytes/ids.ts';
import type { Json, JsonObject } from '../core/bytes/json.ts';
import type { Item } from '../core/feed/build-run.ts';
import { effectOf, type Register } from '../core/register/register.ts';
import { fieldOf } from '../core/text/compare.ts';
import { digestList, type FieldValue, type Scope, statedAsOf } from '../core/text/positions.ts';
import type { DraftRef } from '../core/text/view.ts';
import type { Draft } from './drafts.ts';
import { Refusal } from './problem.ts';

/** Most bytes of the fields of one position entry; what is more goes into another. */
const fieldsBytesMax = 61_000;

/**
 * The entries that say what private changes prepare: one position for each item as far as it fits, withdrawals, and
 * acceptances as short as they can be: of the whole draft, of an item, or of a field (T7).
 *
 * @throws Refusal `draft.nothing` when there is nothing to say, `submission.stale` when what was to be taken is not there
 */
export function entriesOf(register: Register, ref: DraftRef, drafts: readonly Draft[]): readonly Item[] {
  const draft: JsonObject =
    ref.base === undefined
      ? { text: ref.text }
      : { text: ref.text, base: ref.base, mode: ref.mode ?? 'amendment' };
  const entries: Item[] = [];
  for (const [item, own] of Map.groupBy(drafts, (one) => one.item)) {
    const withdrawn = own.filter((one) => one.withdraw === true);
    entries.push(...positionsOf(draft, item, own), ...withdrawalOf(draft, item, withdrawn));
  }
  const accepted = drafts.filter((one) => one.accept !== undefined);
  const bySource = Map.groupBy(accepted, (one) => `${one.accept?.party} ${one.accept?.seq}`);
  for (const [source, taken] of bySource) {
    const [party = '', seq = ''] = source.split(' ');
    entries.push(...acceptancesOf(register, ref, draft, party as PartyCode, Number(seq), taken));
  }
  if (entries.length === 0) throw new Refusal('draft.nothing');
  return entries;
}

function positionsOf(draft: JsonObject, item: SubjectId, drafts: readonly Draft[]): Item[] {
  const entries: { fields: Record<string, Json>; info: Record<string, Json>; size: number }[] = [];
  for (const one of drafts) {
    if (one.value === undefined && one.info === undefined) continue;
    const size =
      encodeCanonical({ value: one.value ?? null, info: one.info ?? null }).length + one.field.length + 80;
    let entry = entries.at(-1);
    if (entry === undefined || entry.size + size > fieldsBytesMax) {
      entry = { fields: {}, info: {}, size: 0 };
      entries.push(entry);
    }
    entry.size += size;
    if (one.value !== undefined) entry.fields[one.field] = one.value;
    if (one.info !== undefined) entry.info[one.field] = { ...one.info };
  }
  return entries.map(({ fields, info }) => ({
    type: 'position',
    body: {
      ...draft,
      item,
      ...(Object.keys(fields).length === 0 ? {} : { fields }),
      ...(Object.keys(info).length === 0 ? {} : { info }),
    },
  }));
}

function withdrawalOf(draft: JsonObject, item: SubjectId, drafts: readonly Draft[]): Item[] {
  if (drafts.length === 0) return [];
  return [{ type: 'withdraw', body: { ...draft, item, fields: drafts.map((one) => one.field) } }];
}

function acceptancesOf(
  register: Register,
  ref: DraftRef,
  draft: JsonObject,
  party: PartyCode,
  seq: number,
  taken: readonly Draft[],
): Item[] {
  const voice = effectOf(register, party)?.voice;
  const hash = voice?.hashes.at(seq);
  if (voice === undefined || hash === undefined) throw new Refusal('submission.stale');
  const isEach = (item: SubjectId, field: string): boolean =>
    fieldOf(register.kinds, ref.text, item, field)?.each === true;
  const stated = (scope: Scope): FieldValue[] => statedAsOf(voice.positions, ref, seq, scope, isEach);
  const entry = (scope: Scope): Item => {
    const values = stated(scope);
    if (values.length === 0) throw new Refusal('submission.stale');
    const digest = hashOf(digestList(values), register.crypto);
    return { type: 'accept', body: { ...draft, party, at: { hash, seq }, digest, ...scope } };
  };
  const wanted = new Set(taken.map((one) => `${one.item} ${one.field}`));
  const covers = (scope: Scope): boolean =>
    stated(scope).every(({ field, item }) => wanted.has(`${item} ${field}`));
  if (covers({})) return [entry({})];
  return [...Map.groupBy(taken, (one) => one.item)].flatMap(([item, own]) =>
    covers({ item }) ? [entry({ item })] : own.map(({ field }) => entry({ item, field })),
  );
}
