import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';

// `npm run dev` starts a node beside Vite and says where it listens.
const node = process.env['COUNTERPART_NODE'] ?? 'http://127.0.0.1:8080';
const root = 'src/web';
const worker = 'service-worker';

/** Tells the service worker which files the app has, and their version: a hash of all of them. */
function listFiles(): Plugin {
  return {
    name: 'counterpart-list-files',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const made = Object.values(bundle).filter(
          ({ fileName }) => fileName !== `${worker}.js` && !fileName.startsWith('.'),
        );
        const folder = join(root, 'public');
        const files = new Map<string, string | Uint8Array>([
          ...made.map((one) => [one.fileName, one.type === 'chunk' ? one.code : one.source] as const),
          ...readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))] as const),
        ]);
        const hash = createHash('sha256');
        for (const [name, bytes] of [...files].sort(([one], [other]) => (one < other ? -1 : 1)))
          hash.update(`${name}\0`).update(bytes);
        const paths = [...files.keys()].map((name) => (name === 'index.html' ? '/' : `/${name}`));
        const list = JSON.stringify({ version: hash.digest('hex').slice(0, 16), files: paths.sort() });
        const script = bundle[`${worker}.js`];
        if (script?.type !== 'chunk') throw new Error('the service worker was not built');
        const code = script.code.replace(/(["'`])PRECACHED\1/, () => JSON.stringify(list));
        if (code === script.code) throw new Error('the service worker has no place for the list of files');
        script.code = code;
      },
    },
  };
}

interface Graph {
  getModuleInfo(
    id: string,
  ): { importedIds: readonly string[]; dynamicallyImportedIds: readonly string[] } | null;
}

/**
 * In which file a module goes. A screen is made of few files, for each costs a request and a slow machine some milliseconds:
 * what the first script is made of, what the app and many screens are made of, what one screen alone is. The rest is shared
 * as the build finds best.
 */
function partOf(id: string, graph: Graph): string | null {
  parts ??= partsOf(graph);
  return parts.get(id) ?? null;
}
let parts: ReadonlyMap<string, string> | undefined;

function partsOf(graph: Graph): ReadonlyMap<string, string> {
  const web = join(import.meta.dirname, root);
  const madeOf = (from: string): ReadonlySet<string> => {
    const seen = new Set<string>();
    const add = (id: string): void => {
      if (seen.has(id)) return;
      seen.add(id);
      for (const one of graph.getModuleInfo(id)?.importedIds ?? []) add(one);
    };
    add(from);
    return seen;
  };
  const screens = graph.getModuleInfo(join(web, 'routes.ts'))?.dynamicallyImportedIds ?? [];
  const users = new Map<string, string[]>();
  for (const screen of screens)
    for (const id of madeOf(screen)) users.set(id, [...(users.get(id) ?? []), screen]);
  const made = new Map<string, string>();
  for (const [id, [screen = '', ...others]] of users) {
    if (others.length === 0) made.set(id, basename(screen, '.svelte'));
    else if (others.length > screens.length / 3) made.set(id, 'app');
  }
  for (const id of madeOf(join(web, 'app.ts'))) made.set(id, 'app');
  for (const id of madeOf(join(web, 'main.ts'))) made.set(id, 'start');
  return made;
}

export default defineConfig({
  root,
  plugins: [svelte({ configFile: false }), listFiles()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    manifest: true,
    target: 'es2023',
    rolldownOptions: {
      input: { index: join(root, 'index.html'), [worker]: join(root, `field/worker/${worker}.ts`) },
      output: {
        codeSplitting: {
          groups: [{ name: partOf, debugName: 'parts of the app', includeDependenciesRecursively: false }],
        },
        // A worker governs what lies below its own address, and its name must not change.
        entryFileNames: ({ name }) => (name === worker ? `${worker}.js` : 'assets/[name]-[hash].js'),
      },
    },
  },
  server: { proxy: { '/api': { target: node, xfwd: true } } },
});
