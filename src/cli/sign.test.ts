import { afterEach, expect, test } from 'vitest';
import type { PartyCode } from '../core/bytes/ids.ts';
import { answererOf } from '../node/exchange/answer.ts';
import { exchangeWith } from '../node/exchange/exchange.ts';
import type { Programme } from '../node/programme.ts';
import { foundedPair, Opened, type Person, reopen, signInAs, type TestNode } from '../node/world.fixture.ts';
import { answer, counterpart, withPassword } from './command-line.fixture.ts';

const opened = new Opened();
afterEach(() => opened.closeAll());

function programmeOf({ node }: TestNode): Programme {
  const [programme] = node.programmes().values();
  if (programme === undefined) throw new Error('no programme');
  return programme;
}

const meet = (vn: TestNode, la: TestNode) =>
  exchangeWith(programmeOf(vn), 'LA' as PartyCode, answererOf(programmeOf(la), 'VN' as PartyCode));

async function sendAll(person: Person, path: string): Promise<void> {
  const { body } = await person.ask<{ id: string; version: number }>('POST', `${path}/submissions`, {
    note: '',
  });
  const sent = await person.ask('POST', `${path}/submissions/${body.id}/send`, { version: body.version });
  expect(sent.status).toBe(200);
}

interface Laid {
  readonly act: string;
  readonly state: string;
  readonly texts: readonly { readonly text: string }[];
  readonly shown: readonly string[];
  readonly signers: readonly string[];
}

/* Each call is a process of its own: generous for a machine that does other things meanwhile. */
test('A10 A2 two texts are laid out and signed as one act, and a change of the list by itself', {
  timeout: 120_000,
}, async () => {
  const { id, la, vn } = await foundedPair(opened);
  const texts = ['plan.y2030', 'plan.y2031'];
  const [ours, theirs] = [await signInAs(vn, 'desk'), await signInAs(la, 'desk')];
  for (const text of texts) {
    const [path, suffix] = [`/api/programmes/${id}/texts/${text}`, text.slice(5)];
    const covers = { from: suffix.slice(1), to: suffix.slice(1) };
    const title = { vi: 'Kế hoạch', lo: 'ແຜນ' };
    await ours.ask('POST', `/api/programmes/${id}/texts`, { kind: 'plan', suffix, title });
    const changes = [{ item: text, field: 'covers', value: covers, version: 0 }];
    await ours.ask('PUT', `${path}/drafts`, { changes });
    await sendAll(ours, path);
    await meet(vn, la);
    await theirs.ask('POST', `${path}/drafts/accept`, { party: 'VN' });
    await sendAll(theirs, path);
    await meet(vn, la);
  }
  const close = () => Promise.all([vn.node.close(), la.node.close()]);
  const meetClosed = async () => {
    const [one, other] = [await reopen(opened, vn.dir), await reopen(opened, la.dir)];
    await meet(one, other);
    await one.node.close();
    await other.node.close();
  };
  await close();
  const sign = ({ dir }: TestNode, ...args: string[]) => ['sign', ...args, '--dir', dir];
  const laid = await answer<Laid>(sign(vn, ...texts, '--propose'));
  expect(laid).toMatchObject({ state: 'proposed', signers: ['VN', 'LA'] });
  expect(laid.texts.map(({ text }) => text)).toEqual(texts);
  await meetClosed();
  const content = laid.shown.flatMap((hash) => ['--content', hash]);
  const consent = [laid.act, ...content, '--place', 'Vientiane', '--post', 'vi=a', '--post', 'lo=a'];
  const states = await Promise.all(
    [vn, la].map((node) => answer<Laid>(sign(node, ...consent, '--as', 'signatory'), withPassword)),
  );
  expect(states.map(({ state }) => state)).toEqual(['partlySigned', 'partlySigned']);
  await meetClosed();
  const shown = await Promise.all([
    counterpart(sign(vn, texts[1] ?? '', '--json')),
    counterpart(sign(la, texts[0] ?? '', '--json')),
    counterpart(sign(vn, ...texts, '--json')),
  ]);
  expect(shown.map(({ code }) => code)).toEqual([0, 0, 2]);
  expect(shown.slice(0, 2).map(({ out }) => (JSON.parse(out) as Laid).state)).toEqual(['inForce', 'inForce']);
  const change = await counterpart(sign(vn, '--propose', '--party', 'VN', '--party', 'KH', '--json'));
  expect(JSON.parse(change.out)).toMatchObject({ fault: { code: 'act.parties' } });
});
