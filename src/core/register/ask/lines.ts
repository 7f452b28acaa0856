import type { PartyCode, SubjectId } from '../../bytes/ids.ts';
import type { Json, JsonObject } from '../../bytes/json.ts';
import { kindName, textKind } from '../../kinds/catalogue.ts';
import { draftKey } from '../../text/positions.ts';
import type { DraftRef, TextView } from '../../text/view.ts';
import type { Register } from '../register.ts';
import { BaseMissing, draftsOf, inForce, partiesOf, textOf, textsOf } from '../texts.ts';
import { translationsOf } from '../translations.ts';
import type { Voice } from '../voice.ts';
import { type Asking, askedOnce, type Entry, push, subjectsIn, wordingIn } from './asking.ts';
import { mattersOf } from './matters.ts';

/** A text with its lines, as in force on the day or as negotiated. */
export interface ShownText {
  readonly text: SubjectId;
  readonly kind: string;
  /** `inForce`: as all have signed it; `draft`: as the positions stand. */
  readonly standing: 'inForce' | 'draft';
  readonly since?: string;
  /** How a draft changes what is in force; absent of a first one. */
  readonly mode?: 'amendment' | 'correction';
  /** Where nothing is in force yet. */
  readonly counts?: TextView['counts'];
  readonly head: JsonObject;
  readonly lines: readonly Line[];
  /** Where it stands in the feeds: the signatures on what is in force, the last position of each party in a draft. */
  readonly entries: readonly Entry[];
}

/** An article, a plan line, a point: an item of a text with the values that all hold, or where they differ the first stated. */
export interface Line {
  readonly text: SubjectId;
  readonly item: SubjectId;
  readonly kind: string;
  readonly standing: 'inForce' | 'draft';
  readonly number: string;
  readonly fields: JsonObject;
  /** Those of its text. */
  readonly entries: readonly Entry[];
}

/** Every text in force on the day and every draft that is open, in order of id; what is in force before what is negotiated. */
export function shownTexts(asking: Asking): readonly ShownText[] {
  return askedOnce(asking, 'texts', () =>
    textsOf(asking.register).flatMap((text) => [...inForceText(asking, text), ...openDrafts(asking, text)]),
  );
}

/** All lines of them; the line of what is in force before that of a draft. */
export function shownLines(asking: Asking): readonly Line[] {
  return askedOnce(asking, 'lines', () => shownTexts(asking).flatMap(({ lines }) => lines));
}

/** A line by its id: as in force where it is, else as negotiated. */
export const lineOf = (asking: Asking, item: string): Line | undefined => linesByItem(asking).get(item);

/** Each line once, as {@link lineOf} gives it: an amendment that is open does not list what is in force again. */
export const linesOnce = (asking: Asking): readonly Line[] => [...linesByItem(asking).values()];

const linesByItem = (asking: Asking): ReadonlyMap<string, Line> =>
  askedOnce(asking, 'lines by item', () => {
    const map = new Map<string, Line>();
    for (const line of shownLines(asking)) if (!map.has(line.item)) map.set(line.item, line);
    return map;
  });

/** What a line says in a field, and the translations for information of it. */
export function wordsOfLine(
  { register }: Asking,
  { fields, item, text }: Pick<Line, 'fields' | 'item' | 'text'>,
  field: string,
): Readonly<Record<string, string>> {
  const value = fields[field];
  return { ...translationsOf(register, text, item, field, value), ...wordingIn(value) };
}

/** What a text is called, and the translations for information of it. */
export const titleOfText = (asking: Asking, { head, text }: Pick<ShownText, 'head' | 'text'>) =>
  wordsOfLine(asking, { fields: head, item: text, text }, 'title');

function inForceText({ day, register }: Asking, text: SubjectId): ShownText[] {
  const current = inForce(register, text, day);
  if (current?.content === undefined) return [];
  const standing = 'inForce';
  const entries = signaturesOn(register, current.act);
  const lines = current.content.items.map(({ fields, id, number }) => ({
    text,
    item: id,
    kind: kindName(id),
    standing,
    number,
    fields,
    entries,
  })) satisfies Line[];
  const { head } = current.content;
  return [{ text, kind: kindName(text), standing, since: current.since, head, lines, entries }];
}

