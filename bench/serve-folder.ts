import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/* node bench/serve-folder.ts FOLDER PORT: serves the files of a folder packed, and does nothing else. */

const [folder = '', port = '0'] = process.argv.slice(2);
const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
};
const packed = new Map<string, Buffer>();

createServer((request, response) => {
  const name = request.url === '/' ? 'index.html' : (request.url ?? '').slice(1);
  try {
    const bytes = packed.get(name) ?? gzipSync(readFileSync(join(folder, name)));
    packed.set(name, bytes);
    response.writeHead(200, {
      'content-type': types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      'content-encoding': 'gzip',
      'content-length': bytes.length,
    });
    response.end(bytes);
  } catch {
    response.writeHead(404).end();
  }
}).listen(Number(port), '127.0.0.1');
