import { afterAll, expect, test } from 'vitest';
import type { Submission } from '../../src/api/texts.ts';
import type { PartyCode } from '../../src/core/bytes/ids.ts';
import { answererOf } from '../../src/node/exchange/answer.ts';
import { exchangeWith } from '../../src/node/exchange/exchange.ts';
import type { Programme } from '../../src/node/programme.ts';
import { foundedPair, Opened, type Person, signInAs, type TestNode } from '../../src/node/world.fixture.ts';

const opened = new Opened();
afterAll(() => opened.closeAll());

test('an instrument that asks for it is printed with its dates in both eras, another is not', async () => {
  const { id, la, vn } = await foundedPair(opened);
  const p = `/api/programmes/${id}`;
  const desks = { vn: await signInAs(vn, 'desk'), la: await signInAs(la, 'desk') };
  const of = ({ node }: TestNode) => node.programmes().get(id) as Programme;
  const meet = () => exchangeWith(of(vn), 'LA' as PartyCode, answererOf(of(la), 'VN' as PartyCode));
  const send = async (desk: Person, text: string): Promise<void> => {
    const { body } = await desk.ask<Submission>('POST', `${p}/texts/${text}/submissions`, { note: '' });
    const path = `${p}/texts/${text}/submissions/${body.id}/send`;
    expect((await desk.ask('POST', path, { version: body.version })).status).toBe(200);
    await meet();
  };
  const agreeOn = async (suffix: string, head: Readonly<Record<string, unknown>>): Promise<void> => {
    const text = `instrument.${suffix}`;
    const title = { vi: 'Thỏa thuận (EXERCISE)', lo: 'ຂໍ້ຕົກລົງ (EXERCISE)' };
    await desks.vn.ask('POST', `${p}/texts`, { kind: 'instrument', suffix, title });
    const changes = Object.entries(head).map(([field, value]) => ({ item: text, field, value, version: 0 }));
    expect((await desks.vn.ask('PUT', `${p}/texts/${text}/drafts`, { changes })).status).toBe(200);
    await send(desks.vn, text);
    await desks.la.ask('POST', `${p}/texts/${text}/drafts/accept`, { party: 'VN' });
    await send(desks.la, text);
  };
  const print = async (suffix: string, lang: string): Promise<string> =>
    (await desks.la.ask<string>('GET', `${p}/texts/instrument.${suffix}/export/html?lang=${lang}`)).body;
  await agreeOn('both', { entry: '2021-01-01', eras: true });
  await agreeOn('one', { entry: '2021-01-01' });
  expect(await print('both', 'vi')).toContain('ngày 1 tháng 1 năm 2021 (năm 2564 theo Phật lịch Lào)');
  expect(await print('both', 'lo')).toContain('ວັນທີ 1 ມັງກອນ 2021 (ພ.ສ. 2564)');
  const christian = await print('one', 'vi');
  expect(christian).toContain('ngày 1 tháng 1 năm 2021');
  expect(christian).not.toContain('2564');
});
