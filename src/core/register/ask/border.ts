import type { JsonObject } from '../../bytes/json.ts';
import { label } from '../../kinds/declare.ts';
import { isObject } from '../../kinds/value.ts';
import {
  type Asking,
  askedOnce,
  type Entry,
  numberIn,
  present,
  rowsOf,
  textIn,
  wordingIn,
} from './asking.ts';
import { col } from './columns.ts';
import { sortedBy } from './dates.ts';
import { linesOnce, wordsOfLine } from './lines.ts';
import { differencesOf, entriesOf, type Matter, mattersOf, mattersOn, toldOf, valueOf } from './matters.ts';
import { plainOf, type Saying, sayings } from './plain.ts';
import { type Question, textOption } from './question.ts';

/** One thing of the border as each side states it. Nothing of it speaks of a person who crosses. */
export type BorderRow = {
  readonly subject: string;
  readonly section: 'segment' | 'marker' | 'gate' | 'patrol' | 'meeting' | 'incidents';
  readonly title: Readonly<Record<string, string>>;
  readonly segment?: string;
  readonly period?: { readonly from?: string; readonly to?: string };
  /** Patrols that the plan foresees. */
  readonly planned?: number;
  readonly says: readonly Saying[];
  /** Two parties, or the sources of one, do not say the same. */
  readonly differs: boolean;
  readonly latitude?: string;
  readonly longitude?: string;
  readonly exercise?: boolean;
  readonly entries: readonly Entry[];
};

/** Patrols of one month and segment: planned by all, or as a party counts what was done. */
export type PatrolCount = {
  readonly month: string;
  readonly segment: string;
  readonly party?: string;
  readonly count: number;
};

const sections = {
  segment: label('Segment', 'Đoạn biên giới', 'ຕອນຊາຍແດນ', 'Secteur'),
  marker: label('Marker', 'Mốc quốc giới', 'ຫຼັກໝາຍຊາຍແດນ', 'Borne'),
  gate: label('Gate or crossing', 'Cửa khẩu, lối mở', 'ດ່ານ, ທາງຜ່ານ', 'Poste ou passage'),
  patrol: label('Joint patrols', 'Tuần tra chung', 'ການລາດຕະເວນຮ່ວມ', 'Patrouilles conjointes'),
  meeting: label('Border meeting', 'Gặp gỡ biên giới', 'ການພົບປະຊາຍແດນ', 'Rencontre frontalière'),
  incidents: label(
    'Incidents, as counts',
    'Vụ việc, theo số lượng',
    'ເຫດການ, ເປັນຈຳນວນ',
    'Incidents, en nombre',
  ),
} as const;

export const border: Question = {
  question: 'border',
  label: label('The border', 'Biên giới', 'ຊາຍແດນ', 'La frontière'),
  options: {
    for: { type: 'code', codes: sections, label: label('Part', 'Phần', 'ພາກ', 'Partie du tableau') },
  },
  columns: {
    section: { type: 'code', codes: sections, shown: 'row', label: label('What', 'Loại', 'ປະເພດ', 'Objet') },
    title: col.title,
    says: sayings,
    planned: { type: 'count', shown: 'row', label: label('Planned', 'Kế hoạch', 'ຕາມແຜນ', 'Prévu') },
    period: { type: 'period', label: label('Period', 'Thời gian', 'ໄລຍະເວລາ', 'Période') },
    differs: { ...col.differs, shown: 'row' },
    segment: { type: 'subject', label: sections.segment },
    latitude: { type: 'amount', label: label('Latitude', 'Vĩ độ', 'ເສັ້ນຂະໜານ', 'Latitude') },
    longitude: { type: 'amount', label: label('Longitude', 'Kinh độ', 'ເສັ້ນແວງ', 'Longitude') },
    exercise: col.exercise,
  },
  ask: (asking, options) => {
    const part = textOption(options, 'for');
    const rows = borderOf(asking).filter(({ section }) => part === undefined || section === part);
    return {
      rows,
      about: {
        differing: rows.filter(({ differs }) => differs).length,
        incidents: incidentTotals(asking),
        incidentPeriods: incidentPeriods(asking),
        patrols: patrolCounts(asking),
      },
    };
  },
};

export function borderOf(asking: Asking): readonly BorderRow[] {
  return askedOnce(asking, 'border', () => [
    ...mattersOf(asking, 'segment').map((matter) =>
      row(matter, 'segment', valueOf(matter, 'title'), ['lengthKm']),
    ),
    ...mattersOf(asking, 'gateState').map((matter) =>
      row(matter, 'gate', valueOf(matter, 'title'), ['state', 'since']),
    ),
    ...mattersOf(asking, 'marker').map((matter) =>
      row(matter, 'marker', valueOf(matter, 'number'), ['number', 'latitude', 'longitude']),
    ),
    ...mattersOf(asking, 'incidents').map((matter) => row(matter, 'incidents', undefined, ['counts'])),
    ...lines(asking),
  ]);
}

