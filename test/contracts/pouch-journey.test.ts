import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  answer,
  type CallOptions,
  counterpart,
  foundTwo,
  succeed,
  withPassword,
} from '../../src/cli/command-line.fixture.ts';
import { contentOf, randomFrom } from './samples.fixture.ts';

/*
 * Two ministries that never had a network between them: everything on the command line, everything by pouch, with the
 * exchange killed at points that a seed chooses, and repeated.
 */

const seed = 20201204;
const killer = fileURLToPath(new URL('./kill-at.fixture.ts', import.meta.url));
const dir = mkdtempSync(join(tmpdir(), 'counterpart-journey-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const random = randomFrom(seed);
const upTo = (most: number) => 1 + Math.floor(random() * most);
const text = 'plan.y2021';
const line = 'patrol.north';
const delivery = 'assistance.supplies';
const kills: string[] = [];
const pouches: { readonly file: string; readonly to: Party }[] = [];
type Party = 'VN' | 'LA';

/** Calls the command line of one party's node. */
const at = (party: Party, args: readonly string[], options: CallOptions = {}) =>
  succeed([...args, '--dir', party], { cwd: dir, ...withPassword, ...options });
const ask = <Value>(party: Party, args: readonly string[]) =>
  answer<Value>([...args, '--dir', party], { cwd: dir, ...withPassword });

/** Runs a call that is killed before one of its writes, unless it makes fewer. True if it was killed. */
async function interrupted(party: Party, args: readonly string[]): Promise<boolean> {
  const point = random() < 0.5 ? `main:${upTo(16)}` : `worker:${upTo(20)}`;
  const ended = await counterpart([...args, '--dir', party], {
    cwd: dir,
    node: ['--import', killer],
    env: { KILL_AT: point },
  });
  if (ended.signal === 'SIGKILL') kills.push(point);
  else expect(ended).toMatchObject({ code: 0 });
  return ended.signal === 'SIGKILL';
}

interface Verified {
  readonly programmes: readonly {
    readonly heads: readonly { readonly party: Party; readonly seq: number }[];
  }[];
}

/** The folder holds, and how far it holds each feed. */
async function headsOf(party: Party): Promise<Readonly<Record<string, number>>> {
  const { programmes } = await answer<Verified>(['verify', party], { cwd: dir });
  return Object.fromEntries(programmes.flatMap(({ heads }) => heads.map((head) => [head.party, head.seq])));
}

interface Opened {
  readonly new: { readonly entries: number; readonly files: number };
}

/** Carries what `from` has to the other: packing and opening are killed and begun again, and opening is repeated. */
async function carry(from: Party): Promise<void> {
  const to = from === 'VN' ? 'LA' : 'VN';
  const file = `${pouches.length}-for-${to}.pouch`;
  const pack = ['pouch', 'pack', to, '--out', file];
  await interrupted(from, pack);
  await at(from, pack);
  let before = await headsOf(to);
  for (let times = upTo(3); times > 0; times -= 1) {
    await interrupted(to, ['pouch', 'open', file]);
    const after = await headsOf(to);
    for (const [party, seq] of Object.entries(before)) expect(after[party]).toBeGreaterThanOrEqual(seq);
    before = after;
  }
  await at(to, ['pouch', 'open', file]);
  pouches.push({ file, to });
  const old = pouches[Math.floor(random() * pouches.length)];
  for (const again of [{ file, to } as const, old ?? { file, to }]) {
    const { new: fresh } = await ask<Opened>(again.to, ['pouch', 'open', again.file]);
    expect(fresh).toMatchObject({ entries: 0, files: 0 });
  }
}

interface Report {
  readonly differs: boolean;
  readonly sides: readonly {
    readonly party: Party;
    readonly latest?: {
      readonly seq: number;
      readonly fields: { readonly figures: readonly { readonly amount: string }[] };
    };
    readonly history: readonly {
      readonly fields: { readonly figures: readonly { readonly amount: string }[] };
    }[];
  }[];
}

interface Shown {
  readonly view: { readonly ready: boolean; readonly counts: Readonly<Record<string, number>> };
  readonly acts: readonly { readonly state: string; readonly awaits: readonly Party[] }[];
}

describe('a plan from founding to a settled figure, by pouch alone', () => {
  beforeAll(() => foundTwo(dir), 240_000);

  test('X3 X8 A6 S2 it is negotiated, signed, carried out and settled, with the exchange killed and repeated', {
    timeout: 600_000,
  }, async () => {
    writeFileSync(join(dir, 'positions.json'), JSON.stringify(positions));
    await at('VN', ['plan', 'take', text, 'positions.json']);
    await at('VN', ['plan', 'send', text]);
    await carry('VN');

    await at('LA', ['plan', 'counter', text, line, 'period', '--value', '{"from":"2021-05","to":"2021-06"}']);
    await at('LA', ['plan', 'accept', text]);
    await at('LA', ['plan', 'send', text]);
    await carry('LA');

    expect((await ask<Shown>('VN', ['plan', 'show', text])).view).toMatchObject({
      ready: false,
      counts: { bracket: 1, awaits: 0 },
    });
    const early = await counterpart(['sign', text, '--propose', '--dir', 'VN'], { cwd: dir });
    expect(early).toMatchObject({ code: 1 });
    expect(early.err).toContain('text.not-ready');
    await at('VN', ['plan', 'accept', text, line, 'period']);
    await at('VN', ['plan', 'send', text]);
    await at('VN', ['sign', text, '--propose']);
    const content = await contentOf(dir, 'VN', text);
    await at('VN', ['sign', text, '--content', content, '--place', 'Hà Nội', '--date', '2020-12-04']);
    await carry('VN');

    expect((await ask<Shown>('LA', ['plan', 'show', text])).acts).toMatchObject([
      { state: 'partlySigned', awaits: ['LA'] },
    ]);
    expect(await contentOf(dir, 'LA', text)).toBe(content);
    const other = await counterpart(
      ['sign', text, '--content', '0'.repeat(64), '--place', 'Viêng Chăn', '--dir', 'LA'],
      { cwd: dir, ...withPassword },
    );
    expect(other).toMatchObject({ code: 1 });
    expect(other.err).toContain('sign.other-content');
    await at('LA', ['sign', text, '--content', content, '--place', 'Hà Nội', '--date', '2020-12-04']);
    await carry('LA');
    for (const party of ['VN', 'LA'] as const)
      expect((await ask<Shown>(party, ['plan', 'show', text])).acts).toMatchObject([
        { state: 'inForce', awaits: [] },
      ]);

    const report = (amount: string, lang: string, told: string) => [
      'report',
      delivery,
      '--status',
      'carriedOut',
      '--figure',
      `rice=${amount}:t`,
      '--narrative',
      `${lang}=${told}`,
    ];
    await at('VN', report('1000', 'vi', 'Đã giao 1.000 tấn'));
    await at('LA', report('980', 'lo', 'ໄດ້ຮັບ 980 ໂຕນ'));
    await carry('VN');
    await carry('LA');
    for (const party of ['VN', 'LA'] as const)
      expect((await ask<Report>(party, ['report', delivery])).differs).toBe(true);

    await at('VN', report('980', 'vi', 'Đã giao 980 tấn; 20 tấn hỏng trên đường'));
    await carry('VN');
    await carry('LA');
    for (const party of ['VN', 'LA'] as const) {
      const { differs, sides } = await ask<Report>(party, ['report', delivery]);
      expect(differs).toBe(false);
      const own = sides.find((side) => side.party === 'VN');
      expect(own?.latest?.fields.figures).toMatchObject([{ amount: '980' }]);
      expect(own?.history.map(({ fields }) => fields.figures[0]?.amount)).toEqual(['1000']);
    }
    expect(await headsOf('LA')).toEqual(await headsOf('VN'));
    expect(kills.length).toBeGreaterThan(8);
  });

  test('X3 a pouch with a byte flipped, cut or added is refused with a named fault, and nothing is written', {
    timeout: 240_000,
  }, async () => {
    await at('VN', ['report', line, '--status', 'underWay']);
    await at('VN', ['pouch', 'pack', 'LA', '--out', 'last.pouch']);
    const whole = readFileSync(join(dir, 'last.pouch'));
    const before = await headsOf('LA');
    const broken = [
      ...Array.from({ length: 6 }, () => flipped(whole, Math.floor(random() * whole.length))),
      whole.subarray(0, Math.floor(random() * whole.length)),
      whole.subarray(0, whole.length - 1),
      Buffer.alloc(0),
      Buffer.concat([whole, Buffer.from([0])]),
      Buffer.concat([whole, whole]),
    ];
    for (const bytes of broken) {
      writeFileSync(join(dir, 'broken.pouch'), bytes);
      const ended = await counterpart(['pouch', 'open', 'broken.pouch', '--dir', 'LA', '--json'], {
        cwd: dir,
      });
      expect(ended).toMatchObject({ code: 1 });
      const { fault } = JSON.parse(ended.out) as { fault: { code: string; message: string } };
      expect(fault.code).toMatch(/^pouch\./);
      expect(fault.message).toMatch(/pouch\.[a-z-]+/);
    }
    const mine = await counterpart(['pouch', 'open', 'last.pouch', '--dir', 'VN', '--json'], { cwd: dir });
    expect(mine).toMatchObject({ code: 1 });
    expect(mine.out).toContain('pouch.recipient');
    expect(await headsOf('LA')).toEqual(before);
    const { new: fresh } = await ask<Opened>('LA', ['pouch', 'inspect', 'last.pouch']);
    expect(fresh).toMatchObject({ entries: 1 });
    expect(await headsOf('LA')).toEqual(before);
    expect((await ask<Opened>('LA', ['pouch', 'open', 'last.pouch'])).new).toMatchObject({ entries: 1 });
  });
});

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt8((copy.at(at) ?? 0) ^ (1 << Math.floor(random() * 8)), at);
  return copy;
}

/** What VN proposes: the head, and two lines of the plan that the first article tells of. */
const positions = [
  {
    item: text,
    fields: {
      title: { vi: 'Kế hoạch hợp tác năm 2021', lo: 'ແຜນການຮ່ວມມືປີ 2021' },
      covers: { from: '2021-01', to: '2021-12' },
      exercise: true,
    },
    info: { title: { en: 'Cooperation plan for 2021', fr: 'Plan de coopération pour 2021' } },
  },
  {
    item: line,
    fields: {
      in: true,
      place: 'a',
      area: 'border',
      activity: { vi: 'Tuần tra chung biên giới phía bắc', lo: 'ລາດຕະເວນຮ່ວມຊາຍແດນພາກເໜືອ' },
      period: { from: '2021-03', to: '2021-04' },
    },
  },
  {
    item: delivery,
    fields: {
      in: true,
      place: 'b',
      area: 'assistance',
      activity: { vi: 'Hỗ trợ gạo', lo: 'ຊ່ວຍເຫຼືອເຂົ້າ' },
      period: { from: '2021-01' },
    },
  },
];
