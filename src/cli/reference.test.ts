import { expect, test } from 'vitest';
import { languages } from '../words/languages.ts';
import { createTranslator } from '../words/translate.ts';
import type { Command, CommandGroup } from './command.ts';
import { commands, isGroup } from './commands.ts';
import { commandHelp, groupHelp, overviewHelp } from './help.ts';
import { commandReference } from './reference.ts';

async function loadAll(): Promise<Readonly<Record<string, Command | CommandGroup>>> {
  const loaded = await Promise.all(
    Object.entries(commands).map(async ([name, load]) => [name, await load()] as const),
  );
  return Object.fromEntries(loaded);
}

function* named(all: Readonly<Record<string, Command | CommandGroup>>): Iterable<readonly [string, Command]> {
  for (const [name, found] of Object.entries(all)) {
    if (isGroup(found))
      for (const [word, command] of Object.entries(found.commands)) yield [`${name} ${word}`, command];
    else yield [name, found];
  }
}

test('docs/cli.md tells every command as it is declared', async () => {
  const text = commandReference(await loadAll(), createTranslator('en'));
  await expect(text).toMatchFileSnapshot('../../docs/cli.md');
});

test('every command has its help, with examples and exit codes, in four languages', async () => {
  const all = await loadAll();
  for (const language of languages) {
    const t = createTranslator(language);
    expect(overviewHelp(t).split('\n').length).toBeGreaterThan(Object.keys(commands).length);
    for (const [name, found] of Object.entries(all))
      if (isGroup(found))
        for (const word of Object.keys(found.commands))
          expect(groupHelp(name, found, t)).toContain(`${name} ${word}`);
    for (const [name, command] of named(all)) {
      const help = commandHelp(name, command, t);
      expect(help).toContain(`counterpart ${name}`);
      expect(help).toContain('--help');
      expect(help).not.toContain('undefined');
      expect(t.has(`cli.${name.replace(' ', '.')}`)).toBe(true);
    }
  }
});

test('every example is a call that the declaration understands', async () => {
  for (const [name, command] of named(await loadAll())) {
    expect(command.examples.length).toBeGreaterThan(0);
    for (const example of command.examples) {
      expect(example.startsWith(name)).toBe(true);
      const options = [...example.matchAll(/(?<= )--([a-z-]+)/g)].map(([, option]) => option ?? '');
      for (const option of options) expect(Object.keys(command.options)).toContain(option);
      const required = Object.entries(command.options).filter(([, option]) => option.required === true);
      for (const [option] of required) expect(options).toContain(option);
    }
  }
});
