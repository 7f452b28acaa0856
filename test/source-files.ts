import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** The root of the checkout. */
export const root = dirname(import.meta.dirname);

/** A source file of ours; in a Svelte file, its scripts. `path` is relative to the root, with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly tree: ts.SourceFile;
}

const roomsOfOurs = '{src,bench,demo,test,tools}/**/*.{ts,mjs,svelte}';

export function readSources(glob = roomsOfOurs): readonly SourceFile[] {
  return globSync(glob, { cwd: root, exclude: (name) => name === 'node_modules' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.endsWith('.d.ts'))
    .sort()
    .map((path) => parse(path, readFileSync(join(root, path), 'utf8')));
}

/** A source that exists only in a test, as if it lay at `path`. */
export function parse(path: string, text: string): SourceFile {
  const script = path.endsWith('.svelte')
    ? [...text.matchAll(/<script[^>]*>(.*?)<\/script>/gs)].map((match) => match[1]).join('\n')
    : text;
  const kind = path.endsWith('.mjs') ? ts.ScriptKind.JS : ts.ScriptKind.TS;
  return { path, tree: ts.createSourceFile(path, script, ts.ScriptTarget.Latest, true, kind) };
}

/** All nodes of a tree, parents first. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  for (const child of node.getChildren()) yield* nodesOf(child);
}

/** Line of a node, counted from 1 (within the scripts, in a Svelte file). */
export function lineOf({ tree }: SourceFile, node: ts.Node): number {
  return tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
}
