import { describe, expect, test } from 'vitest';
import { Refusal } from '../problem.ts';
import { resolvePeer } from './addresses.ts';

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'taken';
  } catch (error) {
    return error instanceof Refusal ? error.code : 'another error';
  }
}

describe('an address of a partner that leads inside is refused after resolution', () => {
  test.each([
    'https://127.0.0.1:8443',
    'https://2130706433:8443',
    'https://0x7f000001',
    'https://0177.0.0.1',
    'https://127.1',
    'https://[::1]',
    'https://[::ffff:127.0.0.1]',
    'https://[::ffff:7f00:1]',
    'https://10.1.2.3',
    'https://172.16.0.1',
    'https://192.168.1.1',
    'https://169.254.169.254',
    'https://[fe80::1]',
    'https://[fd00::1]',
    'https://[64:ff9b::7f00:1]',
    'https://0.0.0.0',
    'https://224.0.0.1',
  ])('%s', async (url) => {
    expect(await codeOf(resolvePeer(url, []))).toBe('peer.address');
  });

  test.each([
    'http://8.8.8.8',
    'https://user@8.8.8.8',
    'https://8.8.8.8/path',
    'https://8.8.8.8/?q',
    'file:///etc/passwd',
    'nonsense',
    'https://8.8.8.8/#x',
  ])('%s is no address', async (url) => {
    expect(await codeOf(resolvePeer(url, ['loopback', 'private']))).toBe('peer.address');
  });

  test('a name that leads inside, even beside an address outside, is refused', async () => {
    expect(await codeOf(resolvePeer('https://node.example', [], async () => ['10.0.0.1']))).toBe(
      'peer.address',
    );
    expect(await codeOf(resolvePeer('https://node.example', [], async () => ['8.8.8.8', '::1']))).toBe(
      'peer.address',
    );
    expect(await codeOf(resolvePeer('https://node.example', [], async () => []))).toBe('peer.unreachable');
  });

  test('the connection goes to the very address that was checked', async () => {
    expect(await resolvePeer('https://node.example:444', [], async () => ['8.8.8.8'])).toEqual({
      hostname: 'node.example',
      port: 444,
      address: '8.8.8.8',
      family: 4,
    });
  });

  test('what the administrator lists is allowed', async () => {
    expect(await codeOf(resolvePeer('https://127.0.0.1:1', ['loopback']))).toBe('taken');
    expect(await codeOf(resolvePeer('https://10.20.3.4', ['10.20.0.0/16']))).toBe('taken');
    expect(await codeOf(resolvePeer('https://10.21.3.4', ['10.20.0.0/16']))).toBe('peer.address');
    expect(await codeOf(resolvePeer('https://[fd00::1]', ['private']))).toBe('taken');
  });
});
