import type { Json, JsonObject } from '../src/core/bytes/json.ts';
import type { Event } from '../src/node/import/record-row.ts';
import { organisationOfPost, organisationStatements, ranksOf } from './record-organisations.ts';
import { type RecordStatement, said } from './record-shapes.ts';

/*
 * What the record says and its form does not: facts of its titles, quantities, notes and `related`, put where the
 * register asks for them. Nothing here is beyond the record; docs/systems.md names the events.
 */

/** The record's statements with what else follows from it: mechanisms, posts in four languages, the border, goods, courses, links. */
export function recordFacts(
  events: readonly Event[],
  told: readonly RecordStatement[],
): readonly RecordStatement[] {
  const extended = told.map((one) => extend(one));
  return [
    ...organisationStatements(),
    ...extended,
    ...segments(events),
    ...events.flatMap(deliveryOf),
    ...trainings(events),
    ...provisions(told),
    ...links(),
    letter(events),
  ];
}

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** More of a statement: the level and cadence that a mechanism's name states, the names of a post, what a pledge answers. */
function extend({ body, party }: RecordStatement): RecordStatement {
  const more = additions[textOf(body['subject'])] ?? postAdditions(body);
  return more === undefined
    ? { party, body }
    : { party, body: { ...body, fields: { ...(body['fields'] as JsonObject), ...more } } };
}

const yearly = { everyMonths: 12 };
/** Level and cadence only where the name of the mechanism or the post of who led states them. */
const additions: Readonly<Record<string, JsonObject>> = {
  'undertaking.vl-0158-1': {
    answers: [
      'undertaking.vl-0158-2',
      'undertaking.vl-0158-3',
      'undertaking.vl-0158-4',
      'undertaking.vl-0158-5',
    ],
  },
  // "En conclusion de la session": vl-0081's first source.
  'onRecord.vl-0081-1': { note: 'signed at the close of the session' },
};

const mechanismFacts: readonly (readonly [begins: string, facts: JsonObject])[] = [
  ['annual ministers talks', { level: 'minister', alternates: true, ...yearly }],
  [
    'defence policy dialogue',
    {
      level: 'viceMinister',
      since: '2019-07-25',
      lastSeen: '2025-03-28',
      numbering: {
        en: 'A policy exchange of 25 July 2019 was counted later as the first dialogue. Of the second (2021) no report was found. A Vietnamese deputy minister is recorded as co-chair of the third to the fifth; an exchange of young officers took place beside the dialogue on 28 March 2025.',
      },
      source: 'posts of the record: co-chairs of the dialogue; vl-0083; vl-0162',
    },
  ],
  ['government special committees', { level: 'viceMinister', alternates: true, ...yearly }],
  ['annual meeting of border delegations', { ...yearly }],
  ['annual meeting of the three defence ministers', { level: 'minister', ...yearly }],
  ['annual talks of provincial border guard', { level: 'province', ...yearly }],
  ['annual talks of border guard commands', { level: 'command', ...yearly }],
  ['ASEAN defence meetings', { level: 'minister' }],
  ['leader visits', { level: 'leader' }],
  ['leader receptions', { level: 'leader' }],
  ['department-level talks', { level: 'department' }],
  ['technical department talks', { level: 'department' }],
  ['talks between general departments of politics', { level: 'department' }],
];

const postNames: Readonly<Record<string, { readonly level: string; readonly names: readonly string[] }>> = {
  'Minister of National Defence': {
    level: 'minister',
    names: [
      'Defence Minister',
      'Bộ trưởng Bộ Quốc phòng',
      'ລັດຖະມົນຕີກະຊວງປ້ອງກັນປະເທດ',
      'Ministre de la Défense',
      'Ministre de la Défense nationale',
    ],
  },
  'Deputy Minister of National Defence': {
    level: 'viceMinister',
    names: [
      'Deputy Defence Minister',
      'Thứ trưởng Bộ Quốc phòng',
      'ຮອງລັດຖະມົນຕີກະຊວງປ້ອງກັນປະເທດ',
      'Vice-ministre de la Défense',
    ],
  },
  'Chief of the General Staff, Deputy Minister of National Defence': {
    level: 'viceMinister',
    names: [
      'Chief of the General Staff',
      'Tổng Tham mưu trưởng',
      'ຫົວໜ້າກົມໃຫຍ່ເສນາທິການ',
      'Chef d’état-major général',
    ],
  },
  'Prime Minister': {
    level: 'leader',
    names: ['Thủ tướng Chính phủ', 'Thủ tướng', 'ນາຍົກລັດຖະມົນຕີ', 'Premier ministre'],
  },
  'Head, General Department of Politics': {
    level: 'department',
    names: [
      'Chủ nhiệm Tổng cục Chính trị',
      'ຫົວໜ້າກົມໃຫຍ່ການເມືອງກອງທັບ',
      'Chef du Département général de la politique',
    ],
  },
};

