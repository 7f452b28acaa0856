import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { allKinds } from '../../../core/kinds/catalogue.ts';
import { questions } from '../../../core/register/ask/catalogue.ts';
import { declaredViews, viewGroups } from './views.ts';

test('every question has a page: a card of the record, or a screen that asks it', () => {
  const views = [...viewGroups.flatMap((group) => group.views), ...declaredViews(allKinds.values())];
  const carded = new Set(views.map(({ question }) => question));
  const screens = join(import.meta.dirname, '..');
  const sources = readdirSync(screens, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.svelte'))
    .map((name) => readFileSync(join(screens, name), 'utf8'))
    .join('\n');
  const asked = (question: string): boolean =>
    new RegExp(
      `(?:ask|listing|listed)(?:<\\w+>)?\\(\\s*\\(\\) =>[^,;]*'${question}'|question="${question}"|record/ask/${question}`,
    ).test(sources);
  expect(questions.map(({ question }) => question).filter((one) => !carded.has(one) && !asked(one))).toEqual(
    [],
  );
});
