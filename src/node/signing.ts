import type { ConsentBar } from '../api/acts.ts';
import { toBase64 } from '../core/bytes/codec.ts';
import { recordTypes } from '../core/bytes/dsse.ts';
import { keyIdOf, signRecord } from '../core/bytes/ed25519.ts';
import type { Hash } from '../core/bytes/ids.ts';
import type { Json, JsonObject } from '../core/bytes/json.ts';
import { nameFault, normaliseName } from '../core/bytes/name.ts';
import { keyStanding } from '../core/feed/chain.ts';
import type { Head } from '../core/feed/entry.ts';
import { isObject } from '../core/kinds/value.ts';
import { effectOf, type Register } from '../core/register/register.ts';
import { knownActs } from '../core/register/texts.ts';
import { counterpartPayload } from '../core/register/voice.ts';
import type { Act, Capacity } from '../core/text/act.ts';
import { consentFault, supersedesAllKnown } from '../core/text/acts.ts';
import { type Account, signingKeyOf } from './accounts.ts';
import { tidy } from './drafts.ts';
import type { Signer } from './keys.ts';
import type { Node } from './node.ts';
import { openPersonalKey } from './personal-key.ts';
import { Refusal } from './problem.ts';
import type { Programme } from './programme.ts';
import { partiesAfter } from './propose.ts';
import { provePresence } from './sessions.ts';

/**
 * Signs an act: our counterpart (A). The password proves presence and unlocks the key that signs; `content` binds it to what
 * was shown. Durable before it is sent.
 *
 * @throws Refusal `sign.presence`, `session.wait`, `sign.other-content`, `sign.barred` with the reason,
 *   `sign.unconfirmed`, `lock.signing`
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
  const shown = shownIn(id, act);
  if (shown.length !== given.content.length || shown.some((hash, at) => hash !== given.content[at]))
    throw new Refusal('sign.other-content');
  const head = await programme.append(async (now) => {
    const bar = await consentBar(programme, now, account, id);
    if (bar === 'unconfirmed')
      throw new Refusal('sign.unconfirmed', { detail: `awaits ${programme.unconfirmed.join(' ')}` });
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

/** The hashes that bind a signature to what was shown: of the contents, or of the act itself where it carries none. */
export const shownIn = (id: Hash, { texts }: Act): readonly Hash[] =>
  texts.length === 0 ? [id] : texts.map((text) => text.content);

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

/** Why this account cannot sign an act now, or undefined when it can (A4, A13). */
export async function consentBar(
  programme: Programme,
  register: Register,
  account: Account,
  id: Hash,
): Promise<ConsentBar | undefined> {
  const known = knownActs(register);
  const act = known.acts.get(id);
  if (act === undefined) return 'ancestor-missing';
  // First: who is no party of the founding cannot sign before us either.
  if (act.partiesAfter !== undefined && partiesAfter(programme, register, act) === undefined)
    return 'parties-unknown';
  const held = await heldContents(programme, register, act);
  const fault = consentFault(known, programme.party, id, (content) => held.has(content));
  if (fault !== undefined) return bars[fault];
  if (programme.lock() !== undefined) return 'locked';
  if (programme.unconfirmed.length > 0 && !supersedesAllKnown(known, id)) return 'unconfirmed';
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
  'act.joiners': 'joiners-first',
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