function postAdditions(body: JsonObject): JsonObject | undefined {
  const fields = body['fields'] as JsonObject;
  const title = fields['title'] as JsonObject | undefined;
  if (body['kind'] === 'mechanism')
    return mechanismFacts.find(([begins]) => textOf(title?.['en']).startsWith(begins))?.[1];
  const ranks = body['kind'] === 'holder' ? ranksOf[textOf(fields['name'])] : undefined;
  if (ranks !== undefined && textOf(fields['post']).includes('minister-of-national-defence'))
    return { ranks: ranks.map((one) => ({ ...one })) };
  if (body['kind'] !== 'post') return undefined;
  const post = textOf((fields['name'] as JsonObject)['en']);
  const known = postNames[post];
  const names =
    known === undefined ? {} : { level: known.level, aliases: known.names.map((name) => ({ name })) };
  return { ...organisationOfPost(fields['side'], post), ...names };
}

/** The border's length by each source, none preferred. */
function segments(events: readonly Event[]): RecordStatement[] {
  const at = (id: string, lang?: string): string => {
    const event = events.find((one) => one.id === id);
    return (
      event?.also_sources.find((url) => lang !== undefined && url.includes(lang)) ?? event?.source_url ?? id
    );
  };
  const account = (lengthKm: string, source: string, note?: string): JsonObject => ({
    source,
    fields: { lengthKm, ...(note === undefined ? {} : { note: { en: note } }) },
  });
  const body = (
    suffix: string,
    title: string,
    rest: JsonObject,
    fields: JsonObject = {},
  ): RecordStatement => ({
    party: 'VN',
    body: {
      kind: 'segment',
      subject: `segment.${suffix}`,
      fields: { title: { en: title }, ...fields },
      ...rest,
    },
  });
  return [
    body('viet-nam-laos', 'Border of Viet Nam and Laos', {
      accounts: [
        account('2067', at('vl-0013')),
        account('2130', at('vl-0028')),
        account('2300', at('vl-0035'), 'more than'),
        account('2337', 'other sources, as the record notes at vl-0013'),
        account('2340', at('vl-0029', 'nhandan')),
      ],
    }),
    body('nghe-an', 'Border of Nghe An', {
      accounts: [
        account('468.281', at('vl-0131')),
        account('419', 'an article of 2016, as the record notes at vl-0131'),
      ],
    }),
    body(
      'quang-tri',
      'Border of Quang Tri',
      {},
      {
        lengthKm: '179',
        note: { en: 'more than' },
        source: at('vl-0041'),
      },
    ),
    body(
      'thanh-hoa-houaphanh',
      'Border section of Thanh Hoa and Houaphanh',
      {},
      {
        lengthKm: '192',
        source: at('vl-0027'),
      },
    ),
  ];
}

/** Announced and not yet handed over, by the source's own words. */
const pledged = new Set(['vl-0030', 'vl-0054', 'vl-0074', 'vl-0101']);
const isGoods = (row: Event['quantities'][number]): boolean =>
  row.from === 'VN' &&
  row.to === 'LA' &&
  !/^(?:persons|families|documents|topics|courses|trainees)/.test(row.unit) &&
  !/requested|total masks/.test(row.what);

/** Goods, works and money that an event names, as one delivery told by its source. */
function deliveryOf(event: Event): RecordStatement[] {
  const { date, id, kind, mechanism, place } = event;
  const isGift = kind === 'assistance' || mechanism === 'infrastructure gifts' || id === 'vl-0101';
  const rows = isGift ? event.quantities.filter(isGoods) : [];
  if (rows.length === 0) return [];
  const leg = pledged.has(id) ? 'pledged' : 'handedOver';
  const fields = {
    leg,
    date,
    goods: rows.map(goodsRow),
    from: 'VN',
    to: 'LA',
    source: event.source_url,
    note: { en: event.title_en },
    ...(place === null || place === 'not printed' ? {} : { place }),
  };
  const also = otherFigures[id];
  const accounts =
    also === undefined
      ? {}
      : {
          accounts: [
            { source: fields.source, fields: { goods: fields.goods } },
            {
              source: also.source(event),
              fields: {
                goods: rows.map((row) => goodsRow(row.what === also.what ? { ...row, ...also.row } : row)),
              },
            },
          ],
        };
  const body = { kind: 'delivery', subject: `delivery.${id}`, facet: leg.toLowerCase(), fields, ...accounts };
  return [{ party: 'VN', body }];
}

