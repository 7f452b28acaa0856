import { areas } from '../../kinds/codes.ts';
import { label } from '../../kinds/declare.ts';
import { eventKinds } from '../../kinds/relation.ts';
import { mark } from '../../kinds/shared-fields.ts';
import { partiesOf } from '../texts.ts';
import type { Asking } from './asking.ts';
import { col, opt } from './columns.ts';
import { fallingIn } from './dates.ts';
import { type ChronologyRow, chronologyOf, eventGroups } from './events.ts';
import { saidAt } from './ledger.ts';
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
      const parties = partiesOf(asking.register);
      return rows.map((row) => withSaid(asking, row as ChronologyRow, parties));
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

/** An event with what was said at it. */
function withSaid(asking: Asking, row: ChronologyRow, parties: readonly string[]): ChronologyRow {
  const said = saidAt(asking, row);
  const spoken = said.flatMap(({ by = '', sides }) => [
    ...sides,
    ...parties.filter((party) => by === party || by.startsWith(`${party} `)),
  ]);
  const unique = (all: readonly string[]): string[] => [...new Set(all)].sort();
  return {
    ...row,
    areas: unique(said.flatMap(({ area }) => area ?? [])),
    sides: unique([...spoken, ...(row.host === undefined ? [] : [row.host])]),
    saidCount: said.length,
    minutes: minutesByEvent(asking).get(row.subject) ?? [],
  };
}