const signaturesOn = (register: Register, act: string): readonly Entry[] =>
  voicesInOrder(register).flatMap(({ consents }) =>
    consents.filter((consent) => consent.act === act).map(({ party, seq }) => ({ party, seq })),
  );

/** In the order of the list of parties, whichever feed came first. */
const voicesInOrder = (register: Register): readonly Voice[] =>
  partiesOf(register).flatMap((party) => register.voices.get(party) ?? []);

function positionsIn(register: Register, draft: DraftRef): readonly Entry[] {
  return voicesInOrder(register).flatMap(({ party, positions }) => {
    const items = positions.get(draftKey(draft))?.items.values() ?? [];
    const seqs = [...items].flatMap(({ fields }) => [...fields.values()].map(({ seq }) => seq));
    return seqs.length === 0 ? [] : [{ party, seq: seqs.reduce((one, other) => Math.max(one, other)) }];
  });
}

function openDrafts({ register }: Asking, text: SubjectId): ShownText[] {
  if (textKind(register.kinds, text) === undefined) return [];
  return draftsOf(register, text).flatMap((draft): ShownText[] => {
    try {
      const view = textOf(register, draft);
      if (view.closed) return [];
      const entries = positionsIn(register, draft);
      const items = view.items.filter(({ state }) => state !== 'struck');
      const lines = items.map((item) => ({
        text,
        item: item.id,
        kind: item.kind,
        standing: 'draft' as const,
        number: String(item.number ?? ''),
        fields: heldFields(item),
        entries,
      }));
      const head = heldFields(view.head);
      const mode = draft.mode === undefined ? {} : { mode: draft.mode };
      return [
        { text, kind: view.kind, standing: 'draft', ...mode, counts: view.counts, head, lines, entries },
      ];
    } catch (error) {
      // What it starts from has not come yet: there is nothing to show of it.
      if (error instanceof BaseMissing) return [];
      throw error;
    }
  });
}

/** The same object as long as nobody states anything else of it. */
function heldFields(item: TextView['head']): JsonObject {
  const known = heldBefore.get(item);
  if (known !== undefined) return known;
  const held: Record<string, Json> = {};
  for (const { field, positions, value } of item.fields) {
    const shown = value ?? positions.find((one) => (one.value ?? null) !== null)?.value ?? null;
    if (shown !== null) held[field] = shown;
  }
  heldBefore.set(item, held);
  return held;
}
const heldBefore = new WeakMap<TextView['head'], JsonObject>();

/** Something that carries out a provision, an undertaking or an instrument. */
export interface Carrier {
  readonly subject: SubjectId;
  /** `inForce`, `draft`: a line of a text says so; `stated`: a statement of a party does. */
  readonly standing: 'inForce' | 'draft' | 'stated';
  readonly parties: readonly PartyCode[];
}

/** What carries out a subject: lines of texts, links that a party stated, and what its outcome names. */
export function carriersOf(asking: Asking, subject: string): readonly Carrier[] {
  return carriers(asking).get(subject) ?? [];
}

function carriers(asking: Asking): ReadonlyMap<string, readonly Carrier[]> {
  return askedOnce(asking, 'carriers', () => {
    const found = new Map<string, Carrier[]>();
    const add = (of: string, carrier: Carrier): void => {
      if (found.get(of)?.some((one) => one.subject === carrier.subject) !== true) push(found, of, carrier);
    };
    for (const { head, standing, text } of shownTexts(asking))
      for (const of of subjectsIn(head['carriesOut'])) add(of, { subject: text, standing, parties: [] });
    for (const { fields, item, standing } of shownLines(asking))
      for (const of of subjectsIn(fields['carriesOut'])) add(of, { subject: item, standing, parties: [] });
    for (const kind of ['link', 'onRecord', 'outcome']) {
      for (const matter of mattersOf(asking, kind)) {
        for (const { fields, party } of matter.sides) {
          const stated = { standing: 'stated', parties: [party] } as const;
          for (const of of subjectsIn(fields['carriesOut'])) add(of, { subject: matter.subject, ...stated });
          // An outcome is about what was carried out and names what did it.
          if (kind === 'outcome')
            for (const by of subjectsIn(fields['by'])) add(matter.subject, { subject: by, ...stated });
        }
      }
    }
    return found;
  });
}
