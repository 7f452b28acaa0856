import type { Hash, Lang, PartyCode, SubjectId } from '../bytes/ids.ts';
import type { Json } from '../bytes/json.ts';

/** A negotiation of one text: its first version, or an amendment or correction of an act in force (T). */
export interface DraftRef {
  readonly text: SubjectId;
  /** Content hash of the act it starts from; none for the first version. */
  readonly base?: Hash;
  readonly mode?: 'amendment' | 'correction';
}

/** One party's effective position in one field (T2). */
export interface PositionView {
  readonly party: PartyCode;
  /** `stated` in this draft; `base`: not answered, the value in force stands; `silent`. */
  readonly source: 'stated' | 'base' | 'silent';
  readonly value?: Json;
  /** Entry of the party's feed that stated it. */
  readonly seq?: number;
  /** Set when it was copied by an acceptance (T7). */
  readonly taken?: { readonly party: PartyCode; readonly seq: number };
}

/** `stale`: all equal, but a language is missing or unconfirmed (T5). `each`: one value per party, never compared (T6). */
export type FieldState = 'agreed' | 'bracket' | 'crossed' | 'awaits' | 'stale' | 'empty' | 'missing' | 'each';

export interface FieldView {
  readonly field: string;
  readonly state: FieldState;
  /** In the order of the founding's parties. */
  readonly positions: readonly PositionView[];
  /** The value all hold, when they do. */
  readonly value?: Json;
  /** Languages to confirm or to write, when `stale`. */
  readonly stale?: readonly Lang[];
  /** Who has not spoken, when `awaits`. */
  readonly awaits?: readonly PartyCode[];
  /** Translations for information, by language; the first-listed party's where several give one (T6). */
  readonly info?: Readonly<Record<string, string>>;
}

export interface ItemView {
  readonly id: SubjectId;
  readonly kind: string;
  /** T4: included by all, struck by all, in dispute, or awaiting a party. */
  readonly state: 'in' | 'struck' | 'bracket' | 'awaits';
  /** Derived from the places of the items that are in or open (T9); absent for the head and for struck items. */
  readonly number?: number;
  readonly inclusion: FieldView;
  /** Every field of its kind, in the kind's order, `place` last. */
  readonly fields: readonly FieldView[];
}

export interface TextView {
  readonly draft: DraftRef;
  readonly kind: string;
  readonly head: ItemView;
  readonly items: readonly ItemView[];
  /** Another act on the same base is fully signed (T11). */
  readonly closed: boolean;
  readonly counts: {
    readonly agreed: number;
    readonly bracket: number;
    readonly awaits: number;
    readonly stale: number;
    readonly missing: number;
    readonly struck: number;
  };
  /** Nothing is open: the draft has a content (T10). */
  readonly ready: boolean;
}

/** An item as the content of an act fixes it. */
export interface ContentItem {
  readonly id: SubjectId;
  readonly number: string;
  readonly fields: Readonly<Record<string, Json>>;
}

/** The whole of what is signed, decoded from its canonical bytes (T10). */
export interface Content {
  readonly programme: Hash;
  readonly kind: string;
  readonly declaration: Hash;
  readonly languages: readonly Lang[];
  readonly text: SubjectId;
  readonly base?: Hash;
  readonly mode?: 'amendment' | 'correction';
  readonly head: Readonly<Record<string, Json>>;
  readonly items: readonly ContentItem[];
}
