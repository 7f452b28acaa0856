import type { ConsentBar } from '../api/acts.ts';
import { toBase64 } from '../core/bytes/codec.ts';
import { recordTypes } from '../core/bytes/dsse.ts';
import { keyIdOf, signRecord } from '../core/bytes/ed25519.ts';
import { hashOf } from '../core/bytes/hash.ts';
import type { Hash } from '../core/bytes/ids.ts';
import type { Json, JsonObject } from '../core/bytes/json.ts';
import { nameFault, normaliseName } from '../core/bytes/name.ts';
import { keyStanding } from '../core/feed/chain.ts';
import type { Head } from '../core/feed/entry.ts';
import { textKind } from '../core/kinds/catalogue.ts';
import { isObject } from '../core/kinds/value.ts';
import { effectOf, type Register } from '../core/register/register.ts';
import { knownActs } from '../core/register/texts.ts';
import { counterpartPayload } from '../core/register/voice.ts';
import type { Act, Capacity, Effective } from '../core/text/act.ts';
import { consentFault, supersededBy } from '../core/text/acts.ts';
import { contentBytes, declarationBytes } from '../core/text/content.ts';
import type { DraftRef } from '../core/text/view.ts';
import { type Account, signingKeyOf } from './accounts.ts';
import { keepBytes } from './contents.ts';
import { tidy, viewOf } from './drafts.ts';
import type { Signer } from './keys.ts';
import type { Node } from './node.ts';
import { openPersonalKey } from './personal-key.ts';
import { Refusal } from './problem.ts';
import type { Programme } from './programme.ts';
import { provePresence } from './sessions.ts';

/**
 * Proposes the content of a draft on which nothing is open. Its bytes and the declaration of its kind are kept first; what
 * it supersedes is computed (A3).
 *
 * @returns the act's id
 * @throws Refusal `text.not-ready`, `text.closed`, `act.stale`, `lock.signing`
 */
export async function proposeAct(
  programme: Programme,
  ref: DraftRef,
  given: { readonly effective: Effective; readonly openUntil?: string | undefined },
): Promise<Hash> {
  let id: Hash | undefined;
  await programme.append(async (register) => {
    const view = viewOf(register, ref);
    if (view.closed) throw new Refusal('text.closed');
    if (!view.ready) throw new Refusal('text.not-ready');
    const declaration = declarationBytes(register.kinds, view);
    const declarationHash = programme.crypto.sha256(declaration);
    const content = contentBytes(view, programme.id, register.ground.languages, declarationHash);
    const contentHash = programme.crypto.sha256(content);
    const kind = textKind(register.kinds, ref.text);
    const known = knownActs(register);
    const body = {
      programme: programme.id,
      parties: register.ground.partyList,
      level: kind?.level ?? 'signatory',
      texts: [{ ...ref, content: contentHash }],
      supersedes: supersededBy(known, [ref.text]),
      effective: given.effective,
      ...(given.openUntil === undefined ? {} : { openUntil: given.openUntil }),
    } as unknown as JsonObject;
    id = hashOf(body, programme.crypto);
    if (known.acts.has(id)) throw new Refusal('act.stale', { current: id });
    await keepBytes(programme.store, declarationHash, declaration);
    await keepBytes(programme.store, contentHash, content);
    return [{ type: 'act', body }];
  });
  return id as Hash;
}

/**
 * Signs an act: our counterpart (A). The password proves presence and unlocks the key that signs; `content` binds it to what
 * was shown. Durable before it is sent.
 *
 * @throws Refusal `sign.presence`, `session.wait`, `sign.other-content`, `sign.barred` with the reason, `lock.signing`
 */
