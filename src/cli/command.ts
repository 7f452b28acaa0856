import type { MessageKey, Translate } from '../words/format.ts';
import type { Language } from '../words/languages.ts';
import type { ExitName } from './exits.ts';
import type { Terminal } from './terminal.ts';

/**
 * One command, as its file declares it. Help, docs/cli.md and the reading of arguments follow from it. What it does, in
 * half a line, is the message `cli.<command>`, or `cli.<group>.<command>`.
 */
export interface Command {
  /** What stands behind `counterpart <command>`, a line for each form: `FOLDER --out FOLDER`. */
  readonly usage: readonly string[];
  /** How many arguments without a name it takes. */
  readonly operands: { readonly least: number; readonly most: number };
  readonly options: Options;
  /** Whole lines, without `counterpart `. */
  readonly examples: readonly string[];
  /** How it may end, beside `ok`, `usage` and `bug`. */
  readonly exits: readonly ExitName[];
  /** Returns how it ended, `ok` when nothing. */
  readonly run: (call: Call) => Promise<ExitName | undefined>;
}

/** Commands under one word: `pouch pack`, `pouch open`. */
export interface CommandGroup {
  readonly commands: Readonly<Record<string, Command>>;
}

export type Options = Readonly<Record<string, Option>>;

export interface Option {
  /** What stands behind it, `FOLDER`; a switch has none. */
  readonly value?: string;
  readonly says: MessageKey;
  readonly short?: string;
  /** May be given several times; else the last one counts, since scripts put their own first. */
  readonly repeats?: true;
  readonly required?: true;
  /** It takes a whole number within these limits. */
  readonly whole?: { readonly least: number; readonly most: number };
}

/** One call of a command: what was asked for, and where the answer goes. */
export interface Call {
  /** Words by which it was called: `pouch pack`. */
  readonly name: string;
  readonly operands: readonly string[];
  readonly language: Language;
  readonly t: Translate;
  readonly terminal: Terminal;
  /** Value of an option. */
  readonly text: (option: string) => string | undefined;
  /** Value of an option that is required, by its declaration or in this case. Throws a usage fault. */
  readonly need: (option: string) => string;
  readonly texts: (option: string) => readonly string[];
  readonly flag: (option: string) => boolean;
  /** Value of an option that takes a whole number. */
  readonly number: (option: string) => number | undefined;
}

/** Options that every command has. */
export const commonOptions: Options = {
  lang: { value: 'CODE', says: 'cli.optionLang' },
  help: { says: 'cli.optionHelp', short: 'h' },
};

/** The number of an entry. */
export const entryNumber = { least: 1, most: Number.MAX_SAFE_INTEGER } as const;

export const jsonOption = { json: { says: 'cli.optionJson' } } as const satisfies Options;
export const dirOption = { dir: { value: 'FOLDER', says: 'cli.optionDir' } } as const satisfies Options;
