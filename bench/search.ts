import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { makeDemo } from '../demo/make.ts';
import type { JsonObject } from '../src/core/bytes/json.ts';
import { readConfig } from '../src/node/config.ts';
import { serveNode } from '../src/node/http/listen.ts';
import { silentLog } from '../src/node/log.ts';
import type { Figures } from './figures.ts';
import { fill, signIn, slowest, timeOf } from './lists.ts';

/* Search over a node that holds many statements in four languages, beside the demo's record with its people. */

const reads = 400;

/** Each is asked for with a number that no other search has, but for the names. */
const words: readonly ((number: number) => string)[] = [
  (number) => `trao đổi kinh nghiệm ${number}`,
  (number) => `trao doi kinh nghiem ${number}`,
  (number) => `ແລກປ່ຽນບົດຮຽນ ${number}`,
  (number) => `échange d’expériences ${number}`,
  (number) => `echange experience ${number}`,
  (number) => `border patrol ${number}`,
  // The beginning of a word that half of all that is said holds.
  (number) => `exper${'ience'.slice(0, number % 5)}`,
  (number) => ['Chăn-xạ-mỏn Chăn-nha-lạt', 'Chansamon Chanlyath', 'chanmone chanyalath'][number % 3] ?? '',
];

/**
 * Milliseconds of the slowest of a hundred searches over HTTP, in every language, with and without marks; of the first after the
 * node has started, and how long from then on until everything is looked through; and of the first after something was said.
 */
export async function measureSearch({ dir, entries }: { dir: string; entries: number }): Promise<Figures> {
  await makeDemo(dir, silentLog);
  await filled(dir, entries);
  const served = await serve(dir);
  try {
    const [programme] = served.node.programmes().values();
    if (programme === undefined) throw new Error('the demo has a programme');
    await programme.register();
    const cookie = await signIn(served.url);
    const search = async (at: number): Promise<number> => {
      const q = words[at % words.length]?.(1 + ((at * 7_919) % entries)) ?? '';
      const url = `${served.url}/api/programmes/${programme.id}/search?q=${encodeURIComponent(q)}`;
      const response = await fetch(url, { headers: { cookie } });
      if (response.status !== 200) throw new Error(`${q}: ${response.status}`);
      return ((await response.json()) as { unread: number }).unread;
    };
    const since = performance.now();
    const firstMs = await timeOf(() => search(0));
    while ((await search(0)) > 0) await rest(100);
    const indexMs = performance.now() - since;
    // Once each, as the engine learns them.
    for (const at of words.keys()) await search(at + 1);
    const times: number[] = [];
    for (let at = 0; at < reads; at += 1) times.push(await timeOf(() => search(at + 100)));
    const ms = slowest(times);
    const after: number[] = [];
    for (let at = 0; at < 20; at += 1) {
      await fill(programme, 1, () => said(entries + at));
      after.push(await timeOf(() => search(1_000 + at)));
    }
    return { ms, afterMs: slowest(after), firstMs, indexMs };
  } finally {
    await served.stop();
  }
}

const serve = (dir: string) =>
  serveNode(readConfig({ dir: join(dir, 'VN'), port: '0', 'exchange-port': '0' }, {}), silentLog);

async function filled(dir: string, entries: number): Promise<void> {
  const served = await serve(dir);
  const [programme] = served.node.programmes().values();
  if (programme !== undefined) await fill(programme, entries, said);
  await served.stop();
}

const said = (number: number): JsonObject => ({
  kind: 'undertaking',
  subject: `undertaking.search-${number}`,
  fields: {
    wording:
      number % 2 === 0
        ? {
            vi: `Trao đổi kinh nghiệm lần ${number}`,
            lo: `ແລກປ່ຽນບົດຮຽນ ຄັ້ງທີ ${number}`,
            fr: `Échange d’expériences n° ${number}`,
            en: `Share experience ${number}`,
          }
        : {
            vi: `Tuần tra chung trên biên giới ${number}`,
            lo: `ການລາດຕະເວນຮ່ວມຢູ່ຊາຍແດນ ${number}`,
            fr: `Patrouille commune à la frontière n° ${number}`,
            en: `Joint border patrol ${number}`,
          },
    force: number % 2 === 0 ? 'pledged' : 'requested',
    by: 'VN',
    to: 'LA',
    sides: ['VN'],
    area: 'experience',
    exercise: true,
  },
});
