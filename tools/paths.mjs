import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the checkout. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What the tools keep between runs; `npm ci` takes it away. */
export const cache = join(root, 'node_modules', '.cache', 'counterpart');
