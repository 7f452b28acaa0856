import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { nodesOf, readSources, root } from './source-files.ts';

const ruleIds = [...readProtocol().matchAll(/^\s*(?:[-*] |#+ )?\*\*([A-Z]\d+)\*\*/gm)].map(
  (match) => match[1] ?? '',
);
const titles = titlesOf('{src,test}/**/*.{test,sim}.ts');

test('the rules of docs/protocol.md are numbered, each once', () => {
  expect(ruleIds.length).toBeGreaterThan(0);
  expect(ruleIds.filter((id, at) => ruleIds.indexOf(id) !== at)).toEqual([]);
});

test('each rule of docs/protocol.md is cited in the title of a test', () => {
  const cited = new Set(titles.flatMap((title) => title.match(/\b[A-Z]\d+\b/g) ?? []));
  expect(ruleIds.filter((id) => !cited.has(id))).toEqual([]);
});

test('a title that begins with a rule names one that exists', () => {
  const letters = [...new Set(ruleIds.map((id) => id[0]))].join('');
  const leading = new RegExp(`^([${letters}]\\d+)(?=[\\s,:;.])`);
  const unknown = titles.filter((title) => {
    const id = leading.exec(title)?.[1];
    return id !== undefined && !ruleIds.includes(id);
  });
  expect(unknown).toEqual([]);
});

function readProtocol(): string {
  try {
    return readFileSync(join(root, 'docs/protocol.md'), 'utf8');
  } catch (cause) {
    throw new Error('docs/protocol.md is missing: it numbers the rules that tests cite', { cause });
  }
}

/** The titles given to describe, test, it and what hangs on them (each, for, concurrent, prop …). */
function titlesOf(glob: string): readonly string[] {
  const naming = /^(?:describe|test|it)\b/;
  return readSources(glob)
    .flatMap(({ tree }) => [...nodesOf(tree)])
    .filter((node) => ts.isCallExpression(node))
    .filter((call) => naming.test(call.expression.getText()))
    .flatMap(({ arguments: [title] }) => {
      if (!title) return [];
      if (ts.isTemplateExpression(title)) return [title.getText().slice(1, -1)];
      return ts.isStringLiteralLike(title) ? [title.text] : [];
    });
}
