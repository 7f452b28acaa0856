import { recordTypes } from '../bytes/dsse.ts';
import { verifyRecord } from '../bytes/ed25519.ts';
import { hashOf } from '../bytes/hash.ts';
import type { Hash } from '../bytes/ids.ts';
import type { Entry } from '../feed/entry.ts';
import { textKind } from '../kinds/catalogue.ts';
import { partiesIn, readAboutAct, readAct, readCounterpart, readPartyList } from './body.ts';
import { counterpartPayload, type FoldContext, type Voice } from './voice.ts';

export function applyAct(voice: Voice, entry: Entry, context: FoldContext): string | undefined {
  const act = readAct(entry.body);
  if (act === undefined) return 'inert.body';
  if (act.programme !== context.programme) return 'inert.programme';
  const partyList = readPartyList(entry.body);
  if ((act.partiesAfter === undefined) !== (partyList === undefined)) return 'inert.list';
  if (partyList !== undefined && hashOf(partyList, context.crypto) !== act.partiesAfter) return 'inert.list';
  const parties = partyList === undefined ? undefined : partiesIn(partyList);
  if (partyList !== undefined && parties === undefined) return 'inert.list';
  for (const { text } of act.texts) {
    const kind = textKind(context.kinds, text);
    if (kind === undefined) return `inert.kind: ${text}`;
    if (kind.level === 'signatory' && act.level === 'desk') return `inert.level: ${text}`;
  }
  if (act.partiesAfter !== undefined && act.level === 'desk') return 'inert.level';
  const id = hashOf(entry.body, context.crypto);
  if (!voice.acts.has(id)) voice.acts.set(id, { act, seq: entry.seq, parties });
  for (const { text } of act.texts) context.touched(text);
  return undefined;
}

/** A1: by a key authorised before it in this feed, and not void there by then. What it loses later stays, contested. */
export function applyCounterpart(voice: Voice, entry: Entry, context: FoldContext): string | undefined {
  const body = readCounterpart(entry.body);
  if (body === undefined) return 'inert.body';
  const key = voice.chain.keys.get(body.key);
  if (key === undefined || key.admittedAt >= entry.seq) return 'inert.key';
  if (!key.uses.includes('desk') && !key.uses.includes('signatory')) return 'inert.key';
  if (voice.voids.some((one) => one.key === key.id && entry.seq > one.after)) return 'inert.key';
  const payload = counterpartPayload(
    context.programme,
    voice.party,
    body.act,
    entry.body['capacity'] ?? null,
    body.strength,
  );
  if (!verifyRecord(context.crypto, recordTypes.counterpart, payload, key.public, body.signature))
    return 'inert.signature';
  const { act, capacity, strength } = body;
  voice.consents.push({
    act,
    party: voice.party,
    capacity,
    strength,
    key: body.key,
    seq: entry.seq,
    uses: key.uses,
  });
  return undefined;
}

/** A7: the party will not sign; what it has signed stands. */
export function applyDecline(voice: Voice, entry: Entry): string | undefined {
  return applyAboutAct(voice.declined, entry);
}

/** A7: the party would have it withdrawn; what it has signed stands. */
export function applyRescind(voice: Voice, entry: Entry): string | undefined {
  return applyAboutAct(voice.withdrawn, entry);
}

function applyAboutAct(list: Set<Hash>, { body }: Entry): string | undefined {
  const act = readAboutAct(body);
  if (act === undefined) return 'inert.body';
  list.add(act);
  return undefined;
}