/** Where two sources give another figure of the same goods: both stand as accounts (S3). */
const otherFigures: Readonly<
  Record<
    string,
    {
      readonly what: string;
      readonly row: { readonly amount: number };
      readonly source: (event: Event) => string;
    }
  >
> = {
  'vl-0078': {
    what: 'infrared thermometers',
    row: { amount: 20_000 },
    source: ({ also_sources: [spanish = ''] }) => spanish,
  },
  'vl-0087': {
    what: 'value',
    row: { amount: 2_700_000_000 },
    source: () => '"more than", announced before the hand-over, as the record notes at vl-0087',
  },
};

function goodsRow({ amount, unit, what }: Event['quantities'][number]): JsonObject {
  const [, currency, about] = /^([A-Z]{3})(?: \((.+)\))?$/.exec(unit) ?? [];
  if (currency !== undefined)
    return {
      what: about === undefined ? what : `${what} (${about})`,
      value: { amount: String(amount), currency },
    };
  return { what, quantity: { amount: String(amount), unit } };
}

/** Totals of training that sources give, each with its own period. */
function trainings(events: readonly Event[]): RecordStatement[] {
  const source = (id: string): string => events.find((one) => one.id === id)?.source_url ?? id;
  const row = (suffix: string, fields: JsonObject): RecordStatement => said('VN', 'training', suffix, fields);
  const twinning = 'National defence academies (twinning)';
  const guard = 'Border Guard Academy';
  return [
    row('border-academy-cadets', {
      institution: guard,
      period: { from: '2020', to: '2024' },
      completed: 40,
      note: { en: 'undergraduate cadets since 2020' },
      source: source('vl-0138'),
    }),
    row('border-academy-officers', {
      institution: guard,
      period: { from: '2020', to: '2024' },
      completed: 85,
      note: { en: 'officers trained since 2020' },
      source: source('vl-0138'),
    }),
    row('academies-since-2009', {
      institution: twinning,
      period: { from: '2009', to: '2024' },
      completed: 326,
      note: { en: '44 courses since 2009' },
      source: source('vl-0156'),
    }),
    row('academies-since-the-start', {
      institution: twinning,
      period: { to: '2024' },
      completed: 487,
      note: { en: '63 courses since the start' },
      source: source('vl-0156'),
    }),
  ];
}

/** What the joint statements of the leaders say, provision by provision: their agreed lines. */
function provisions(told: readonly RecordStatement[]): RecordStatement[] {
  return told.flatMap(({ body, party }) => {
    const [, event, number] = /^undertaking\.(vl-0036|vl-0067)-(\d+)$/.exec(textOf(body['subject'])) ?? [];
    const { area, source, wording } = body['fields'] as JsonObject;
    if (event === undefined || number === undefined) return [];
    const fields = present({ instrument: `onRecord.${event}-1`, number, wording, area, source });
    return [said(party, 'provision', `${event}-${number}`, fields)];
  });
}

const present = (fields: Readonly<Record<string, Json | undefined>>): JsonObject =>
  Object.fromEntries(Object.entries(fields).filter((pair): pair is [string, Json] => pair[1] !== undefined));

/** What the record relates: the event that matched, slipped, fulfilled or restored what was said before. */
const related: readonly (readonly [event: string, carriesOut: readonly string[]])[] = [
  ['vl-0032', ['undertaking.vl-0023-1', 'undertaking.vl-0023-2']],
  ['vl-0082', ['undertaking.vl-0081-3']],
  ['vl-0108', ['onRecord.vl-0098-2']],
  ['vl-0112', ['undertaking.vl-0069-2']],
  ['vl-0167', ['undertaking.vl-0020-2']],
];

function links(): RecordStatement[] {
  return related.map(([event, carriesOut]) => ({
    party: 'VN',
    body: { kind: 'link', subject: `event.${event}`, fields: { carriesOut } },
  }));
}

/** The condolences of 2014, as correspondence. */
function letter(events: readonly Event[]): RecordStatement {
  const event = events.find(({ id }) => id === 'vl-0018');
  return said('VN', 'letter', 'vl-0018', {
    title: { en: 'Condolences on the death of the Lao defence minister' },
    what: 'condolence',
    date: event?.date ?? '2014-05',
    from: 'VN',
    to: 'LA',
    source: event?.source_url ?? 'vl-0018',
  });
}
