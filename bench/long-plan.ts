import type { SubjectId } from '../src/core/bytes/ids.ts';
import type { JsonObject } from '../src/core/bytes/json.ts';
import type { Item } from '../src/core/feed/build-run.ts';
import type { Run } from '../src/core/feed/entry.ts';
import { runBytesMax, runEntriesMax } from '../src/core/feed/limits.ts';
import type { Node } from '../src/node/node.ts';
import type { Programme } from '../src/node/programme.ts';

/*
 * A plan of thousands of lines under negotiation, to measure the app with: made of a few words, nobody's real plan. Nine lines
 * in ten are agreed, the rest is in brackets, awaits LA, or lacks something.
 */

export const longPlan = 'plan.long' as SubjectId;

/** Both parties state the plan, and the first node receives what the second says. */
export async function writeLongPlan(vn: Node, la: Node, lines: number): Promise<void> {
  const [ours, theirs] = [vn, la].map(programmeIn) as [Programme, Programme];
  await say(ours, [headOf(), ...positions(lines, 'VN')]);
  await say(theirs, [headOf(), ...positions(lines, 'LA')]);
  await carry(la, theirs, ours);
}

function programmeIn(node: Node): Programme {
  const [programme] = node.programmes().values();
  if (programme === undefined) throw new Error('no programme');
  return programme;
}

const position = (item: string, fields: JsonObject, info?: JsonObject): Item => ({
  type: 'position',
  body: { text: longPlan, item, fields, ...(info === undefined ? {} : { info }) },
});

const headOf = (): Item =>
  position(longPlan, {
    title: { vi: 'Kế hoạch đo lường (EXERCISE)', lo: 'ແຜນວັດແທກ (EXERCISE)' },
    covers: { from: '2027-01-01', to: '2027-12-31' },
    exercise: true,
  });

function positions(lines: number, party: 'VN' | 'LA'): Item[] {
  const items: Item[] = [];
  for (let at = 0; at < lines; at += 1) {
    // LA has not answered one line in twenty-five.
    if (party === 'LA' && at % 25 === 7) continue;
    items.push(lineOf(at, party));
  }
  return items;
}

const kinds = ['patrol', 'visit', 'dialogue', 'course', 'experience', 'commemoration'] as const;
const areas = ['border', 'visits', 'dialogue', 'training', 'experience', 'commemoration'] as const;
const levels = ['minister', 'viceMinister', 'department', 'command', 'province', 'unit'];
const doneVi = [
  'Tuần tra chung',
  'Thăm hữu nghị',
  'Đối thoại',
  'Khóa bồi dưỡng',
  'Trao đổi kinh nghiệm',
  'Kỷ niệm',
];
const doneLo = ['ການລາດຕະເວນຮ່ວມ', 'ການຢ້ຽມຢາມມິດຕະພາບ', 'ການສົນທະນາ', 'ຫຼັກສູດຝຶກອົບຮົມ', 'ແລກປ່ຽນບົດຮຽນ', 'ການລະນຶກ'];
const placesVi = [
  'trên đoạn biên giới số',
  'tại cửa khẩu số',
  'của đơn vị số',
  'giữa các đồn số',
  'ở địa điểm số',
];
const placesLo = ['ຢູ່ຊາຍແດນຊ່ວງທີ', 'ຢູ່ດ່ານທີ', 'ຂອງກົມກອງທີ', 'ລະຫວ່າງປ້ອມທີ', 'ຢູ່ສະຖານທີ່ທີ'];
const tailVi =
  ', theo kế hoạch hai bên đã trao đổi; mỗi bên cử lực lượng tham gia và tự bảo đảm phương tiện đi lại';
const tailLo = ' ຕາມແຜນທີ່ສອງຝ່າຍໄດ້ແລກປ່ຽນ; ແຕ່ລະຝ່າຍສົ່ງກຳລັງເຂົ້າຮ່ວມ ແລະ ຮັບຜິດຊອບພາຫະນະຂອງຕົນ';

function lineOf(at: number, party: 'VN' | 'LA'): Item {
  const kind = at % kinds.length;
  const place = at % placesVi.length;
  const month = String(1 + (at % 12)).padStart(2, '0');
  const differs = party === 'LA' && at % 20 === 3;
  const words = {
    vi: `${doneVi[kind]} ${placesVi[place]} ${at + 1}${at % 3 === 0 ? tailVi : ''} (EXERCISE)`,
    lo: `${doneLo[kind]} ${placesLo[place]} ${at + 1}${at % 3 === 0 ? tailLo : ''}${differs ? ' ໂດຍຝ່າຍລາວ' : ''} (EXERCISE)`,
  };
  const fields: JsonObject = {
    in: true,
    place: String(at + 1).padStart(6, '0'),
    activity: words,
    area: areas[Math.floor(at / 40) % areas.length] ?? 'border',
    period: at % 2 === 0 ? { from: `2027-${month}` } : { from: `2027-${month}-05`, to: `2027-${month}-09` },
    ...(at % 50 === 9 ? {} : { host: at % 2 === 0 ? 'VN' : 'LA' }),
    venue: `EXERCISE ${at % 97}`,
    level: levels[(at + (differs ? 1 : 0)) % levels.length] ?? 'department',
    participants: [
      { party: 'VN', count: 5 + (at % 20) },
      { party: 'LA', count: 5 + (at % 20) },
    ],
    purpose: { vi: `Củng cố phối hợp (${at % 31})`, lo: `ເສີມຂະຫຍາຍການປະສານງານ (${at % 31})` },
  };
  const info = {
    activity: { fr: `Activité d’exercice n° ${at + 1}`, en: `Exercise activity no. ${at + 1}` },
  };
  return position(`${kinds[kind]}.long-${String(at + 1)}`, fields, at % 5 === 0 ? info : undefined);
}

/** The lines as a table shows them, for a page that does nothing else. */
export function shownLines(lines: number): readonly Readonly<Record<string, string>>[] {
  return Array.from({ length: lines }, (_, at) => {
    const { fields } = lineOf(at, 'VN').body as { fields: Record<string, unknown> };
    const { activity, area, host = '', level, period, venue } = fields as Record<string, string>;
    const { lo = '', vi = '' } = activity as unknown as Record<string, string>;
    const when = Object.values(period as unknown as Record<string, string>).join(' – ');
    const number = String(at + 1);
    return { id: number, number, vi, lo, area, period: when, host, level, venue } as Record<string, string>;
  });
}

/** In runs as long as a run may be. */
async function say(programme: Programme, items: readonly Item[]): Promise<void> {
  let from = 0;
  while (from < items.length) {
    let bytes = 0;
    let to = from;
    while (to < items.length && to - from < runEntriesMax && bytes < runBytesMax * 0.8) {
      bytes += 600 + 3 * JSON.stringify(items[to]?.body).length;
      to += 1;
    }
    const part = items.slice(from, to);
    await programme.append(() => part);
    from = to;
  }
}

async function carry(from: Node, source: Programme, to: Programme): Promise<void> {
  const runs: Run[] = [];
  for (const { branch, party, seq } of await from.store.branches(source.id)) {
    const [chain] = await to.chains(party);
    const held = chain?.state.seq ?? 0;
    if (held >= seq) continue;
    for await (const { run } of from.store.readRuns(source.id, party, branch, held + 1))
      runs.push({ ...run, lines: run.lines.map((line) => line.slice()) });
  }
  const { refused } = await to.receive(runs);
  if (refused[0] !== undefined) throw new Error(`refused ${refused[0].code}`);
}
