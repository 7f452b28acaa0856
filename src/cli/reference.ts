import type { Translate } from '../words/format.ts';
import type { Command, CommandGroup } from './command.ts';
import { commonOptions } from './command.ts';
import { isGroup } from './commands.ts';
import { exits } from './exits.ts';
import { exitsOf, optionRows, summaryOf } from './help.ts';

/** docs/cli.md, as the declarations of the commands give it. */
export function commandReference(
  commands: Readonly<Record<string, Command | CommandGroup>>,
  t: Translate,
): string {
  const named = Object.entries(commands).flatMap(([name, found]) =>
    isGroup(found)
      ? Object.entries(found.commands).map(([word, command]) => [`${name} ${word}`, command] as const)
      : [[name, found] as const],
  );
  return [
    '# The command line',
    '',
    '`./counterpart <command>`, from any folder. A command works on the folder of a node while no server has it; `verify`,',
    '`export`, `inspect` and `backup` read a folder beside a running server too. All others then end with 3 and change nothing.',
    'An option given twice counts as it stands last. Whoever may write the folder may do everything in it: `--as` says in',
    'whose name it is done, a signature alone asks for a password. Passwords are never arguments: `--password-file`, else',
    '`COUNTERPART_PASSWORD`, else asked for at a terminal. The language is `--lang`, else `LC_ALL`, `LC_MESSAGES`, `LANG`.',
    'With `--json` the answer is one line of JSON on standard output, a fault too: `{"fault":{"code","message"}}`; the codes',
    'are those of [problems.md](problems.md) and [protocol.md](protocol.md). Everything else is said on standard error.',
    '',
    'This page is made of `src/cli`; a test holds the two together (`npm run vitest -- run src/cli/reference -u`).',
    '',
    '## Exit codes',
    '',
    '| code | meaning |',
    '|---|---|',
    ...Object.values(exits).map(({ code, says }) => `| ${code} | ${t(says)} |`),
    '',
    ...named.flatMap(([name, command]) => section(name, command, t)),
  ].join('\n');
}

function section(name: string, command: Command, t: Translate): readonly string[] {
  const rows = optionRows({ ...command.options, ...commonOptions }, t);
  return [
    `## ${name}`,
    '',
    `${summaryOf(name.replace(' ', '.'), t)}.`,
    '',
    '```sh',
    ...command.usage.map((usage) => `counterpart ${name} ${usage}`.trimEnd()),
    '```',
    '',
    '| option | |',
    '|---|---|',
    ...rows.map(([option, says]) => `| \`${option}\` | ${says} |`),
    '',
    `For instance: ${command.examples.map((example) => `\`counterpart ${example}\``).join(', ')}.`,
    `Ends with ${exitsOf(command)
      .map((exit) => exits[exit].code)
      .join(', ')}.`,
    '',
  ];
}
