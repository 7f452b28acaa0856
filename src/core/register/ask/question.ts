import type { JsonObject } from '../../bytes/json.ts';
import type { Field, Fields, Label } from '../../kinds/declare.ts';
import type { Asking } from './asking.ts';

/** What may be asked for beside the day. Each is checked against its declared type before a question is asked. */
export type OptionName = 'state' | 'by' | 'days' | 'side' | 'post' | 'on' | 'for' | 'force' | 'area';

/** Values of options, of the types that the question declares. */
export type Options = Readonly<Partial<Record<OptionName, string | number>>>;

/**
 * One line of an answer. `subject` is what a click opens, `entries` where it stands in the feeds: `[{party,seq}]`.
 * The other values are of the types of the question's columns.
 */
export type Row = JsonObject;

export interface Answer {
  readonly rows: readonly Row[];
  /** What concerns all rows: counts, the rule that was applied, what was asked about. */
  readonly about?: JsonObject;
}

/** A question that a person asks of the register: heading, options, columns and the rows. Lists, tables and exports follow. */
export interface Question {
  readonly question: string;
  readonly label: Label;
  readonly options: Readonly<Partial<Record<OptionName, Field>>>;
  readonly columns: Fields;
  readonly ask: (asking: Asking, options: Options) => Answer;
  /** A row as words find it, or undefined; where a question gives none, a row is found by all that it says. */
  readonly found?: (row: Row, words: string) => Row | undefined;
  /** Columns of which rows are completed only when they are shown, because of a long list few are. */
  readonly later?: {
    readonly columns: readonly string[];
    readonly complete: (asking: Asking, rows: readonly Row[]) => readonly Row[];
  };
}

/** An option that is text. */
export const textOption = (options: Options, name: OptionName): string | undefined => {
  const value = options[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};
