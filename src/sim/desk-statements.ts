import { canonicalText } from '../core/bytes/encode.ts';
import { hashOf } from '../core/bytes/hash.ts';
import type { SubjectId } from '../core/bytes/ids.ts';
import type { Json, JsonObject } from '../core/bytes/json.ts';
import type { Head } from '../core/feed/entry.ts';
import { statementKind } from '../core/kinds/catalogue.ts';
import { effectOf, type Register } from '../core/register/register.ts';
import { knownActs } from '../core/register/texts.ts';
import { keepBytes } from '../node/contents.ts';
import { Refusal } from '../node/problem.ts';
import type { Programme } from '../node/programme.ts';
import { makeStatement, retractStatement } from '../node/statements.ts';
import { type Desk, subjects, texts } from './desk.ts';
import { fieldsToFill, valueFor } from './values.ts';

/** Reports on an activity, comments, notifies; a report may name a file. */
export async function report(desk: Desk): Promise<Head> {
  const { ground, programme, random } = desk;
  const register = await programme.register();
  const kind = random.pick(['report', 'report', 'comment', 'notification']);
  const subject =
    kind === 'notification' ? random.pick([...texts.keys()]) : (random.pick(subjects) as SubjectId);
  const act = random.pick([undefined, ...knownActs(register).acts.keys()]);
  const facet = kind === 'notification' ? act : random.pick([undefined, 'first', 'second']);
  const declared = statementKind(register.kinds, kind);
  const names = fieldsToFill(declared?.fields ?? {}, random);
  const fields: Record<string, Json> = {};
  for (const name of names) {
    const field = declared?.fields[name];
    if (field === undefined) continue;
    const isFull = kind === 'notification' && name === 'date';
    fields[name] = isFull ? '2026-12-01' : valueFor(field, ground, random);
  }
  if (kind === 'report' && random.oneIn(4)) fields['files'] = [await newFile(desk)];
  const attributed = random.oneIn(6)
    ? { party: random.pick(programme.partners()), source: 'a letter' }
    : undefined;
  const version = latestOwn(register, programme, {
    kind,
    subject,
    facet,
    isAttributed: attributed !== undefined,
  });
  return makeStatement(programme, { kind, subject, facet, fields, attributed, version });
}

/** Takes one of our statements back (S1). */
export async function retract({ programme, random }: Desk): Promise<Head> {
  const register = await programme.register();
  const subject = random.pick(subjects) as SubjectId;
  const said = effectOf(register, programme.party)?.voice.said.get(subject);
  if (said?.fields === undefined || said.attributed !== undefined) throw new Refusal('request.not-found');
  const { facet, kind } = said;
  const version = latestOwn(register, programme, { kind, subject, facet, isAttributed: false });
  return retractStatement(programme, { kind, subject, facet, version });
}

/** Writes down what a partner said in a letter: ours, until they make it theirs (T12, S4). */
export function record({ programme, random }: Desk): Promise<Head> {
  return programme.append(() => {
    const text = random.pick([...texts.keys()]);
    const party = random.pick(programme.partners());
    const title = { lo: 'as in the letter', vi: 'as in the letter' };
    const values = [{ field: 'title', value: canonicalText(title) }];
    const fields: JsonObject = { letter: 'Letter 7', text, values };
    const attributed = { party, source: 'Letter 7' };
    return [{ type: 'statement', body: { kind: 'recorded', subject: text, fields, attributed } }];
  });
}

/** Makes our own what a partner wrote down as said by us (T12). */
export function confirm({ programme, random }: Desk): Promise<Head> {
  return programme.append((register) => {
    for (const party of random.shuffled(programme.partners())) {
      const voice = effectOf(register, party)?.voice;
      if (voice === undefined || voice.waiting.length > 0) continue;
      for (const subject of voice.saidOf.get('recorded') ?? []) {
        const said = voice.said.get(subject);
        const hash = said && voice.hashes.at(said.seq);
        if (said?.attributed?.party !== programme.party || said.fields === undefined || hash === undefined)
          continue;
        const digest = hashOf(said.fields, programme.crypto);
        return [{ type: 'confirm', body: { party, at: { seq: said.seq, hash }, digest } }];
      }
    }
    throw new Refusal('draft.nothing');
  });
}

function latestOwn(
  register: Register,
  { party }: Programme,
  said: {
    readonly kind: string;
    readonly subject: SubjectId;
    readonly facet: string | undefined;
    readonly isAttributed: boolean;
  },
): number {
  const effect = effectOf(register, party);
  for (let one = effect?.voice.said.get(said.subject); one !== undefined; one = one.before) {
    const isSame =
      one.kind === said.kind &&
      one.facet === said.facet &&
      (one.attributed !== undefined) === said.isAttributed;
    if (isSame) return one.fields === undefined ? 0 : one.seq;
  }
  return 0;
}

/** A small file, held before anything names it. */
async function newFile({ programme, random }: Desk): Promise<JsonObject> {
  const bytes = random.bytes(random.between(0, 40));
  const hash = programme.crypto.sha256(bytes);
  await keepBytes(programme.store, hash, bytes);
  return { hash, name: 'note.txt', size: bytes.length, type: 'text/plain' };
}
