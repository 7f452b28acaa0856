import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
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
        const all = paths.sort();
        const list = JSON.stringify({
          version: hash.digest('hex').slice(0, 16),
          files: all,
          screens: screensIn(bundle['.vite/screens.json'], all),
        });
        const script = bundle[`${worker}.js`];
        if (script?.type !== 'chunk') throw new Error('the service worker was not built');
        const code = script.code.replace(/(["'`])PRECACHED\1/, () => JSON.stringify(list));
        if (code === script.code) throw new Error('the service worker has no place for the list of files');
        script.code = code;
      },
    },
  };
}

/** Which files the screen begins with of each address that a regular expression matches, by their place in the list of all. */
function screensIn(
  told: { readonly type: string; readonly source?: unknown } | undefined,
  files: readonly string[],
): readonly (readonly [string, readonly number[]])[] {
  if (told?.type !== 'asset') throw new Error('the screens were not listed');
  const { screens } = JSON.parse(String(told.source)) as {
    readonly screens: readonly {
      readonly pattern: string;
      readonly scripts: readonly string[];
      readonly styles: readonly string[];
    }[];
  };
  return screens.map(({ pattern, scripts, styles }) => [
    `^${pattern.replace(/:\w+/g, '[^/]+')}/?$`,
    [...styles, ...scripts].map((file) => files.indexOf(`/${file}`)),
  ]);
}

/**
 * Asks of the browser to compile the whole of what the first screens are made of while it comes, beside the page's thread: else
 * that thread compiles each function when it is first called, which on a slow machine is a fifth of what one waits for.
 */
function compileAtOnce(names: ReadonlySet<string>): Plugin {
  return {
    name: 'counterpart-compile-at-once',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const one of Object.values(bundle))
          if (one.type === 'chunk' && names.has(one.name))
            one.code = `//# allFunctionsCalledOnLoad\n${one.code}`;
      },
    },
  };
}

/** An empty query that notes what it is asked for. */
class NotedQuery extends URLSearchParams {
  readonly asked = new Set<string>();
  override get(name: string): string | null {
    this.asked.add(name);
    return super.get(name);
  }
}

/** As `src/web/routes.ts` has it. */
interface Route {
  readonly pattern: string;
  readonly load: () => Promise<unknown>;
  readonly asks?: (params: Readonly<Record<string, string>>, query: URLSearchParams) => readonly string[];
}

/**
 * Tells the node what the first sight of each screen is made of, so that it can name the files in the page itself, and give the
 * answers along with it (`src/node/http/first-page.ts`): for each pattern of an address its scripts, styles and what it asks.
 */
function listScreens(): Plugin {
  return {
    name: 'counterpart-list-screens',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const web = join(import.meta.dirname, root);
        const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
        const madeOf = (modules: readonly string[]) => {
          const scripts = new Set<string>();
          const styles = new Set<string>();
          const add = (file: string): void => {
            const chunk = chunks.find(({ fileName }) => fileName === file);
            if (!chunk || scripts.has(file)) return;
            scripts.add(file);
            for (const style of chunk.viteMetadata?.importedCss ?? []) styles.add(style);
            for (const other of chunk.imports) add(other);
          };
          for (const module of modules) {
            const chunk = chunks.find(({ moduleIds }) => moduleIds.includes(module));
            if (!chunk) throw new Error(`${module} is in no file of the app`);
            add(chunk.fileName);
          }
          return { scripts: [...scripts], styles: [...styles] };
        };
        const { routes } = (await import(pathToFileURL(join(web, 'routes.ts')).href)) as {
          readonly routes: readonly Route[];
        };
        const screens = routes.map(({ asks, load, pattern }) => {
          const names = [...pattern.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, `:${name}`] as const);
          const [, file = ''] = /import\(['"](.+?)['"]\)/.exec(String(load)) ?? [];
          const query = new NotedQuery();
          return {
            pattern,
            // With each parameter as its name.
            asks: (asks?.(Object.fromEntries(names), query) ?? []).map(decodeURIComponent),
            asksBy: [...query.asked],
            ...madeOf([join(web, 'main.ts'), join(web, 'app.ts'), join(web, file)]),
          };
        });
        const words = Object.fromEntries(
          ['en', 'vi', 'lo', 'fr'].map((language) => [
            language,
            madeOf([join(web, `../words/messages/${language}/screen.ts`)]).scripts,
          ]),
        );
        this.emitFile({
          type: 'asset',
          fileName: '.vite/screens.json',
          source: JSON.stringify({ screens, words }),
        });
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
  const plan = join(web, 'screens/plan/plan-screen.svelte');
  const users = new Map<string, string[]>();
  for (const screen of screens)
    for (const id of madeOf(screen)) users.set(id, [...(users.get(id) ?? []), screen]);
  const made = new Map<string, string>();
  for (const [id, [screen = '', ...others]] of users) {
    if (others.length === 0) made.set(id, basename(screen, '.svelte'));
    else if (others.length > screens.length / 3) made.set(id, 'app');
    else if (screen === plan || others.includes(plan)) made.set(id, 'text');
  }
  for (const id of madeOf(join(web, 'app.ts'))) made.set(id, 'app');
  for (const id of madeOf(join(web, 'main.ts'))) made.set(id, 'start');
  return made;
}

export default defineConfig({
  root,
  plugins: [
    // Made of elements one by one: to set up the parser for each of a hundred small templates takes longer.
    svelte({ configFile: false, compilerOptions: { fragments: 'tree' } }),
    compileAtOnce(new Set(['start', 'app', 'text', 'plan-screen'])),
    listScreens(),
    listFiles(),
  ],
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
