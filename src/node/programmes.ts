import { randomBytes } from 'node:crypto';
import { isHash, type Lang, type PartyCode, type ProgrammeId } from '../core/bytes/ids.ts';
import type { JsonObject } from '../core/bytes/json.ts';
import { nameFault, normaliseName } from '../core/bytes/name.ts';
import { isObject } from '../core/kinds/value.ts';
import { openRegister, type Register } from '../core/register/register.ts';
import type { Change } from '../store/workspace.ts';
import { type Account, auditChange } from './accounts.ts';
import { dayIn } from './day.ts';
import { isCleared, withoutRestricted } from './handling.ts';
import { type Names, type Node, partyOf } from './node.ts';
import { Refusal } from './problem.ts';
import type { Programme } from './programme.ts';

export { dayIn } from './day.ts';

/** A programme as this node knows it: founded and running, or still being prepared by us alone. */
export interface KnownProgramme {
  readonly id: ProgrammeId;
  readonly names: Names;
  readonly languages: readonly Lang[];
  readonly zone: string;
  /** In the order of founding. */
  readonly parties: readonly { readonly code: PartyCode; readonly names: Names }[];
  readonly state: 'prepared' | 'founding' | 'founded';
  /** Ours. */
  readonly party: PartyCode;
  /** Whether our drafts, submissions and private comments are seen through it. */
  readonly seesPrivate: boolean;
  /** Present once it is founded: then there is a feed to write. */
  readonly running?: Programme;
  /** Never fails: an empty register while it is prepared, so that a text can be drafted alone. */
  register(): Promise<Register>;
  /** Today in its time zone. */
  today(): string;
}

/** What the workspace keeps of a programme that is not founded. */
export interface Prepared {
  readonly names: Names;
  readonly languages: readonly Lang[];
  readonly zone: string;
  readonly parties: readonly { readonly code: PartyCode; readonly names: Names }[];
  /** Cards that have come, as their bytes in base64, by party. */
  readonly cards: Readonly<Record<string, string>>;
}

export const preparedCollection = 'programme';
const emptyRegisters = new WeakMap<Node, Map<ProgrammeId, Register>>();

/** A programme by its id, or undefined. */
export async function findProgramme(node: Node, id: ProgrammeId): Promise<KnownProgramme | undefined> {
  const running = node.programmes().get(id);
  if (running !== undefined) return foundedProgramme(running);
  const document = await node.store.workspace.document(preparedCollection, id);
  return document === null ? undefined : preparedProgramme(node, id, document.value as unknown as Prepared);
}

/** All programmes, founded ones first. */
export async function allProgrammes(node: Node): Promise<readonly KnownProgramme[]> {
  const founded = [...node.programmes().values()].map(foundedProgramme);
  const documents = await node.store.workspace.documents(preparedCollection);
  const prepared = documents.filter(({ id }) => !node.programmes().has(id as ProgrammeId));
  return [
    ...founded,
    ...prepared.map(({ id, value }) =>
      preparedProgramme(node, id as ProgrammeId, value as unknown as Prepared),
    ),
  ];
}

function foundedProgramme(running: Programme): KnownProgramme {
  const { founding, id, party } = running;
  return {
    id,
    names: founding.name as Names,
    languages: founding.languages,
    zone: founding.zone,
    parties: founding.parties.map((one) => ({ code: one.party, names: one.names as Names })),
    state: 'founded',
    seesPrivate: true,
    party,
    running,
    register: () => running.register(),
    today: () => running.today(),
  };
}

/** A programme as an account sees it: what it may not see is not there. */
export function programmeFor(account: Account, programme: KnownProgramme): KnownProgramme {
  const seesPrivate = account.roles.some((role) => draftingRoles.has(role));
  const seen = { ...programme, seesPrivate };
  if (isCleared(account)) return seen;
  return { ...seen, register: async () => withoutRestricted(await programme.register()) };
}

/** Who takes part in, clears or audits what is being drafted. */
const draftingRoles: ReadonlySet<string> = new Set(['desk', 'signatory', 'leader', 'auditor']);

function preparedProgramme(node: Node, id: ProgrammeId, prepared: Prepared): KnownProgramme {
  const { languages, names, parties, zone } = prepared;
  return {
    id,
    names,
    languages,
    zone,
    parties,
    state: 'founding' in prepared ? 'founding' : 'prepared',
    party: partyOf(node).party,
    seesPrivate: true,
    register: () => {
      const known = emptyRegisters.get(node) ?? new Map<ProgrammeId, Register>();
      emptyRegisters.set(node, known);
      const ground = { programme: id, languages, parties: parties.map((one) => one.code), partyList: id };
      const register = known.get(id) ?? openRegister(ground, node.kinds, node.crypto);
      known.set(id, register);
      return Promise.resolve(register);
    },
    today: () => dayIn(zone, node.now()),
  };
}

