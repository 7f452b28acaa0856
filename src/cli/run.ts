import { parseArgs } from 'node:util';
import type { Translate } from '../words/format.ts';
import { isLanguage, type Language, pickLanguage } from '../words/languages.ts';
import { loadTranslator } from '../words/load.ts';
import {
  type Call,
  type Command,
  type CommandGroup,
  commonOptions,
  type Option,
  type Options,
} from './command.ts';
import { commands, isCommandName, isGroup } from './commands.ts';
import { type ExitName, exits } from './exits.ts';
import { CommandFault } from './fault.ts';
import { processTerminal, type Terminal } from './terminal.ts';

/**
 * Runs what the command line asks for and answers on this process's standard streams.
 * @returns the exit code, of `exits`
 */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const terminal = processTerminal();
  const language = languageOf(args, process.env);
  const t = await loadTranslator(language);
  try {
    return exits[await dispatch(args, language, t, terminal)].code;
  } catch (error) {
    const { faultOf } = await import('./faults.ts');
    const fault = faultOf(error, t);
    if (args.includes('--json')) terminal.json({ fault: { code: fault.code, message: fault.message } });
    terminal.note(`counterpart: ${fault.message}`);
    if (fault.exit === 'bug' && error instanceof Error) terminal.note(error.stack ?? '');
    return exits[fault.exit].code;
  }
}

async function dispatch(
  args: readonly string[],
  language: Language,
  t: Translate,
  terminal: Terminal,
): Promise<ExitName> {
  const [name, ...rest] = withoutLanguage(args);
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    const { overviewHelp } = await import('./help.ts');
    (name === undefined ? terminal.note : terminal.print)(overviewHelp(t));
    return name === undefined ? 'usage' : 'ok';
  }
  if (name === '--version') {
    const { version } = await import('./version.ts');
    terminal.print(version);
    return 'ok';
  }
  if (!isCommandName(name)) throw usageFault(t, '', t('cli.unknownCommand', { name }));
  const found = await commands[name]();
  if (!isGroup(found)) return runCommand({ name, command: found }, rest, language, t, terminal);
  return runInGroup(name, found, rest, language, t, terminal);
}

async function runInGroup(
  group: string,
  { commands: known }: CommandGroup,
  args: readonly string[],
  language: Language,
  t: Translate,
  terminal: Terminal,
): Promise<ExitName> {
  const [word, ...rest] = args;
  if (word === undefined || word === '--help' || word === '-h') {
    const { groupHelp } = await import('./help.ts');
    (word === undefined ? terminal.note : terminal.print)(groupHelp(group, { commands: known }, t));
    return word === undefined ? 'usage' : 'ok';
  }
  const command = Object.hasOwn(known, word) ? known[word] : undefined;
  if (command === undefined)
    throw usageFault(t, group, t('cli.unknownCommand', { name: `${group} ${word}` }));
  return runCommand({ name: `${group} ${word}`, command }, rest, language, t, terminal);
}

/** A command with the words by which it is called. */
interface Named {
  readonly name: string;
  readonly command: Command;
}

async function runCommand(
  { name, command }: Named,
  args: readonly string[],
  language: Language,
  t: Translate,
  terminal: Terminal,
): Promise<ExitName> {
  if (args.includes('--help') || args.includes('-h')) {
    const { commandHelp } = await import('./help.ts');
    terminal.print(commandHelp(name, command, t));
    return 'ok';
  }
  const { values, positionals } = readArguments(name, command.options, args, t);
  const { least, most } = command.operands;
  if (positionals.length < least) throw usageFault(t, name, t('cli.missingOperand', { command: name }));
  const extra = positionals[most];
  if (extra !== undefined)
    throw usageFault(t, name, t('cli.extraOperand', { command: name, operand: extra }));
  const call = callOf(name, positionals, values, language, t, terminal);
  for (const [option, declared] of Object.entries(command.options)) {
    if (declared.required) call.need(option);
    checkWhole(option, declared, call);
  }
  return (await command.run(call)) ?? 'ok';
}

type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

function readArguments(name: string, options: Options, args: readonly string[], t: Translate) {
  const known = Object.entries({ ...commonOptions, ...options }).map(
    ([option, { value, short, repeats }]) => [
      option,
      {
        type: value === undefined ? ('boolean' as const) : ('string' as const),
        ...(short === undefined ? {} : { short }),
        ...(repeats === undefined ? {} : { multiple: true }),
      },
    ],
  );
  try {
    const read = parseArgs({
      args: [...args],
      options: Object.fromEntries(known) as NonNullable<Parameters<typeof parseArgs>[0]>['options'],
      allowPositionals: true,
    });
    return { values: read.values as Values, positionals: read.positionals };
  } catch (error) {
    throw argumentFault(name, error, t);
  }
}

/** Says in our words what `parseArgs` found; the option is what it quotes first. */
function argumentFault(name: string, error: unknown, t: Translate): unknown {
  if (!(error instanceof TypeError) || !('code' in error)) return error;
  const option = /'([^']+)'/.exec(error.message)?.[1] ?? '';
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
    return usageFault(t, name, t('cli.unknownOption', { command: name, option }));
  if (error.code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
    return usageFault(t, name, t('cli.optionValue', { command: name, option }));
  return error;
}

function callOf(
  name: string,
  operands: readonly string[],
  values: Values,
  language: Language,
  t: Translate,
  terminal: Terminal,
): Call {
  const text = (option: string): string | undefined => {
    const value = values[option];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    name,
    operands,
    language,
    t,
    terminal,
    text,
    need: (option) => {
      const value = text(option);
      if (value !== undefined && value !== '') return value;
      const list = values[option];
      if (Array.isArray(list) && list.length > 0) return String(list[0]);
      throw usageFault(t, name, t('cli.missingOption', { command: name, option: `--${option}` }));
    },
    texts: (option) => {
      const value = values[option];
      return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
    },
    flag: (option) => values[option] === true,
    number: (option) => (text(option) === undefined ? undefined : Number(text(option))),
  };
}

function checkWhole(option: string, { whole }: Option, { name, t, text }: Call): void {
  const value = text(option);
  if (whole === undefined || value === undefined) return;
  const { least, most } = whole;
  const number = /^\d{1,16}$/.test(value) ? Number(value) : Number.NaN;
  if (!(number >= least && number <= most))
    throw usageFault(t, name, t('cli.optionNumber', { option: `--${option}`, from: least, to: most }));
}

/** A call that cannot be understood, with where to read more. */
export function usageFault(t: Translate, name: string, sentence: string): CommandFault {
  const hint = t('cli.seeHelp', { command: name === '' ? 'counterpart' : `counterpart ${name}` });
  return new CommandFault('usage', 'usage', `${sentence} ${hint}`);
}

/** `--lang`, else what the environment says, as programs of the system read it; else English. */
function languageOf(args: readonly string[], environment: NodeJS.ProcessEnv): Language {
  const at = args.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const asked = args[at]?.startsWith('--lang=') ? args[at].slice(7) : at < 0 ? undefined : args[at + 1];
  if (asked !== undefined && isLanguage(asked)) return asked;
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const told = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '') ?? '';
  return pickLanguage(told.replace('_', '-').replace(/[.@].*$/, ''), 'en');
}

/** The language may stand before the command too. */
function withoutLanguage(args: readonly string[]): readonly string[] {
  if (args[0] === '--lang') return withoutLanguage(args.slice(2));
  return args[0]?.startsWith('--lang=') ? withoutLanguage(args.slice(1)) : args;
}
