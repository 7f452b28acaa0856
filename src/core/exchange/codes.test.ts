import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bytesCodes } from '../bytes/error.ts';
import { feedCodes, inertCodes } from '../feed/codes.ts';
import { exchangeCodes } from './codes.ts';

const codes: readonly string[] = [...bytesCodes, ...feedCodes, ...inertCodes, ...exchangeCodes];

const isFile = (code: string): boolean => /^founding\.(?:json|sigs)$/.test(code);

/** Every quoted code that the sources of the three rooms hold, apart from the lists themselves. */
function quotedCodes(): readonly string[] {
  const rooms = [...new Set(codes.map((code) => code.split('.')[0]))].join('|');
  const quoted = new RegExp(`'((?:${rooms})\\.[a-z0-9-]+)'`, 'g');
  return ['bytes', 'feed', 'exchange'].flatMap((room) => {
    const folder = new URL(`../${room}/`, import.meta.url);
    return readdirSync(folder)
      .filter((name) => name.endsWith('.ts') && !/\.(?:test|fixture)\.ts$/.test(name) && name !== 'codes.ts')
      .flatMap((name) => {
        const text = readFileSync(new URL(name, folder), 'utf8');
        const body = name === 'error.ts' ? text.slice(text.indexOf('export class')) : text;
        return [...body.matchAll(quoted)].map((match) => match[1] ?? '').filter((code) => !isFile(code));
      });
  });
}

test('F4 B1 each code of a refusal stands in its list, once, and each listed code is used', () => {
  const used = new Set(quotedCodes());
  expect([...used].filter((code) => !codes.includes(code))).toEqual([]);
  expect(codes.filter((code) => !used.has(code))).toEqual([]);
  expect(new Set(codes).size).toBe(codes.length);
});