export async function signAct(
  node: Node,
  programme: Programme,
  account: Account,
  id: Hash,
  given: {
    readonly password: string;
    readonly capacity: Capacity;
    readonly content: readonly string[];
    /** Records a signature made on paper (A12); the scan must be held. */
    readonly paper?: boolean | undefined;
  },
): Promise<Head> {
  await provePresence(node, account, given.password);
  const capacity = checkCapacity(given.capacity);
  await checkScan(programme, given.capacity.scan, given.paper === true);
  const register = await programme.register();
  const act = knownActs(register).acts.get(id);
  if (act === undefined) throw new Refusal('request.not-found');
  const signer = await signerFor(node, programme, account, act, given.password);
  const shown = act.texts.map((text) => text.content);
  if (shown.length !== given.content.length || shown.some((hash, at) => hash !== given.content[at]))
    throw new Refusal('sign.other-content');
  const head = await programme.append(async (now) => {
    const bar = await consentBar(programme, now, account, id);
    if (bar !== undefined) throw new Refusal('sign.barred', { current: { code: bar } });
    const strength = given.paper === true ? 'paper' : signer.isPersonal ? 'personal' : 'account';
    const payload = counterpartPayload(programme.id, programme.party, id, capacity, strength);
    const sig = toBase64(signRecord(signer.key.sign, recordTypes.counterpart, payload));
    return [{ type: 'counterpart', body: { act: id, capacity, key: signer.key.id, sig, strength } }];
  });
  await node.store.workspace.write([
    {
      op: 'audit',
      line: {
        time: node.time(),
        actor: account.id,
        action: 'act.signed',
        programme: programme.id,
        details: { act: id, key: signer.key.id, entry: head.seq },
      },
    },
  ]);
  return head;
}

/** A paper signature names its scan, and a scan that is named is here. @throws Refusal `request.invalid` */
async function checkScan(programme: Programme, scan: Hash | undefined, isPaper: boolean): Promise<void> {
  const isHere = scan !== undefined && (await programme.store.hasAttachment(scan));
  if (scan === undefined ? isPaper : !isHere)
    throw new Refusal('request.invalid', {
      errors: [{ path: 'capacity.scan', message: 'the scan is not here' }],
    });
}

/** The key by which this account signs an act of that level. @throws Refusal `sign.barred` */
async function signerFor(
  node: Node,
  programme: Programme,
  account: Account,
  act: Act,
  password: string,
): Promise<{ readonly key: Signer; readonly isPersonal: boolean }> {
  const bar = await keyBar(programme, account, act);
  if (bar !== undefined) throw new Refusal('sign.barred', { current: { code: bar } });
  if (usesOperatingKey(account, act)) return { key: node.keys().operate, isPersonal: false };
  const stored = await node.store.workspace.account(account.id);
  const key =
    stored?.sealedKey && (await openPersonalKey(stored.sealedKey, account.id, password, node.crypto));
  if (!key) throw new Refusal('sign.presence');
  return { key, isPersonal: true };
}

/** A desk officer closes texts of experts with the node's own key; everything else takes a personal one. */
const usesOperatingKey = (account: Account, act: Act): boolean =>
  act.level === 'desk' && !account.roles.includes('signatory');

/** Why this account has no key for an act of that level, if so. */
async function keyBar(programme: Programme, account: Account, act: Act): Promise<ConsentBar | undefined> {
  if (usesOperatingKey(account, act)) return account.roles.includes('desk') ? undefined : 'not-signatory';
  if (!account.roles.includes('signatory')) return 'not-signatory';
  const raw = signingKeyOf(account);
  if (raw === undefined) return 'no-key';
  const [chain] = await programme.chains(programme.party);
  const standing =
    chain && keyStanding(chain.state, keyIdOf(raw, programme.crypto), 'signatory', chain.state.seq + 1);
  return standing === 'valid' ? undefined : 'key-not-admitted';
}

/** Why this account cannot sign an act now, or undefined when it can (A4). */
export async function consentBar(
  programme: Programme,
  register: Register,
  account: Account,
  id: Hash,
): Promise<ConsentBar | undefined> {
  const known = knownActs(register);
  const act = known.acts.get(id);
  if (act === undefined) return 'ancestor-missing';
  const held = await heldContents(programme, register, act);
  const fault = consentFault(known, programme.party, id, (content) => held.has(content));
  if (fault !== undefined) return bars[fault];
  if (programme.lock() !== undefined) return 'locked';
  return keyBar(programme, account, act);
}

