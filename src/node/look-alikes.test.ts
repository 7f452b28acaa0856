import { afterEach, expect, test } from 'vitest';
import type { FoundingState } from '../api/founding.ts';
import { addAccount } from './accounts.ts';
import { cardFile } from './founding.ts';
import { initNode } from './node.ts';
import {
  Opened,
  password,
  reopen,
  signInAs,
  type TestNode,
  temporaryFolder,
  testNode,
} from './world.fixture.ts';

const opened = new Opened();
afterEach(() => opened.closeAll());

/** A node that calls itself so; its administrator has signed in. */
async function called(party: string, name: string): Promise<TestNode> {
  const dir = `${temporaryFolder(opened)}/${party}`;
  await initNode(dir, { party: party as never, names: { en: name } });
  const node = await reopen(opened, dir);
  await addAccount(node.node, { name: 'administrator', password, roles: ['administrator', 'desk'] }, null);
  return node;
}

const fileOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const groups = /^\d{4}( \d{4}){5}$/;

test('B5 names of parties or programmes that look alike are warned of with the fingerprints that tell them apart', async () => {
  const vn = await testNode(opened, 'VN');
  // The O of LA's ministry is a Cyrillic letter.
  const other = await called('LA', 'Ministry оf VN');
  const ours = await signInAs(vn, 'administrator');
  const prepare = async (name: string): Promise<string> => {
    const partners = [{ code: 'LA', names: { en: 'Ministry of LA' } }];
    const body = {
      names: { vi: name, lo: name },
      languages: ['vi', 'lo'],
      timeZone: 'Asia/Vientiane',
      partners,
    };
    return (await ours.ask<{ id: string }>('POST', '/api/programmes', body)).body.id;
  };
  const at = (id: string) => `/api/programmes/${id}`;
  const first = await prepare('Hợp tác quốc phòng');
  expect((await ours.ask<FoundingState>('GET', `${at(first)}/founding`)).body.warnings).toEqual([]);
  const file = fileOf(cardFile(other.node));
  const carded = await ours.ask<FoundingState>('POST', `${at(first)}/cards`, { file });
  const alike = {
    what: 'party',
    name: 'Ministry of VN',
    like: 'Ministry оf VN',
    fingerprint: expect.stringMatching(groups) as unknown,
    likeFingerprint: expect.stringMatching(groups) as unknown,
    parties: ['VN', 'LA'],
  };
  expect(carded.body.warnings).toEqual([alike]);
  const written = await ours.ask<FoundingState>('POST', `${at(first)}/founding`, {});
  expect(written.body.warnings).toEqual([alike]);

  const second = await prepare('Hợp tác Quốc phòng.');
  const { body } = await ours.ask<FoundingState>('GET', `${at(second)}/founding`);
  expect(body.warnings).toEqual([
    {
      what: 'programme',
      name: 'Hợp tác Quốc phòng.',
      like: 'Hợp tác quốc phòng',
      likeFingerprint: written.body.fingerprint?.digits,
    },
  ]);
  // Whoever is asked to join is warned before anything is signed.
  const response = await vn.app.request(`${at(written.body.programme.id)}/founding/file`, {
    headers: { cookie: ours.cookie },
  });
  const theirs = await signInAs(other, 'administrator');
  const preview = await theirs.ask<FoundingState>('POST', '/api/foundings', { file: await response.text() });
  expect(preview.body.signed).toEqual(['VN']);
  expect(preview.body.warnings).toEqual([alike]);
});
