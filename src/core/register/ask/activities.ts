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
import { type Line, type ShownText, shownTexts, wordsOfLine } from './lines.ts';
import { entriesOf, type Matter, mattersOf, mattersOn } from './matters.ts';
import { plainOf } from './plain.ts';
import { boundFrom } from './plans.ts';
import { type Question, textOption } from './question.ts';
import { type Unplanned, unplannedOf } from './unplanned.ts';

/** A line of a plan with what each side says became of it: as planned or postponed, why and on whose proposal. */
export type ActivityRow = {
  readonly subject: string;
  readonly kind: string;
  readonly title: Readonly<Record<string, string>>;
  readonly period?: { readonly from?: string; readonly to?: string };
  readonly area?: string;
  readonly place?: string;
  /** `stated`: no plan names it, a side does. */
  readonly standing: 'inForce' | 'draft' | 'stated';
  readonly unplanned?: boolean;
  /** The line of an earlier plan that it goes on with. */
  readonly carriedFrom?: string;
  /** It may have begun before its plan was signed and in force. */
  readonly begunBefore?: boolean;
  readonly says: readonly { readonly party: string; readonly status: string }[];
  readonly changes: readonly Change[];
  readonly figures: readonly { readonly party: string; readonly value: string }[];
  readonly carriesOut: readonly string[];
  readonly silent: boolean;
  readonly text?: string;
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
    unplanned: {
      type: 'flag',
      shown: 'row',
      label: label('In no plan', 'Ngoài kế hoạch', 'ນອກແຜນ', 'Hors plan'),
    },
    carriedFrom: {
      type: 'subject',
      shown: 'row',
      label: label('Carried over from', 'Chuyển từ', 'ຍົກມາຈາກ', 'Reporté de'),
    },
    begunBefore: {
      type: 'flag',
      label: label(
        'Begun before the plan was signed',
        'Bắt đầu trước khi ký kế hoạch',
        'ເລີ່ມກ່ອນລົງນາມແຜນ',
        'Commencé avant la signature du plan',
      ),
    },
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
        unplanned: rows.filter(({ unplanned }) => unplanned === true).length,
        carriedOver: rows.filter(({ carriedFrom }) => carriedFrom !== undefined).length,
      },
    };
  },
};

/** Every activity of every text, in force or under negotiation, and those that no plan names, by the first day of their period. */
export function activitiesOf(asking: Asking): readonly ActivityRow[] {
  return askedOnce(asking, 'activities', () => {
    const links = linksOf(asking);
    const planned = shownTexts(asking).flatMap((text) => {
      const bound = boundFrom(asking, text);
      return text.lines
        .filter(({ kind }) => Object.hasOwn(kinds, kind))
        .map((line) => rowOf(asking, text, line, links, bound));
    });
    const unplanned = unplannedOf(asking).map((one) => unplannedRow(one, links));
    return sortedBy([...planned, ...unplanned], ({ period }) => firstDayOf(period) ?? '9999-99');
  });
}

function rowOf(
  asking: Asking,
  { head }: ShownText,
  line: Line,
  links: ReadonlyMap<string, readonly string[]>,
  bound: string | undefined,
): ActivityRow {
  const { fields, item, kind, standing, text } = line;
  const matters = mattersOn(asking, 'report', item);
  const sides = matters.flatMap((matter) => matter.sides);
  const first = firstDayOf(fields['period']);
  return {
    subject: item,
    kind,
    title: wordsOfLine(asking, line, 'activity'),
    standing,
    ...toldBy(matters),
    changes: [...changeIn(fields), ...toldBy(matters).changes],
    carriesOut: [...new Set([...subjectsIn(fields['carriesOut']), ...(links.get(item) ?? [])])],
    silent: sides.length === 0,
    text,
    ...present({
      period: fields['period'] as ActivityRow['period'],
      area: textIn(fields['area']),
      place: textIn(fields['venue']),
      carriedFrom: textIn(fields['carriedFrom']),
      begunBefore: bound !== undefined && first !== undefined && first < bound ? true : undefined,
      exercise:
        head['exercise'] === true || sides.some(({ fields: told }) => told['exercise'] === true)
          ? true
          : undefined,
    }),
    entries: [...entriesOf(...matters), ...line.entries],
  };
}

/** What no plan names, as those who speak of it have it. */
function unplannedRow(
  { area, exercise, held, kind, place, reports, said, subject, title }: Unplanned,
  links: ReadonlyMap<string, readonly string[]>,
): ActivityRow {
  return {
    subject,
    kind,
    title,
    standing: 'stated',
    unplanned: true,
    ...toldBy(reports),
    carriesOut: [...new Set(links.get(subject))],
    silent: reports.length === 0,
    ...present({
      period: held,
      area,
      place,
      exercise: exercise ? true : undefined,
    }),
    entries: entriesOf(...said, ...reports),
  };
}

/** What each side says of an activity. */
function toldBy(matters: readonly Matter[]): Pick<ActivityRow, 'says' | 'changes' | 'figures'> {
  const sides = matters.flatMap((matter) => matter.sides);
  return {
    says: sides.map(({ fields, party }) => ({ party, status: textIn(fields['status']) ?? '' })),
    changes: sides.flatMap(({ fields, party }) => changeIn(fields, party)),
    figures: sides.flatMap(({ fields, party }) =>
      fields['figures'] === undefined ? [] : [{ party, value: plainOf(fields['figures']) }],
    ),
  };
}

function changeIn(of: JsonObject, party?: string): Change[] {
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
}

/** What each line carries out, as a party has stated it beside the texts. */
function linksOf(asking: Asking): ReadonlyMap<string, readonly string[]> {
  const links = new Map<string, string[]>();
  for (const { sides, subject } of mattersOf(asking, 'link'))
    for (const { fields } of sides)
      for (const of of subjectsIn(fields['carriesOut'])) push(links, subject as string, of);
  return links;
}
