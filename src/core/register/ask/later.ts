import { label } from '../../kinds/declare.ts';
import { type Asking, askedEver, type Entry, present, textIn } from './asking.ts';
import { col } from './columns.ts';
import { dateKey, firstDayOf, sortedBy } from './dates.ts';
import { type ChronologyRow, eventOf } from './events.ts';
import { type Groups, groupedRows } from './grouped.ts';
import { instrumentsOf } from './instruments.ts';
import { type LedgerRow, ledgerOf, type PromiseState, saidAt } from './ledger.ts';
import { shownTexts, wordsOfLine } from './lines.ts';
import { type Question, textOption } from './question.ts';

export type Topic = keyof typeof topics;

/** Where a topic comes back after it was spoken of. */
export type LaterRow = {
  readonly topic: Topic;
  /** The words themselves, what was said of it later, a line of a plan, an instrument. */
  readonly what: 'words' | 'said' | 'line' | 'instrument';
  readonly subject: string;
  readonly title: Readonly<Record<string, string>>;
  readonly date?: string;
  readonly force?: string;
  readonly state?: PromiseState;
  readonly standing?: string;
  readonly exercise?: boolean;
  readonly entries: readonly Entry[];
};

/** Topics by the areas of plans and of what was said, and by words of the four languages. */
const topics = {
  training: {
    label: label('Training', 'Đào tạo', 'ການຝຶກອົບຮົມ', 'Formation'),
    areas: ['training'],
    words: /\btrain|\bhuman resources|\bformation\b|ressources humaines|đào tạo|ຝຶກ|ບຸກຄະລາກອນ/i,
  },
  border: {
    label: label('Border protection', 'Bảo vệ biên giới', 'ການປ້ອງກັນຊາຍແດນ', 'Protection des frontières'),
    areas: ['border', 'crime'],
    words: /\bborder\b(?!-?\s*trade)|fronti[eè]r|biên giới|ຊາຍແດນ/i,
  },
  economy: {
    label: label('Defence economy', 'Kinh tế quốc phòng', 'ເສດຖະກິດປ້ອງກັນຊາດ', 'Économie de défense'),
    areas: ['economy'],
    words: /\beconom|économ|kinh tế|ເສດຖະກິດ/i,
  },
  trade: {
    label: label('Border trade', 'Thương mại biên giới', 'ການຄ້າຊາຍແດນ', 'Commerce frontalier'),
    areas: ['trade'],
    words: /\btrade\b|commerc|thương mại|ການຄ້າ/i,
  },
} as const;

const topicCodes = Object.fromEntries(Object.entries(topics).map(([name, topic]) => [name, topic.label]));
const whats = {
  words: label('The words', 'Lời đã nêu', 'ຄຳກ່າວ', 'Les mots'),
  said: label('Said later', 'Nêu về sau', 'ກ່າວພາຍຫຼັງ', 'Dit ensuite'),
  line: label('Line of a plan', 'Nội dung kế hoạch', 'ລາຍການໃນແຜນ', 'Point d’un plan'),
  instrument: label('Instrument', 'Văn kiện', 'ເອກະສານ', 'Instrument'),
} as const;

export const later: Question = {
  question: 'later',
  label: label(
    'What became of the words',
    'Những lời đã nêu về sau ra sao',
    'ຄຳກ່າວນັ້ນເປັນແນວໃດຕໍ່ມາ',
    'Ce que les mots sont devenus',
  ),
  options: { for: { type: 'subject', kinds: ['event'], label: col.event.label } },
  columns: {
    topic: { type: 'code', codes: topicCodes, shown: 'row', label: label('Topic', 'Chủ đề', 'ຫົວຂໍ້', 'Sujet') },
    what: { type: 'code', codes: whats, shown: 'row', label: label('What', 'Loại', 'ປະເພດ', 'Quoi') },
    date: col.date,
    title: col.title,
    force: col.force,
    state: col.promise,
    standing: col.standing,
    exercise: col.exercise,
  },
  ask: (asking, options) => {
    const event = eventOf(asking, textOption(options, 'for')) ?? lastCall(asking);
    if (event === undefined) return { rows: [] };
    const rows = laterThan(asking, event);
    const silent = Object.keys(topics).filter(
      (topic) => !rows.some((row) => row.topic === topic && row.what !== 'words'),
    );
    return { rows, about: { event: event.subject, date: event.date, title: event.title, silent } };
  },
};

