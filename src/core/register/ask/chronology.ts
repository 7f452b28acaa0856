import { areas } from '../../kinds/codes.ts';
import { label } from '../../kinds/declare.ts';
import { eventKinds } from '../../kinds/relation.ts';
import { mark } from '../../kinds/shared-fields.ts';
import { partiesOf } from '../texts.ts';
import { col, opt } from './columns.ts';
import { fallingIn } from './dates.ts';
import { type ChronologyRow, chronologyOf, eventGroups } from './events.ts';
import { saidAtEvents } from './ledger.ts';
import { minutesByEvent } from './mechanism.ts';
import { type Question, textOption } from './question.ts';

export const chronology: Question = {
  question: 'chronology',
  label: label('Chronology', 'Biên niên sự kiện', 'ລຳດັບເຫດການ', 'Chronologie'),
  options: { on: opt.on, for: { type: 'subject', kinds: ['mechanism'], label: col.mechanism.label } },
  columns: {
    record: col.record,
    date: col.date,
    precision: col.precision,
    title: col.title,
    what: { type: 'code', codes: eventKinds, shown: 'row', label: label('Kind', 'Loại', 'ປະເພດ', 'Nature') },
    place: col.place,
    sources: col.sources,
    conflicts: col.conflicts,
    mechanism: col.mechanism,
    session: { ...col.session, shown: 'drawer' },
    areas: { type: 'codes', codes: areas, label: col.area.label },
    sides: { type: 'parties', label: label('Sides', 'Các bên', 'ຝ່າຍ', 'Parties') },
    saidCount: {
      type: 'count',
      label: label('Lines said', 'Số nội dung đã nêu', 'ຈຳນວນສິ່ງທີ່ໄດ້ກ່າວ', 'Points dits'),
    },
    minutes: { type: 'subjects', label: label('Minutes', 'Biên bản', 'ບົດບັນທຶກ', 'Procès-verbaux') },
    exercise: col.exercise,
    mark,
  },
  later: {
    columns: ['areas', 'sides', 'saidCount', 'minutes'],
    complete: (asking, rows) => {
      const beside = {
        parties: partiesOf(asking.register),
        saidAt: saidAtEvents(asking),
        minutes: minutesByEvent(asking),
      };
      return rows.map((row) => withSaid(row as ChronologyRow, beside));
    },
  },
  ask: (asking, options) => {
    const [on, mechanism] = [textOption(options, 'on'), textOption(options, 'for')];
    const groups = eventGroups(asking);
    const all = mechanism === undefined ? chronologyOf(asking) : (groups.get(`of ${mechanism}`) ?? []);
    const conflicting = groups.get('conflicting') ?? [];
    if (on === undefined && mechanism === undefined)
      return { rows: all, about: { conflicting: conflicting.length } };
    const falls = on === undefined ? () => true : fallingIn(on);
    const rows = all.filter((row) => falls(row.date));
    return { rows, about: { conflicting: rows.filter((row) => row.conflicts.length > 0).length } };
  },
};

/** What events are completed with. */
interface Beside {
  readonly parties: readonly string[];
  readonly saidAt: ReturnType<typeof saidAtEvents>;
  readonly minutes: ReturnType<typeof minutesByEvent>;
}

/** An event with what was said at it. */
function withSaid(row: ChronologyRow, { minutes, parties, saidAt }: Beside): ChronologyRow {
  const said = saidAt(row);
  const sides = new Set(row.host === undefined ? [] : [row.host]);
  const areas = new Set<string>();
  for (const { area, by = '', sides: bound } of said) {
    if (area !== undefined) areas.add(area);
    for (const side of bound) sides.add(side);
    for (const party of parties) if (by === party || by.startsWith(`${party} `)) sides.add(party);
  }
  return {
    ...row,
    areas: [...areas].sort(),
    sides: [...sides].sort(),
    saidCount: said.length,
    minutes: minutes.get(row.subject) ?? [],
  };
}