const bars = {
  'act.unknown': 'ancestor-missing',
  'act.ancestorMissing': 'ancestor-missing',
  'act.contentMissing': 'content-missing',
  'act.chain': 'chain',
  'act.declined': 'declined',
  'act.withdrawn': 'withdrawn',
  'act.alreadySigned': 'already-signed',
  'act.notSigner': 'not-a-signer',
  'act.list': 'parties-changed',
} as const satisfies Record<string, ConsentBar>;

/** The contents of an act of which everything is here: bytes, declaration, files (A4). */
async function heldContents(programme: Programme, register: Register, act: Act): Promise<ReadonlySet<Hash>> {
  const held = new Set<Hash>();
  for (const { content: hash } of act.texts) {
    const content = register.contents.get(hash);
    if (content === undefined) continue;
    const needed = [
      content.declaration,
      ...filesIn(content.head),
      ...content.items.flatMap((item) => filesIn(item.fields)),
    ];
    let isWhole = true;
    for (const file of needed) if (!(await programme.store.hasAttachment(file))) isWhole = false;
    if (isWhole) held.add(hash);
  }
  return held;
}

/** Hashes of the files that a value names. */
export function filesIn(value: Json): readonly Hash[] {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(filesIn);
  if (!isObject(value)) return [];
  const { hash, name, size } = value;
  if (typeof hash === 'string' && typeof name === 'string' && typeof size === 'number') return [hash as Hash];
  return Object.values(value).flatMap(filesIn);
}

/** A capacity as a record keeps it. @throws Refusal `request.invalid` */
function checkCapacity(given: Capacity): JsonObject {
  const name = normaliseName(given.name);
  const place = normaliseName(given.place);
  for (const [path, text] of [
    ['capacity.name', name],
    ['capacity.place', place],
  ] as const) {
    const fault = nameFault(text);
    if (fault !== undefined) throw new Refusal('request.invalid', { errors: [{ path, message: fault }] });
  }
  const { authority, date, post, scan } = given;
  return tidy({
    name,
    place,
    date,
    post: Object.fromEntries(Object.entries(post).map(([lang, text]) => [lang, normaliseName(text)])),
    ...(authority === undefined ? {} : { authority }),
    ...(scan === undefined ? {} : { scan }),
  }) as JsonObject;
}

/** Declines an act, or withdraws a proposal: we shall never sign it after that (A4, A7). */
export async function turnAgainst(
  programme: Programme,
  id: Hash,
  how: 'decline' | 'rescind',
  reason?: Readonly<Record<string, string>>,
): Promise<Head> {
  return programme.append((register) => {
    if (!knownActs(register).acts.has(id)) throw new Refusal('request.not-found');
    const voice = effectOf(register, programme.party)?.voice;
    if (voice?.declined.has(id) === true || voice?.withdrawn.has(id) === true)
      throw new Refusal('sign.barred', { current: { code: 'declined' } });
    const told = reason === undefined ? {} : { reason: tidy({ ...reason }) };
    return [{ type: how, body: how === 'decline' ? { act: id, ...told } : { act: id } }];
  });
}

/** Declares a step on the content of an act by a named post: ad referendum, initialled, languages concordant (T13). */
export async function certify(
  programme: Programme,
  id: Hash,
  step: 'adReferendum' | 'initialled' | 'concordance',
  post: string,
): Promise<Head> {
  return programme.append((register) => {
    const act = knownActs(register).acts.get(id);
    if (act === undefined) throw new Refusal('request.not-found');
    return act.texts.map(({ content, text }) => ({
      type: 'statement',
      body: {
        kind: 'concordance',
        subject: text,
        facet: `${content}.${step.toLowerCase()}`,
        fields: { content, step, post: normaliseName(post) },
      },
    }));
  });
}