/** The last event at which an instruction, request or recommendation named several topics at once. */
function lastCall(asking: Asking): ChronologyRow | undefined {
  return askedEver(asking, 'last call', () => {
    const calls = topicalLines(asking).get('call') ?? [];
    return eventOf(asking, calls.at(-1)?.event);
  });
}

/** What was said, by what it speaks of: `topic <topic>`; `call` of what called for several at once. */
const topicalLines = (asking: Asking): Groups<LedgerRow> =>
  groupedRows(asking, 'topics', ledgerOf(asking), (line) => {
    const isCall = ['instructed', 'requested', 'recommended'].includes(line.force);
    return [
      ...topicsOfLine(line).map((topic) => `topic ${topic}`),
      ...(isCall && topicsIn(Object.values(line.wording)).length > 1 ? ['call'] : []),
    ];
  });

/** By topic: the words, what was said later, lines of plans, instruments; each the oldest first. */
function laterThan(asking: Asking, event: ChronologyRow): LaterRow[] {
  const since = firstDayOf(event.date) ?? '';
  const isLater = (date: string | undefined): boolean => (firstDayOf(date) ?? '') > since;
  const words = saidAt(asking, event);
  const [lines, instruments] = [planLines(asking, isLater), newInstruments(asking, isLater)].map((rows) =>
    Map.groupBy(
      sortedBy(rows, ({ date }) => dateKey(date ?? '9999')),
      ({ topic }) => topic,
    ),
  );
  return names.flatMap((topic) => {
    // They stand in the order of their events.
    const said = (topicalLines(asking).get(`topic ${topic}`) ?? []).filter(
      ({ date, event: at }) => isLater(date) && at !== event.subject,
    );
    return [
      ...words
        .filter((line) => topicsOfLine(line).includes(topic))
        .map((line) => saidRow(topic, 'words', line)),
      ...said.map((line) => saidRow(topic, 'said', line)),
      ...(lines?.get(topic) ?? []),
      ...(instruments?.get(topic) ?? []),
    ];
  });
}

const saidRow = (topic: Topic, what: 'words' | 'said', line: LedgerRow): LaterRow => ({
  topic,
  what,
  subject: line.subject,
  title: line.wording,
  force: line.force,
  ...present({ date: line.date, state: line.state, exercise: line.exercise }),
  entries: line.entries,
});

function planLines(asking: Asking, isLater: (date: string | undefined) => boolean): LaterRow[] {
  return shownTexts(asking).flatMap(({ head, lines, standing, text }) => {
    const from = firstDayOf(head['covers']);
    if (!isLater(from)) return [];
    return lines.flatMap(({ fields, item }) =>
      topicsOfArea(textIn(fields['area'])).map(
        (topic): LaterRow => ({
          topic,
          what: 'line',
          subject: item,
          title: wordsOfLine(asking, { fields, item, text }, 'activity'),
          standing,
          ...present({ date: textIn(from), exercise: head['exercise'] === true ? true : undefined }),
          entries: [],
        }),
      ),
    );
  });
}

function newInstruments(asking: Asking, isLater: (date: string | undefined) => boolean): LaterRow[] {
  return instrumentsOf(asking)
    .filter(({ signed, standing }) => standing === 'onRecord' && isLater(signed))
    .flatMap(({ entries, exercise, signed, standing, subject, title }) =>
      topicsIn(Object.values(title)).map(
        (topic): LaterRow => ({
          topic,
          what: 'instrument',
          subject,
          title,
          standing,
          ...present({ date: signed, exercise }),
          entries,
        }),
      ),
    );
}

/** By its area and by its words. */
const topicsOfLine = ({ area, wording }: LedgerRow): readonly Topic[] => [
  ...new Set([...topicsOfArea(area), ...topicsIn(Object.values(wording))]),
];

const topicsOfArea = (area: string | undefined): readonly Topic[] =>
  names.filter((name) => area !== undefined && (topics[name].areas as readonly string[]).includes(area));

const topicsIn = (texts: readonly string[]): readonly Topic[] =>
  names.filter((name) => texts.some((text) => topics[name].words.test(text)));

const names = Object.keys(topics) as Topic[];
