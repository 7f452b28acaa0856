import { expect, test } from 'vitest';
import { idIn, subjectAddress, textAddress } from '../addresses.ts';
import { addressOf } from '../client.ts';
import { matchPath } from './match.ts';

test('an address is read by its pattern', () => {
  expect(matchPath('/', '/')).toEqual({});
  expect(matchPath('/p/:programme', '/p/abc')).toEqual({ programme: 'abc' });
  expect(matchPath('/p/:programme', '/p/abc/')).toEqual({ programme: 'abc' });
  expect(matchPath('/p/:programme', '/p/')).toBeUndefined();
  expect(matchPath('/p/:programme/exchange', '/p/abc/keys')).toBeUndefined();
  expect(matchPath('/p/:programme', '/p/%E0%A4%A')).toBeUndefined();
});

test('the address of a text leads back to its id, and has no dot', () => {
  const address = textAddress('abc', 'plan.y2027');
  expect(address).not.toContain('.');
  const params = matchPath('/p/:programme/t/:kind/:suffix', address);
  expect(params && idIn(params)).toBe('plan.y2027');
  expect(subjectAddress('abc', 'visit.a-1')).toBe('/p/abc/s/visit/a-1');
});

test('a call of the contract becomes an address with its parameters escaped', () => {
  const name = 'GET /api/programmes/{programme}/texts/{text}';
  expect(
    addressOf(name, {
      params: { programme: 'a', text: 'plan.b/c' },
      query: { base: undefined, mode: 'amendment' },
    }),
  ).toBe('/api/programmes/a/texts/plan.b%2Fc?mode=amendment');
});
