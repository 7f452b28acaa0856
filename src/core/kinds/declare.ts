/** What a kind of text, item or statement is: a declaration that forms, tables, validation, import, export and search follow. */

/** One word or phrase in the four languages of the interface. */
export interface Label {
  readonly en: string;
  readonly vi: string;
  readonly lo: string;
  readonly fr: string;
}

/** A closed list of codes with their labels, in the order in which they are offered. */
export type Codes = Readonly<Record<string, Label>>;

/**
 * The type of a field's value.
 * - `prose`: `{vi,lo,…}` in every authentic language (T5) · `told`: `{fr:…}` in whichever languages its author wrote
 * - `words`: one line, the same in all languages · `code`, `codes`: from a closed list · `flag`: true or false
 * - `count`: whole number from 0 · `amount`: decimal string · `quantity`: `{amount,unit}` · `money`: `{amount,currency}` (ISO 4217)
 * - `date`: partial date · `period`: `{from?,to?}` of partial dates · `party`, `parties`: party codes
 * - `subject`, `subjects`: ids of texts or items · `hash`: SHA-256 · `files`: `[{hash,name,size,type}]` · `rows`: list of records
 */
export type FieldType =
  | { readonly type: 'prose' | 'told' | 'words' | 'flag' | 'count' | 'amount' | 'date' | 'period' }
  | { readonly type: 'quantity' | 'money' | 'party' | 'parties' | 'hash' | 'files' }
  | { readonly type: 'code' | 'codes'; readonly codes: Codes }
  | { readonly type: 'subject' | 'subjects'; readonly kinds?: readonly string[] }
  | {
      readonly type: 'rows';
      readonly columns: Readonly<Record<string, FieldType & { readonly label: Label }>>;
    };

/** A field of a kind. */
export type Field = FieldType & {
  readonly label: Label;
  /** The text has no content while it is empty (T3, T10). */
  readonly required?: true;
  /** One value for each party, never compared: its own file number (T6). */
  readonly each?: true;
  /** Where a reader expects it: `row` in the table, `drawer` in the row's drawer. Default `drawer`. */
  readonly shown?: 'row' | 'drawer';
};

export type Fields = Readonly<Record<string, Field>>;

/** Whose key closes a text: `desk` when agreement of experts suffices, `signatory` when it is signed (A). */
export type Level = 'desk' | 'signatory';

/** The page of the app on which a kind is seen at a glance, beside forms, drawers and search. */
export type View =
  | 'instruments'
  | 'mechanisms'
  | 'chronology'
  | 'ledger'
  | 'directory'
  | 'border'
  | 'assistance'
  | 'training'
  | 'projects'
  | 'multilateral'
  | 'information'
  | 'correspondence'
  | 'tasking'
  | 'goals'
  | 'publication';

interface Declared {
  readonly kind: string;
  readonly label: Label;
  readonly plural: Label;
  readonly fields: Fields;
  readonly view?: View;
  /** Protocol level from which it has effect (K6); 1 when left out. */
  readonly since?: number;
}
export interface TextKind extends Declared {
  readonly of: 'text';
  readonly level: Level;
  /** Kinds of its items. */
  readonly items: readonly string[];
}
export interface ItemKind extends Declared {
  readonly of: 'item';
  /** True for what can be planned, postponed, reported on. */
  readonly activity: boolean;
}
export interface StatementKind extends Declared {
  readonly of: 'statement';
  /** Fields that two parties' statements are compared in (S2). */
  readonly compared: readonly string[];
  /** It has a list of its own, which follows from the declaration: question, page, facets, CSV and workbook. */
  readonly listed?: true;
}
export type Kind = TextKind | ItemKind | StatementKind;

export const label = (en: string, vi: string, lo: string, fr: string): Label => ({ en, vi, lo, fr });
