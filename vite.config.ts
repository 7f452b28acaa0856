import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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
        // A worker governs what lies below its own address, and its name must not change.
        entryFileNames: ({ name }) => (name === worker ? `${worker}.js` : 'assets/[name]-[hash].js'),
      },
    },
  },
  server: { proxy: { '/api': { target: node, xfwd: true } } },
});
