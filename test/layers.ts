import { posix } from 'node:path';
import ts from 'typescript';
import { lineOf, nodesOf, type SourceFile } from './source-files.ts';

/** Which rooms each room may import, besides itself. Nothing imports sim or test. */
export const arrows: Readonly<Record<string, readonly string[]>> = {
  core: [],
  words: ['core'],
  documents: ['core', 'words'],
  intake: ['core', 'words'],
  api: ['core'],
  store: ['core'],
  node: ['core', 'words', 'api', 'store', 'documents', 'intake'],
  cli: ['core', 'words', 'documents', 'api', 'store', 'node', 'demo'],
  web: ['core', 'words', 'api'],
  sim: ['core', 'store', 'node'],
  demo: ['core', 'words', 'api', 'store', 'node'],
  bench: ['core', 'words', 'documents', 'intake', 'api', 'store', 'node', 'cli', 'demo', 'tools'],
  test: [
    'core',
    'words',
    'documents',
    'intake',
    'api',
    'store',
    'node',
    'cli',
    'web',
    'sim',
    'demo',
    'bench',
    'tools',
  ],
  tools: [],
};

/** Arrows that only tests and their fixtures may add: core is proved with real signatures and on the real record. */
const arrowsOfTests: Readonly<Record<string, readonly string[]>> = {
  core: ['store', 'demo'],
  node: ['demo'],
};

/** Arrows that carry types only: one runtime import of a route would bring its validators into the app. */
const typesOnly = new Set(['web > api']);

/**
 * Which rooms may import each package, at any path below it. A line that ends in `*` stands for all that begin so; the
 * longest line that fits decides. Tests may also import what `forTests` names.
 */
export const packages: Readonly<Record<string, readonly string[]>> = {
  '@expo-google-fonts/*': ['documents'],
  '@fontsource/*': ['web'],
  '@fontsource/noto-sans-lao': ['documents', 'web'],
  '@fontsource/noto-serif-lao': ['documents', 'web'],
  '@hono/node-server': ['node'],
  '@hono/zod-openapi': ['api', 'node'],
  '@myriaddreamin/typst-ts-node-compiler': ['documents'],
  '@noble/curves': ['node'],
  '@peculiar/x509': ['node'],
  'age-encryption': ['node'],
  diff: ['node'],
  docx: ['documents'],
  exceljs: ['node'],
  hono: ['api', 'node', 'cli'],
  'hono/client': ['cli', 'web'],
  'node:*': ['documents', 'store', 'node', 'cli', 'sim', 'bench', 'demo', 'test', 'tools'],
  'node:sqlite': ['store', 'bench', 'test'],
  'playwright-core': ['bench', 'tools'],
  'reflect-metadata': ['node'],
  svelte: ['web'],
  'topojson-client': ['tools'],
  vite: ['bench'],
  zod: ['api', 'node'],
};

const forTests = [
  '@axe-core/playwright',
  '@hono/node-server',
  'exceljs',
  'fast-check',
  'hono',
  'intl-messageformat',
  'node:*',
  'playwright-core',
  'svelte',
  'typescript',
  'vitest',
];

/** What core may not name: clocks, chance, the machine, and what differs from one engine to the next. */
const impure = new Set(
  [
    'process',
    'performance',
    'crypto',
    'globalThis',
    'Intl',
    'WeakRef',
    'FinalizationRegistry',
    'Buffer',
    'console',
  ].concat([
    'setTimeout',
    'setInterval',
    'setImmediate',
    'queueMicrotask',
    'fetch',
    'require',
    'navigator',
    'Temporal',
  ]),
);
const impureMembers = new Set(['Date.now', 'Math.random']);
const ofTheLocale = /^(?:toLocale\w*|localeCompare)$/;

/** A sentence for each breach in a file; none if it keeps the rules. */
export function breachesOf(file: SourceFile): readonly string[] {
  const found = [...breachesOfImports(file), ...breachesOfStyle(file)];
  if (roomOf(file.path) === 'core' && !isTest(file.path)) found.push(...breachesOfPurity(file));
  return found;
}

