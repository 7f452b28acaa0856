import type { SubjectId } from '../bytes/ids.ts';
import { actView } from '../text/acts.ts';
import { accountsOf, settlementsOf, statementsOn } from './accounts.ts';
import { effectOf, gapsOf, inertOf, type Register } from './register.ts';
import { actsOn, draftsOf, inForce, knownActs, partiesOf, textOf, textsOf } from './texts.ts';

const days = ['2026-12-03', '2026-12-04', '2027-06-30'];

/**
 * Everything that a register answers, as one text: equal for two registers exactly if nobody can tell them apart. What
 * only says in which order things came, the register's version and the numbers of branches, is no answer.
 */
export function answersOf(register: Register): string {
  const known = knownActs(register);
  const parties = [...register.voices.keys()].sort();
  return sortedJson({
    parties: partiesOf(register),
    texts: textsOf(register).map((text) => ({
      text,
      drafts: draftsOf(register, text).map((draft) =>
        draft.base === undefined || register.contents.has(draft.base) ? textOf(register, draft) : draft,
      ),
      days: days.map((day) => ({ acts: actsOn(register, text, day), inForce: inForce(register, text, day) })),
    })),
    acts: [...known.acts.keys()].flatMap((id) => days.map((day) => actView(known, id, day))),
    consents: parties.map((party) => known.consents.get(party)),
    subjects: subjectsIn(register).map((subject) => ({
      subject,
      accounts: kindsWithFacets(register, subject).map(([kind, facet]) =>
        accountsOf(register, subject, kind, facet),
      ),
      settled: days.map((day) => settlementsOf(register, subject, day)),
      said: parties.map((party) => statementsOn(register, party, subject)),
    })),
    feeds: parties.map((party) => {
      const { branches = [], frozenFrom } = effectOf(register, party) ?? {};
      return { party, frozenFrom: String(frozenFrom), branches: branches.length };
    }),
    inert: inertOf(register),
    gaps: gapsOf(register),
  });
}

function subjectsIn(register: Register): SubjectId[] {
  const voices = [...register.voices.values()].flat();
  return [...new Set(voices.flatMap((voice) => [...voice.said.keys()]))].sort();
}

function kindsWithFacets(register: Register, subject: SubjectId): [string, string | undefined][] {
  const found = new Map<string, [string, string | undefined]>();
  for (const party of register.voices.keys()) {
    for (const { facet, kind } of statementsOn(register, party, subject))
      found.set(`${kind} ${facet}`, [kind, facet]);
  }
  return [...found.keys()].sort().map((name) => found.get(name) as [string, string | undefined]);
}

function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) => {
    if (typeof one !== 'object' || one === null || Array.isArray(one)) return one;
    return Object.fromEntries(Object.entries(one).sort(([left], [right]) => (left < right ? -1 : 1)));
  });
}
