import { getContext, setContext } from 'svelte';
import type { Programme } from '../../api/programmes.ts';
import { ownLanguage } from './home-language.ts';
import { oursFirst } from './pick-language.ts';
import { session } from './session.svelte.ts';
import { nameIn } from './words.svelte.ts';

/** One programme as its screens see it: which side is ours, who stands where, in which languages. */
export interface Side {
  readonly code: string;
  readonly ours: boolean;
  readonly name: string;
  /** Place in the founding's order: decides colour and sign, the same on every node. */
  readonly place: number;
}

export interface ProgrammeView {
  readonly it: Programme;
  readonly id: string;
  /** Ours first, theirs after it, always. */
  readonly sides: readonly Side[];
  readonly ours: Side;
  readonly others: readonly Side[];
  /** Authentic languages with our own first. */
  readonly languages: readonly string[];
}

const key = Symbol('programme');

export function programmeView(it: Programme): ProgrammeView {
  const all = it.parties.map((party, place) => ({
    code: party.code,
    ours: party.ours,
    name: nameIn(party.names),
    place,
  }));
  const ours = all.find((side) => side.ours) ?? {
    code: session.party,
    ours: true,
    name: session.party,
    place: 0,
  };
  const others = all.filter((side) => !side.ours);
  return {
    it,
    id: it.id,
    sides: [ours, ...others],
    ours,
    others,
    languages: oursFirst(it.languages, ownLanguage(it, ours.code)),
  };
}

export function provideProgramme(view: () => ProgrammeView): void {
  setContext(key, view);
}
export function useProgramme(): ProgrammeView {
  return getContext<() => ProgrammeView>(key)();
}
/** As a function, for what must follow changes. */
export function programmeContext(): () => ProgrammeView {
  return getContext<() => ProgrammeView>(key);
}
