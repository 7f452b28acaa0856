import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

// `npm run dev` starts a node beside Vite and says where it listens.
const node = process.env['COUNTERPART_NODE'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: 'src/web',
  plugins: [svelte({ configFile: false })],
  build: { outDir: '../../dist/web', emptyOutDir: true, manifest: true, target: 'es2023' },
  server: { proxy: { '/api': { target: node, xfwd: true } } },
});
