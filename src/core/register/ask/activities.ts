import type { JsonObject } from '../../bytes/json.ts';
import { activities as activityKinds } from '../../kinds/activities.ts';
import { standings } from '../../kinds/codes.ts';
import { type Codes, label } from '../../kinds/declare.ts';
import { isObject } from '../../kinds/value.ts';
import {
  type Asking,
  askedOnce,
  type Entry,
  present,
  push,
  subjectsIn,
  textIn,
  wordingIn,
  wordsIn,
} from './asking.ts';
import { col } from './columns.ts';
import { firstDayOf, sortedBy } from './dates.ts';
import { type Line, type ShownText, shownTexts } from './lines.ts';
import { entriesOf, mattersOf, mattersOn } from './matters.ts';
import { plainOf } from './plain.ts';
import { type Question, textOption } from './question.ts';

/** A line of a plan with what each side says became of it: as planned or postponed, why and on whose proposal. */
export type ActivityRow = {
  readonly subject: string;
  readonly kind: string;
  readonly title: Readonly<Record<string, string>>;
  readonly period?: { readonly from?: string; readonly to?: string };
  readonly area?: string;
  readonly place?: string;
  readonly standing: 'inForce' | 'draft';
  readonly says: readonly { readonly party: string; readonly status: string }[];
  readonly changes: readonly Change[];
  readonly figures: readonly { readonly party: string; readonly value: string }[];
  readonly carriesOut: readonly string[];
  readonly silent: boolean;
  readonly text: string;
  readonly exercise?: boolean;
  readonly entries: readonly Entry[];
};

/** How it went otherwise than planned, by who says so; a text of the parties says so for all. */
type Change = {
  readonly party?: string;
  readonly how: string;
  readonly cause?: Readonly<Record<string, string>>;
  readonly proposers?: readonly string[];
  readonly held?: JsonObject;
};

const kinds: Codes = Object.fromEntries(activityKinds.map((kind) => [kind.kind, kind.label]));

export const activities: Question = {
  question: 'activities',
  label: label('Activities', 'Các hoạt động', 'ກິດຈະກຳ', 'Activités'),
  options: {
    for: { type: 'code', codes: kinds, label: label('Kind', 'Loại', 'ປະເພດ', 'Nature') },
    area: { ...col.area },
  },
  columns: {
    kind: { type: 'code', codes: kinds, shown: 'row', label: label('Kind', 'Loại', 'ປະເພດ', 'Nature') },
    title: col.title,
    area: { ...col.area, shown: 'drawer' },
    period: { type: 'period', shown: 'row', label: label('Period', 'Thời gian', 'ໄລຍະເວລາ', 'Période') },
    place: col.place,
    standing: { ...col.standing, shown: 'drawer' },
    says: col.says,
    changes: {
      type: 'rows',
      shown: 'row',
      label: label('Against the plan', 'So với kế hoạch', 'ທຽບກັບແຜນ', 'Par rapport au plan'),
      columns: {
        party: { type: 'party', label: label('Party', 'Bên', 'ຝ່າຍ', 'Partie') },
        how: {
          type: 'code',
          codes: standings,
          label: label('Standing', 'Tình trạng', 'ສະພາບ', 'Situation'),
        },
        cause: { type: 'told', label: label('Cause', 'Lý do', 'ສາເຫດ', 'Cause') },
        proposers: {
          type: 'parties',
          label: label('On whose proposal', 'Theo đề nghị của', 'ຕາມການສະເໜີຂອງ', 'Sur proposition de'),
        },
        held: { type: 'period', label: label('Held', 'Thời gian thực hiện', 'ເວລາປະຕິບັດ', 'Tenu') },
      },
    },
    figures: {
      type: 'rows',
      label: label('Figures', 'Số liệu', 'ຕົວເລກ', 'Chiffres'),
      columns: {
        party: { type: 'party', label: label('Party', 'Bên', 'ຝ່າຍ', 'Partie') },
        value: { type: 'words', label: label('Says', 'Nêu', 'ແຈ້ງ', 'Dit') },
      },
    },
    carriesOut: col.carriesOut,
    silent: { ...col.silent, shown: 'drawer' },
    text: col.text,
    exercise: col.exercise,
  },
  ask: (asking, options) => {
    const [kind, area] = [textOption(options, 'for'), textOption(options, 'area')];
    const rows = activitiesOf(asking).filter(
      (row) => (kind === undefined || row.kind === kind) && (area === undefined || row.area === area),
    );
    return {
      rows,
      about: {
        changed: rows.filter(({ changes }) => changes.length > 0).length,
        silent: rows.filter(({ silent }) => silent).length,
      },
    };
  },
};

/** Every activity of every text, in force or under negotiation, by the first day of its period. */
export function activitiesOf(asking: Asking): readonly ActivityRow[] {
  return askedOnce(asking, 'activities', () => {
    const links = linksOf(asking);
    const rows = shownTexts(asking).flatMap((text) =>
      text.lines
        .filter(({ kind }) => Object.hasOwn(kinds, kind))
        .map((line) => rowOf(asking, text, line, links)),
    );
    return sortedBy(rows, ({ period }) => firstDayOf(period) ?? '9999-99');
  });
}

function rowOf(
  asking: Asking,
  { head }: ShownText,
  line: Line,
  links: ReadonlyMap<string, readonly string[]>,
): ActivityRow {
  const { fields, item, kind, standing, text } = line;
  const matters = mattersOn(asking, 'report', item);
  const sides = matters.flatMap((matter) => matter.sides);
  const changeIn = (of: Line['fields'], party?: string): Change[] => {
    const how = textIn(of['standing']);
    if (how === undefined || how === 'planned') return [];
    const { held } = of;
    return [
      {
        how,
        ...present({
          party,
          cause: of['cause'] === undefined ? undefined : wordingIn(of['cause']),
          proposers: of['changedBy'] === undefined ? undefined : wordsIn(of['changedBy']),
          held: isObject(held) ? held : undefined,
        }),
      },
    ];
  };
  return {
    subject: item,
    kind,
    title: wordingIn(fields['activity']),
    standing,
    says: sides.map(({ fields: told, party }) => ({ party, status: textIn(told['status']) ?? '' })),
    changes: [...changeIn(fields), ...sides.flatMap(({ fields: told, party }) => changeIn(told, party))],
    figures: sides.flatMap(({ fields: told, party }) =>
      told['figures'] === undefined ? [] : [{ party, value: plainOf(told['figures']) }],
    ),
    carriesOut: [...new Set([...subjectsIn(fields['carriesOut']), ...(links.get(item) ?? [])])],
    silent: sides.length === 0,
    text,
    ...present({
      period: fields['period'] as ActivityRow['period'],
      area: textIn(fields['area']),
      place: textIn(fields['venue']),
      exercise:
        head['exercise'] === true || sides.some(({ fields: told }) => told['exercise'] === true)
          ? true
          : undefined,
    }),
    entries: [...entriesOf(...matters), ...line.entries],
  };
}

/** What each line carries out, as a party has stated it beside the texts. */
function linksOf(asking: Asking): ReadonlyMap<string, readonly string[]> {
  const links = new Map<string, string[]>();
  for (const { sides, subject } of mattersOf(asking, 'link'))
    for (const { fields } of sides)
      for (const of of subjectsIn(fields['carriesOut'])) push(links, subject as string, of);
  return links;
}