function breachesOfImports(file: SourceFile): readonly string[] {
  const room = roomOf(file.path);
  const allowed = [...(arrows[room] ?? []), ...((isTest(file.path) && arrowsOfTests[room]) || [])];
  if (!arrows[room]) return [`${file.path}: "${room}" is not a room; rooms are listed in test/layers.ts`];
  return importsOf(file).flatMap(({ name, node, isType }) => {
    const where = `${file.path}:${lineOf(file, node)}`;
    if (!name.startsWith('.')) {
      return mayImportPackage(file.path, name)
        ? []
        : [`${where}: ${room} may not import the package ${name}`];
    }
    const imported = posix.join(posix.dirname(file.path), name);
    const target = roomOf(imported);
    const arrow = `${room} > ${target}`;
    if (target !== 'test' && isTest(imported) && !isTest(file.path))
      return [`${where}: only tests import ${name}`];
    if (target === room || target === 'package.json') return [];
    if (!allowed.includes(target)) return [`${where}: no arrow ${arrow}`];
    return typesOnly.has(arrow) && !isType
      ? [`${where}: ${arrow} carries types only, write \`import type\``]
      : [];
  });
}

/** The room of a file: the folder under src, or the folder at the root. */
function roomOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  return first === 'src' ? second : first;
}

function isTest(path: string): boolean {
  return /\.(?:test|sim|fixture)\.ts$/.test(path) || roomOf(path) === 'test';
}

function mayImportPackage(path: string, name: string): boolean {
  if (isTest(path) && fittingLine(name, forTests) !== undefined) return true;
  const line = fittingLine(name, Object.keys(packages));
  return line !== undefined && packages[line]?.includes(roomOf(path)) === true;
}

function fittingLine(name: string, lines: readonly string[]): string | undefined {
  return lines
    .filter((line) =>
      line.endsWith('*') ? name.startsWith(line.slice(0, -1)) : name === line || name.startsWith(`${line}/`),
    )
    .sort((a, b) => b.length - a.length)[0];
}

interface Import {
  readonly name: string;
  readonly node: ts.Node;
  readonly isType: boolean;
}

/** Everything by which a file names another: import, export from, import(), types, and `new URL(…, import.meta.url)`. */
function importsOf({ tree }: SourceFile): readonly Import[] {
  const found: Import[] = [];
  const add = (node: ts.Node, name: ts.Node | undefined, isType: boolean) => {
    if (name && ts.isStringLiteralLike(name)) found.push({ name: name.text, node, isType });
  };
  for (const node of nodesOf(tree)) {
    if (ts.isImportDeclaration(node)) {
      add(node, node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    } else if (ts.isExportDeclaration(node)) {
      add(node, node.moduleSpecifier, node.isTypeOnly);
    } else if (ts.isImportTypeNode(node)) {
      add(node, ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node, node.arguments[0], false);
    } else if (ts.isNewExpression(node) && node.arguments?.[1]?.getText() === 'import.meta.url') {
      add(node, node.arguments[0], false);
    }
  }
  // A folder such as new URL('.', import.meta.url) is no module.
  return found.filter(({ name, node }) => !ts.isNewExpression(node) || /\.(?:ts|mjs|js)$/.test(name));
}

function breachesOfStyle(file: SourceFile): readonly string[] {
  const barrel =
    posix.basename(file.path) === 'index.ts' ? [`${file.path}: no barrels; import the file that has it`] : [];
  const named = [...nodesOf(file.tree)].flatMap((node) => {
    if (node.kind === ts.SyntaxKind.AnyKeyword && !file.path.endsWith('.mjs')) {
      return [`${file.path}:${lineOf(file, node)}: no any`];
    }
    return ts.isEnumDeclaration(node) ? [`${file.path}:${lineOf(file, node)}: no enum`] : [];
  });
  return [...barrel, ...named];
}

function breachesOfPurity(file: SourceFile): readonly string[] {
  const nodes = [...nodesOf(file.tree)];
  const declared = new Set(
    nodes
      .filter((node) => ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node))
      .map((node) => node.name.getText()),
  );
  return nodes.flatMap((node) => {
    const name = impureName(node);
    return name === undefined || declared.has(name)
      ? []
      : [`${file.path}:${lineOf(file, node)}: core may not use ${name}`];
  });
}

function impureName(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) {
    const member = `${node.expression.getText()}.${node.name.text}`;
    if (impureMembers.has(member)) return member;
    return ofTheLocale.test(node.name.text) ? node.name.text : undefined;
  }
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length)
    return 'new Date()';
  if (ts.isCallExpression(node) && node.expression.getText() === 'Date') return 'Date()';
  if (!ts.isIdentifier(node) || !impure.has(node.text)) return undefined;
  const { parent } = node;
  const isMember = ts.isPropertyAccessExpression(parent) && parent.name === node;
  const isKey =
    (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isMethodSignature(parent)) &&
    parent.name === node;
  return isMember || isKey ? undefined : node.text;
}
