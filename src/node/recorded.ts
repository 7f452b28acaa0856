import { randomBytes } from 'node:crypto';
import { canonicalText } from '../core/bytes/encode.ts';
import type { SubjectId } from '../core/bytes/ids.ts';
import type { Json, JsonObject } from '../core/bytes/json.ts';
import { itemKind, textKind } from '../core/kinds/catalogue.ts';
import { isObject, valueFault } from '../core/kinds/value.ts';
import { statementsOn } from '../core/register/accounts.ts';
import type { Register } from '../core/register/register.ts';
import { fieldOf } from '../core/text/compare.ts';
import type { DraftRef } from '../core/text/view.ts';
import { tidy } from './drafts.ts';
import { stringOf } from './json-text.ts';
import type { Node } from './node.ts';
import { Refusal } from './problem.ts';
import type { KnownProgramme } from './programmes.ts';

/** What a partner wrote in a letter or a workbook, written down by us; never theirs until they confirm it (S4, T12). */
export interface Recorded {
  readonly party: string;
  /** Entry of ours; 0 while the programme is only prepared. */
  readonly seq: number;
  readonly item: SubjectId;
  readonly letter: string;
  readonly values: Readonly<Record<string, Json>>;
}

const collection = 'recorded';

/** Records a partner's written position. Founded: a statement, at once. Prepared: kept, and stated after the founding. */
export async function recordPosition(
  node: Node,
  programme: KnownProgramme,
  account: string,
  ref: DraftRef,
  given: {
    readonly party: string;
    readonly letter: string;
    readonly item: string;
    readonly values: Readonly<Record<string, Json>>;
  },
): Promise<number | undefined> {
  const register = await programme.register();
  if (!programme.parties.some((one) => one.code === given.party) || given.party === programme.party) {
    throw new Refusal('text.kind', { errors: [{ path: 'party', message: 'not a partner' }] });
  }
  const values = Object.entries(given.values).map(([name, raw]) => {
    const field = fieldOf(register.kinds, ref.text, given.item as SubjectId, name);
    const value = tidy(raw);
    const wrong = field === undefined ? 'no such field' : valueFault(field, value, register.ground.languages);
    if (wrong !== undefined)
      throw new Refusal('text.kind', { errors: [{ path: `values.${name}`, message: wrong }] });
    return { field: name, value: canonicalText(value) };
  });
  const letter = tidy(given.letter);
  const body: JsonObject = {
    kind: 'recorded',
    subject: given.item,
    facet: `${ref.text.toLowerCase()}.${randomBytes(4).toString('hex')}`.slice(0, 80),
    fields: { letter, text: ref.text, values },
    attributed: { party: given.party, source: letter },
  };
  if (programme.running !== undefined)
    return (await programme.running.append(() => [{ type: 'statement', body }])).seq;
  const id = `${programme.id}/${randomBytes(6).toString('hex')}`;
  await node.store.workspace.write([
    { op: 'putDocument', collection, id, value: { body, by: account, at: node.time() }, expected: 0 },
  ]);
  return undefined;
}

/** States what was recorded before the founding, once there is a feed. */
export async function stateRecorded(node: Node, programme: KnownProgramme): Promise<number> {
  if (programme.running === undefined) return 0;
  const kept = await node.store.workspace.documents(collection, { prefix: `${programme.id}/` });
  if (kept.length === 0) return 0;
  await programme.running.append(() =>
    kept.map(({ value }) => ({ type: 'statement', body: (value as unknown as { body: JsonObject }).body })),
  );
  await node.store.workspace.write(
    kept.map(({ id }) => ({ op: 'deleteDocument' as const, collection, id, expected: 'any' as const })),
  );
  return kept.length;
}

/** Recorded positions on a draft, ours and theirs of us, newest first. */
export async function recordedOn(
  node: Node,
  programme: KnownProgramme,
  register: Register,
  ref: DraftRef,
): Promise<readonly Recorded[]> {
  const prepared = await node.store.workspace.documents(collection, { prefix: `${programme.id}/` });
  const kept = prepared.flatMap(({ value }) =>
    recordedOf((value as unknown as { body: JsonObject }).body, 0, ref),
  );
  const kind = textKind(register.kinds, ref.text);
  const items = new Set<SubjectId>([ref.text]);
  for (const voices of register.voices.values()) {
    for (const voice of voices) {
      for (const subject of voice.saidOf.get('recorded') ?? []) {
        if (kind !== undefined && itemKind(register.kinds, kind, subject) !== undefined) items.add(subject);
      }
    }
  }
  const stated = register.ground.parties.flatMap((party) =>
    [...items].flatMap((item) =>
      statementsOn(register, party, item)
        .filter((one) => one.kind === 'recorded' && one.fields !== undefined)
        .flatMap((one) =>
          recordedOf(
            { subject: item, fields: one.fields ?? {}, attributed: { party: one.attributed?.party ?? '' } },
            one.seq,
            ref,
          ),
        ),
    ),
  );
  return [...kept, ...stated];
}

function recordedOf(body: JsonObject, seq: number, ref: DraftRef): Recorded[] {
  const { attributed, fields, subject } = body;
  if (!isObject(fields) || !isObject(attributed) || !Array.isArray(fields['values'])) return [];
  if (fields['text'] !== ref.text) return [];
  const values = Object.fromEntries(
    (fields['values'] as readonly JsonObject[]).map((row) => [
      stringOf(row['field']),
      parsed(stringOf(row['value'])),
    ]),
  );
  return [
    {
      party: stringOf(attributed['party']),
      seq,
      item: subject as SubjectId,
      letter: stringOf(fields['letter']),
      values,
    },
  ];
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}
