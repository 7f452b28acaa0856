import { activities } from './activities.ts';
import { border } from './border.ts';
import type { ItemKind, Kind, StatementKind, TextKind } from './declare.ts';
import { deliveries } from './deliveries.ts';
import { directory } from './directory.ts';
import { article, denunciation, instrument } from './instrument.ts';
import { jointTexts, reviewLine } from './joint-texts.ts';
import { letters } from './letters.ts';
import { minuteItems, minutes } from './minutes.ts';
import { plan } from './plan.ts';
import { relation } from './relation.ts';
import { statements } from './statements.ts';

/** Every kind there is, by name. Rooms take it as an argument so that a test can add one. */
export type Kinds = ReadonlyMap<string, Kind>;

export function kindsOf(declared: readonly Kind[]): Kinds {
  const kinds = new Map<string, Kind>();
  for (const kind of declared) {
    if (kinds.has(kind.kind)) throw new Error(`kind declared twice: ${kind.kind}`);
    kinds.set(kind.kind, kind);
  }
  return kinds;
}

export const allKinds: Kinds = kindsOf([
  plan,
  instrument,
  minutes,
  ...jointTexts,
  ...activities,
  article,
  ...minuteItems,
  reviewLine,
  ...statements,
  denunciation,
  ...relation,
  ...directory,
  ...border,
  ...deliveries,
  ...letters,
]);

/** The kinds that have effect at a protocol level (K6). */
export function kindsAt(kinds: Kinds, level: number): Kinds {
  const later = [...kinds.values()].some(({ since = 1 }) => since > level);
  return later ? kindsOf([...kinds.values()].filter(({ since = 1 }) => since <= level)) : kinds;
}

/** The kind that an id begins with. */
export const kindName = (id: string): string => id.slice(0, id.indexOf('.'));

export function textKind(kinds: Kinds, text: string): TextKind | undefined {
  const kind = kinds.get(kindName(text));
  return kind?.of === 'text' ? kind : undefined;
}

export function statementKind(kinds: Kinds, kind: string): StatementKind | undefined {
  const found = kinds.get(kind);
  return found?.of === 'statement' ? found : undefined;
}

/** The kind of an item, if it may stand in that text. `*activity` admits every activity. */
export function itemKind(kinds: Kinds, text: TextKind, item: string): ItemKind | undefined {
  const kind = kinds.get(kindName(item));
  if (kind?.of !== 'item') return undefined;
  return text.items.includes(kind.kind) || (kind.activity && text.items.includes('*activity'))
    ? kind
    : undefined;
}