function row(
  matter: Matter,
  section: BorderRow['section'],
  title: Parameters<typeof wordingIn>[0],
  fields: readonly string[],
): BorderRow {
  const said = fields.flatMap((field) =>
    toldOf(matter, field).map(({ party, source, value }) => ({
      party,
      what: field,
      value: plainOf(value),
      ...present({ source }),
    })),
  );
  const differences = differencesOf(matter, fields);
  const period = valueOf(matter, 'period');
  return {
    subject: matter.subject,
    section,
    title: wordingIn(title),
    says: said,
    differs: differences.parties.length + differences.accounts.length > 0,
    ...present({
      segment: textIn(valueOf(matter, 'segment')),
      period: period === undefined ? undefined : (period as NonNullable<BorderRow['period']>),
      latitude: textIn(valueOf(matter, 'latitude')),
      longitude: textIn(valueOf(matter, 'longitude')),
      exercise: valueOf(matter, 'exercise') === true ? true : undefined,
    }),
    entries: entriesOf(matter),
  };
}

/** Patrols, meetings and gates of plans with what each side reports. */
function lines(asking: Asking): BorderRow[] {
  const sectionOf: Readonly<Record<string, BorderRow['section']>> = {
    patrol: 'patrol',
    borderMeeting: 'meeting',
    gate: 'gate',
  };
  return linesOnce(asking).flatMap(({ fields, item, kind, text }) => {
    const section = sectionOf[kind];
    if (section === undefined) return [];
    const matters = mattersOn(asking, 'report', item);
    const says = matters.flatMap(({ sides }) =>
      sides.map(({ fields: told, party }) => ({
        party,
        what: textIn(told['status']) ?? '',
        value: plainOf(told['figures']),
      })),
    );
    return [
      {
        subject: item,
        section,
        title: wordsOfLine(asking, { fields, item, text }, 'activity'),
        says,
        differs: matters.some((matter) => differencesOf(matter, ['status', 'figures']).parties.length > 0),
        ...present({
          planned: numberIn(fields['patrols']),
          period: fields['period'] as BorderRow['period'],
          segment: textIn(fields['segment']),
        }),
        entries: entriesOf(...matters),
      },
    ];
  });
}

/** Incidents by category, segment and party. */
function incidentTotals(asking: Asking) {
  const sums = new Map<string, { category: string; segment: string; party: string; count: number }>();
  for (const matter of mattersOf(asking, 'incidents')) {
    const segment = textIn(valueOf(matter, 'segment')) ?? '';
    for (const { fields, party } of matter.sides) {
      for (const row of rowsOf(fields['counts'])) {
        const category = textIn(row['category']) ?? 'other';
        const key = `${category} ${segment} ${party}`;
        const sum = sums.get(key) ?? { category, segment, party, count: 0 };
        sums.set(key, { ...sum, count: sum.count + (numberIn(row['count']) ?? 0) });
      }
    }
  }
  return [...sums.values()];
}

/** Incidents of all categories together, by the period as each side states it, by segment: a quarter is not cut into months. */
function incidentPeriods(asking: Asking) {
  return mattersOf(asking, 'incidents').flatMap((matter) => {
    const segment = textIn(valueOf(matter, 'segment')) ?? '';
    return matter.sides.flatMap(({ fields, party }) => {
      const { period } = fields;
      if (!isObject(period)) return [];
      const count = rowsOf(fields['counts']).reduce((sum, row) => sum + (numberIn(row['count']) ?? 0), 0);
      return [{ party, segment, period, count }];
    });
  });
}

/**
 * Patrols by the month or the year that their line begins in, as in the plan, and segment: what the plan foresees, without a party, and what each party
 * reports done of it. A party that has said nothing has no count; a line without a number is one patrol.
 */
function patrolCounts(asking: Asking): readonly PatrolCount[] {
  const sums = new Map<string, PatrolCount>();
  const add = (one: PatrolCount): void => {
    const key = `${one.month} ${one.party ?? ''} ${one.segment}`;
    sums.set(key, { ...one, count: (sums.get(key)?.count ?? 0) + one.count });
  };
  for (const { fields, item, kind } of linesOnce(asking)) {
    const from = isObject(fields['period']) ? textIn(fields['period']['from']) : undefined;
    if (kind !== 'patrol' || from === undefined) continue;
    const where = { month: from.replace('~', '').slice(0, 7), segment: textIn(fields['segment']) ?? '' };
    const planned = numberIn(fields['patrols']);
    add({ ...where, count: planned ?? 1 });
    for (const { sides } of mattersOn(asking, 'report', item)) {
      for (const { fields: told, party } of sides) {
        const count =
          patrolsIn(told) ?? (planned === undefined && told['status'] === 'carriedOut' ? 1 : undefined);
        if (count !== undefined) add({ ...where, party, count });
      }
    }
  }
  return sortedBy([...sums.values()], ({ month }) => month);
}

/** The patrols that a report counts, or undefined where it gives no number. */
function patrolsIn(told: JsonObject): number | undefined {
  const counts = rowsOf(told['figures']).filter(({ unit }) => unit === 'patrol');
  return counts.length === 0 ? undefined : counts.reduce((sum, { amount }) => sum + Number(amount), 0);
}
