import type { MessageKey, Translate } from '../words/format.ts';
import { type Command, type CommandGroup, commonOptions, type Options } from './command.ts';
import { commands } from './commands.ts';
import { type ExitName, exits } from './exits.ts';

/** `counterpart --help`. */
export function overviewHelp(t: Translate): string {
  const rows = Object.keys(commands).map((name) => [name, summaryOf(name, t)] as const);
  return [
    t('cli.usage', { usage: '<command> [--help]' }),
    '',
    t('cli.commands'),
    ...table(rows),
    '',
    t('cli.helpHint'),
  ].join('\n');
}

/** `counterpart pouch --help`. */
export function groupHelp(group: string, { commands: known }: CommandGroup, t: Translate): string {
  const rows = Object.keys(known).map(
    (name) => [`${group} ${name}`, summaryOf(`${group}.${name}`, t)] as const,
  );
  return [t('cli.usage', { usage: `${group} <command>` }), '', t('cli.commands'), ...table(rows)].join('\n');
}

/** `counterpart verify --help`: usage, options, examples, exit codes. */
export function commandHelp(name: string, command: Command, t: Translate): string {
  const parts = [
    `${summaryOf(name.replace(' ', '.'), t)}.`,
    '',
    ...command.usage.map((usage) => t('cli.usage', { usage: `${name} ${usage}`.trimEnd() })),
    '',
    t('cli.options'),
    ...table(optionRows({ ...command.options, ...commonOptions }, t)),
    '',
    t('cli.examples'),
    ...command.examples.map((example) => `  counterpart ${example}`),
    '',
    t('cli.exitCodes'),
    ...table(exitsOf(command).map((exit) => [String(exits[exit].code), t(exits[exit].says)] as const)),
  ];
  return parts.join('\n');
}

/** What a command does, in half a line. */
export function summaryOf(words: string, t: Translate): string {
  return t(`cli.${words}` as MessageKey);
}

/** All ways in which a command may end, by code. */
export function exitsOf(command: Command): readonly ExitName[] {
  const names = new Set<ExitName>(['ok', 'usage', 'bug', ...command.exits]);
  return [...names].sort((one, other) => exits[one].code - exits[other].code);
}

/** Each option as it is written, with what it says. */
export function optionRows(options: Options, t: Translate): readonly (readonly [string, string])[] {
  return Object.entries(options).map(([name, { value, short, says }]) => {
    const written = `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;
    return [written, t(says)] as const;
  });
}

function table(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
