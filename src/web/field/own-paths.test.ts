import { expect, test } from 'vitest';
import { routes } from '../routes.ts';
import { isOwnPath } from './own-paths.ts';

test('the service worker answers every address of the app, and none of the node', () => {
  expect(routes.map((route) => route.pattern).filter((pattern) => !isOwnPath(pattern))).toEqual([]);
  for (const path of ['/api/node', '/healthz', '/metrics', '/assets/x.js', '/service-worker.js'])
    expect(isOwnPath(path)).toBe(false);
});
