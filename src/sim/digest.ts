import type { Hash, PartyCode, SubjectId } from '../core/bytes/ids.ts';
import { accountsOf, settlementsOf, statementsOn, subjectsOf } from '../core/register/accounts.ts';
import { effectOf, gapsOf, type Register } from '../core/register/register.ts';
import {
  actsOn,
  changesOfList,
  draftsOf,
  inForce,
  partiesOf,
  textOf,
  textsOf,
} from '../core/register/texts.ts';
import type { Programme } from '../node/programme.ts';
import type { Machine } from './machine.ts';

/** Everything that a node holds and answers, by question, in a form that two nodes can be compared in. */
export type Answers = ReadonlyMap<string, string>;

/** Days on which it is asked what is in force: before, at and long after the dates that acts of a world name. */
const days = ['2026-12-01', '2027-01-01', '2100-01-01'] as const;

/**
 * The feeds of a node, byte for byte with all branches, and its answers about them: texts, acts, accounts, inert entries,
 * gaps. Numbers of branches are a node's own and stand in none of them.
 */
export async function answersOf(machine: Machine): Promise<Answers> {
  const { programme } = machine;
  const register = await programme.register();
  const answers = new Map<string, string>();
  for (const party of register.ground.parties) {
    answers.set(`feed ${party}`, (await feedOf(programme, machine, party)).join('\n'));
    answers.set(`effect ${party}`, canonical(effectAnswer(register, party)));
    answers.set(`inert ${party}`, inertAnswer(register, party));
  }
  answers.set(
    'gaps',
    canonical(
      gapsOf(register)
        .map((gap) => canonical(gap))
        .sort(),
    ),
  );
  answers.set('parties', canonical(partiesOf(register)));
  answers.set('changes of the list', canonical(changesOfList(register, days[2])));
  for (const text of textsOf(register)) addText(answers, register, text);
  addAccounts(answers, register);
  return answers;
}

/** The first question that two nodes answer differently, with both answers from where they part; undefined if none. */
export function firstDifference(one: Answers, other: Answers): string | undefined {
  for (const question of new Set([...one.keys(), ...other.keys()])) {
    const [left = '(not asked)', right = '(not asked)'] = [one.get(question), other.get(question)];
    if (left === right) continue;
    let at = 0;
    while (left[at] === right[at]) at += 1;
    const from = Math.max(0, at - 60);
    return `${question}\n      …${left.slice(from, at + 200)}\n      …${right.slice(from, at + 200)}`;
  }
  return undefined;
}

/** Every chain of a feed from entry 1 to its head as lines of text, each ended by its signatures' places, in the order of their heads. */
async function feedOf(programme: Programme, machine: Machine, party: PartyCode): Promise<string[]> {
  const lines = new Map<Hash, string>();
  const { store } = machine;
  for (const { branch } of (await store.branches(programme.id)).filter((one) => one.party === party)) {
    for await (const { run } of store.readRuns(programme.id, party, branch)) {
      for (const line of run.lines) lines.set(programme.crypto.sha256(line), Buffer.from(line).toString());
    }
  }
  const exported: string[] = [];
  for (const { hashAt, state } of await programme.chains(party)) {
    const chain: string[] = [];
    for (let seq = 1; seq <= state.seq; seq++)
      chain.push(lines.get(hashAt(seq) as Hash) ?? `entry ${seq} is missing`);
    exported.push(chain.join('\n'));
  }
  // A chain that is the beginning of another says nothing new; which one was seen first differs from node to node.
  return exported
    .filter((one) => !exported.some((other) => other !== one && other.startsWith(`${one}\n`)))
    .sort();
}

function effectAnswer(register: Register, party: PartyCode) {
  const effect = effectOf(register, party);
  if (effect === undefined) return null;
  const { frozenFrom, voice } = effect;
  const isFrozen = frozenFrom < Number.POSITIVE_INFINITY;
  // While a feed is frozen any of its branches may stand for what all share.
  return {
    frozenFrom: isFrozen ? frozenFrom : null,
    head: isFrozen ? null : (voice.hashes.at(voice.hashes.length) ?? null),
  };
}

function inertAnswer(register: Register, party: PartyCode): string {
  const branches = (register.voices.get(party) ?? []).map((voice) =>
    voice.inert.map((inert) => `${voice.hashes.at(inert.seq)} ${canonical(inert)}`),
  );
  return [...new Set(branches.flat())].sort().join('\n');
}

function addText(answers: Map<string, string>, register: Register, text: SubjectId): void {
  for (const draft of draftsOf(register, text)) {
    answers.set(
      `text ${canonical(draft)}`,
      canonicalOr(() => textOf(register, draft)),
    );
  }
  for (const day of days) {
    answers.set(`acts ${text} ${day}`, canonical(actsOn(register, text, day)));
    const { content: _, ...current } = inForce(register, text, day) ?? {};
    answers.set(`in force ${text} ${day}`, canonical(current));
  }
}

function addAccounts(answers: Map<string, string>, register: Register): void {
  for (const kind of ['report', 'comment', 'notification', 'recorded']) {
    const subjects = [...subjectsOf(register, kind)].sort();
    answers.set(`subjects ${kind}`, canonical(subjects));
    for (const subject of subjects) {
      for (const facet of [undefined, 'first', 'second']) {
        answers.set(
          `accounts ${kind} ${subject} ${facet ?? ''}`,
          canonical(accountsOf(register, subject, kind, facet)),
        );
      }
      for (const party of partiesOf(register))
        answers.set(`said ${party} ${subject}`, canonical(statementsOn(register, party, subject)));
      answers.set(`settled ${subject}`, canonical(settlementsOf(register, subject, days[2])));
    }
  }
}

function canonicalOr(answer: () => unknown): string {
  try {
    return canonical(answer());
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** JSON with sorted keys, so that the order in which an answer was put together does not matter. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}