export interface NewProgramme {
  readonly names: Names;
  readonly languages: readonly string[];
  readonly zone: string;
  readonly partners: readonly { readonly code: string; readonly names: Names }[];
}

/**
 * Begins a programme alone, before the partner has a node: texts can be drafted in it, and what the partner writes recorded.
 *
 * @throws Refusal `request.invalid`
 */
export async function prepareProgramme(
  node: Node,
  given: NewProgramme,
  by: string | null,
): Promise<KnownProgramme> {
  const ours = partyOf(node);
  const names = cleanNames(given.names);
  const missing = given.languages.filter((lang) => names[lang] === undefined);
  if (missing.length > 0) throw invalid('names', `a name in each authentic language: ${missing.join(', ')}`);
  try {
    dayIn(given.zone, node.now());
  } catch {
    throw invalid('timeZone', 'a time zone such as Asia/Vientiane');
  }
  const codes = [ours.party, ...given.partners.map((one) => one.code)];
  if (new Set(codes).size !== codes.length) throw invalid('partners', 'each party once');
  const prepared: Prepared = {
    names,
    languages: [...new Set(given.languages)] as Lang[],
    zone: given.zone,
    parties: [
      { code: ours.party, names: ours.names },
      ...given.partners.map((one) => ({ code: one.code as PartyCode, names: cleanNames(one.names) })),
    ],
    cards: {},
  };
  const id = randomBytes(32).toString('hex') as ProgrammeId;
  await node.store.workspace.write([
    {
      op: 'putDocument',
      collection: preparedCollection,
      id,
      value: prepared as unknown as JsonObject,
      expected: 0,
    },
    auditChange(node, by, 'programme.prepared', {}, id),
  ]);
  return preparedProgramme(node, id, prepared);
}

/** Names as records keep them. @throws Refusal `request.invalid` */
export function cleanNames(names: Names): Names {
  const cleaned = Object.entries(names).map(([lang, name]) => [lang, normaliseName(name)] as const);
  const bad = cleaned.find(([, name]) => nameFault(name) !== undefined);
  if (bad) throw invalid(`names.${bad[0]}`, nameFault(bad[1]) ?? '');
  return Object.fromEntries(cleaned);
}

function invalid(path: string, message: string): Refusal {
  return new Refusal('request.invalid', { errors: [{ path, message }] });
}

/** What a node decides alone for a programme. */
export interface Settings {
  /** A submission is cleared by somebody else than who prepared it. */
  readonly fourEyes: boolean;
}
const settingsCollection = 'settings';

export async function settingsOf(node: Node, id: ProgrammeId): Promise<Settings> {
  const document = await node.store.workspace.document(settingsCollection, id);
  return { fourEyes: isObject(document?.value) && document.value['fourEyes'] === true };
}

export async function changeSettings(
  node: Node,
  id: ProgrammeId,
  change: Partial<Settings>,
  by: string | null,
): Promise<void> {
  const value = { ...(await settingsOf(node, id)), ...change };
  await node.store.workspace.write([
    { op: 'putDocument', collection: settingsCollection, id, value, expected: 'any' },
    auditChange(node, by, 'settings.changed', value, id),
  ]);
}

/** Collections whose ids begin with a programme and a slash. */
const ofProgramme = [
  'text',
  'recorded',
  'comment',
  'file',
  'submission',
  'peer',
  'seen',
  'staged',
  'exchange',
  'border',
] as const;

/** The changes that give everything private of one programme to another id: for when a prepared one is founded. */
export async function movePrivate(
  node: Node,
  from: ProgrammeId,
  to: ProgrammeId,
): Promise<readonly Change[]> {
  const { workspace } = node.store;
  const changes: Change[] = [];
  for (const { version, ...draft } of await workspace.drafts({ programme: from })) {
    changes.push(
      { op: 'deleteDraft', key: draft, expected: version },
      { op: 'putDraft', draft: { ...draft, programme: to }, expected: 'any' },
    );
  }
  for (const collection of ofProgramme) {
    for (const { id, value, version } of await workspace.documents(collection, { prefix: `${from}/` })) {
      changes.push({ op: 'deleteDocument', collection, id, expected: version });
      changes.push({
        op: 'putDocument',
        collection,
        id: `${to}${id.slice(from.length)}`,
        value,
        expected: 'any',
      });
    }
  }
  const settings = await workspace.document(settingsCollection, from);
  if (settings !== null) {
    changes.push({ op: 'deleteDocument', collection: settingsCollection, id: from, expected: 'any' });
    changes.push({
      op: 'putDocument',
      collection: settingsCollection,
      id: to,
      value: settings.value,
      expected: 'any',
    });
  }
  return changes;
}

/** An id of a programme, from outside. @throws Refusal `request.not-found` */
export function programmeId(text: string): ProgrammeId {
  if (!isHash(text)) throw new Refusal('request.not-found');
  return text;
}
