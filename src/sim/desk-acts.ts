import { toBase64 } from '../core/bytes/codec.ts';
import { recordTypes } from '../core/bytes/dsse.ts';
import { signRecord } from '../core/bytes/ed25519.ts';
import type { Hash, PartyCode } from '../core/bytes/ids.ts';
import type { Json } from '../core/bytes/json.ts';
import type { Item } from '../core/feed/build-run.ts';
import type { Head } from '../core/feed/entry.ts';
import type { Register } from '../core/register/register.ts';
import { changesOfList, knownActs, partiesOf, textOf } from '../core/register/texts.ts';
import { counterpartPayload } from '../core/register/voice.ts';
import type { Capacity } from '../core/text/act.ts';
import type { KnownActs } from '../core/text/acts.ts';
import type { DraftRef } from '../core/text/view.ts';
import type { Account } from '../node/accounts.ts';
import { Refusal } from '../node/problem.ts';
import { proposeAct } from '../node/propose.ts';
import { consentBar, turnAgainst } from '../node/signing.ts';
import { type Desk, draftsOn, texts } from './desk.ts';

/** Proposes what all agree on as an act (A3, T10). */
export async function propose({ programme, random }: Desk): Promise<Hash> {
  const register = await programme.register();
  const drafts = [...texts.keys()].flatMap((text) => draftsOn(register, text));
  const ready = drafts.filter((ref) => isReady(register, ref));
  const effective = random.pick([{ on: 'signature' }, { date: '2027-01-01' }, { daysAfter: 30 }] as const);
  return proposeAct(programme, { texts: [random.pick(ready.length > 0 ? ready : drafts)], effective });
}

/** Proposes another list of parties (A2): one leaves, comes back or stands elsewhere; now and then with a text that is ready. */
export async function proposeList({ ground, programme, random, stays }: Desk): Promise<Hash> {
  const register = await programme.register();
  // Who has one open mostly waits for it: changes beside each other only keep one another from being signed.
  const isOpen = changesOfList(register, '2026-12-01').some(({ awaits, state }) => {
    return (state === 'proposed' || state === 'partlySigned') && awaits.length > 0;
  });
  if (isOpen && !random.oneIn(8)) throw new Refusal('act.stale');
  const now = partiesOf(register);
  const off = ground.parties.filter((party) => !now.includes(party));
  const mayLeave = now.length > 2 ? now.filter((party) => party !== stays) : [];
  const choices = [
    random.shuffled(now),
    ...(off.length > 0 ? [[...now, random.pick(off)]] : []),
    ...(mayLeave.length > 0 ? [without(now, random.pick(mayLeave))] : []),
  ];
  const ready = [...texts.keys()]
    .flatMap((text) => draftsOn(register, text))
    .filter((ref) => isReady(register, ref));
  return proposeAct(programme, {
    texts: random.oneIn(4) ? ready.slice(0, 1) : [],
    parties: random.pick(choices),
    effective: { on: 'signature' },
  });
}

const without = (parties: readonly PartyCode[], one: PartyCode): readonly PartyCode[] =>
  parties.filter((party) => party !== one);

/** An act by which the one that stays would leave. */
function dropsUs({ programme, stays }: Desk, known: KnownActs, id: Hash): boolean {
  const after = known.acts.get(id)?.partiesAfter;
  return after !== undefined && programme.party === stays && known.lists.get(after)?.includes(stays) !== true;
}

/** Signs an act, if the rules let us (A4). */
export function consent(desk: Desk): Promise<Head> {
  const { programme, random } = desk;
  return programme.append(async (register) => {
    const known = knownActs(register);
    const free: Hash[] = [];
    for (const id of known.acts.keys()) {
      if (dropsUs(desk, known, id)) continue;
      const bar = await consentBar(programme, register, accountOf(desk), id);
      if (bar === undefined || desk.ignores.includes(bar)) free.push(id);
    }
    if (free.length === 0) throw new Refusal('sign.barred');
    const act = random.pick(free);
    const level = known.acts.get(act)?.level ?? 'signatory';
    desk.onConsent(act);
    return [counterpart(desk, act, level)];
  });
}

/** Declines or withdraws an act (A7). */
export async function turnDown({ programme, random }: Desk): Promise<Head> {
  const acts = [...knownActs(await programme.register()).acts.keys()];
  if (acts.length === 0) throw new Refusal('request.not-found');
  return turnAgainst(programme, random.pick(acts), random.pick(['decline', 'rescind'] as const));
}

/** Our signature on an act as an entry, by the key of its level. */
export function counterpart(
  { keys, programme }: Pick<Desk, 'keys' | 'programme'>,
  act: Hash,
  level: 'desk' | 'signatory',
): Item {
  const key = keys.consenting(level);
  const payload = counterpartPayload(
    programme.id,
    programme.party,
    act,
    capacity as unknown as Json,
    'personal',
  );
  const sig = toBase64(signRecord(key.sign, recordTypes.counterpart, payload));
  return {
    type: 'counterpart',
    body: { act, capacity: capacity as unknown as Json, key: key.id, sig, strength: 'personal' },
  };
}

const capacity: Capacity = {
  name: 'A. Signatory',
  post: { en: 'Minister' },
  place: 'Na Meo',
  date: '2026-12-01',
};

/** An account of somebody who signs everything for this party: what the signing room asks of it is the key. */
function accountOf({ keys }: Desk): Account {
  return {
    id: 'signatory',
    name: 'signatory',
    roles: ['desk', 'signatory'],
    post: {},
    disabled: false,
    signingKey: toBase64(keys.consenting('signatory').public),
    version: 1,
  };
}

function isReady(register: Register, ref: DraftRef): boolean {
  const view = textOf(register, ref);
  return view.ready && !view.closed;
}
