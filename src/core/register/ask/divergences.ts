import { kindName } from '../../kinds/catalogue.ts';
import { label } from '../../kinds/declare.ts';
import { settlementsOf } from '../accounts.ts';
import { type Asking, askedOnce, type Entry, present, rowsOf, textIn, wordingIn } from './asking.ts';
import { assistanceOf } from './assistance.ts';
import { col } from './columns.ts';
import { eventGroups } from './events.ts';
import { groupedRows } from './grouped.ts';
import { lineOf, wordsOfLine } from './lines.ts';
import { differencesOf, entriesOf, type Matter, mattersOf, mattersOn, valueOf } from './matters.ts';
import { plainOf, sayingColumns } from './plain.ts';
import { type Question, textOption } from './question.ts';

/** One field of one thing in which what is said differs. */
export type DivergenceRow = {
  readonly subject: string;
  readonly kind: string;
  readonly facet?: string;
  /** Two parties; the sources that one party gives; steps of assistance, as what was sent and what was received. */
  readonly among: 'parties' | 'accounts' | 'steps' | 'sources';
  readonly title: Readonly<Record<string, string>>;
  readonly field: string;
  readonly says: readonly { readonly party: string; readonly value: string; readonly source?: string }[];
  /** Minutes in force say what holds; the accounts stay. */
  readonly settled: boolean;
  readonly exercise?: boolean;
  readonly entries: readonly Entry[];
};

const among = {
  parties: label('The parties', 'Các bên', 'ບັນດາຝ່າຍ', 'Les parties'),
  accounts: label('Accounts of one side', 'Các nguồn của một bên', 'ແຫຼ່ງຂອງຝ່າຍດຽວ', 'Comptes d’une partie'),
  steps: label('Sent and received', 'Gửi và nhận', 'ສົ່ງ ແລະ ຮັບ', 'Envoi et réception'),
  sources: label('Published sources', 'Nguồn công bố', 'ແຫຼ່ງທີ່ເຜີຍແຜ່', 'Sources publiées'),
} as const;
const states = {
  open: label('Not settled', 'Chưa thống nhất', 'ຍັງບໍ່ຕົກລົງ', 'Non arrêté'),
  settled: label('Settled', 'Đã thống nhất', 'ຕົກລົງແລ້ວ', 'Arrêté'),
} as const;

export const divergences: Question = {
  question: 'divergences',
  label: label(
    'Where the accounts differ',
    'Chỗ thông tin hai bên khác nhau',
    'ບ່ອນທີ່ຂໍ້ມູນຕ່າງກັນ',
    'Où les comptes divergent',
  ),
  options: {
    state: { type: 'code', codes: states, label: col.promise.label },
    for: { type: 'code', codes: among, label: label('Among', 'Giữa', 'ລະຫວ່າງ', 'Entre') },
  },
  columns: {
    among: { type: 'code', codes: among, shown: 'row', label: label('Among', 'Giữa', 'ລະຫວ່າງ', 'Entre') },
    title: col.title,
    field: { type: 'words', shown: 'row', label: label('Field', 'Trường', 'ຊ່ອງ', 'Champ') },
    says: {
      type: 'rows',
      shown: 'row',
      label: label('What each says', 'Mỗi bên nêu', 'ແຕ່ລະຝ່າຍແຈ້ງ', 'Ce que dit chacun'),
      columns: {
        party: { type: 'party', label: label('Party', 'Bên', 'ຝ່າຍ', 'Partie') },
        value: sayingColumns.value,
        source: col.source,
      },
    },
    settled: { type: 'flag', label: states.settled },
    subject: col.subject,
    exercise: col.exercise,
  },
  ask: (asking, options) => {
    const [state = 'open', between] = [textOption(options, 'state'), textOption(options, 'for')];
    const all = divergencesOf(asking).filter((row) => between === undefined || row.among === between);
    const rows = all.filter(({ settled }) => settled === (state === 'settled'));
    return {
      rows,
      about: {
        open: all.filter(({ settled }) => !settled).length,
        settled: all.filter(({ settled }) => settled).length,
      },
    };
  },
};

/** Of every kind: parties first, then steps of assistance, then accounts and published sources. */
export function divergencesOf(asking: Asking): readonly DivergenceRow[] {
  return askedOnce(asking, 'divergences', () => {
    const stated = [...asking.register.kinds.values()].flatMap((kind) =>
      kind.of === 'statement'
        ? dividedOf(asking, kind.kind, kind.compared).flatMap((matter) =>
            rowsOfMatter(asking, matter, kind.compared),
          )
        : [],
    );
    const order = Object.keys(among) as (keyof typeof among)[];
    const all = Map.groupBy([...stated, ...steps(asking), ...sources(asking)], (row) => row.among);
    return order.flatMap((name) => all.get(name) ?? []);
  });
}

/** Matters of a kind in which anything differs: few of many. */
const dividedOf = (asking: Asking, kind: string, compared: readonly string[]): readonly Matter[] =>
  groupedRows(asking, `divided ${kind}`, mattersOf(asking, kind), (matter) => {
    const { accounts, parties } = differencesOf(matter, compared);
    return accounts.length + parties.length === 0 ? [] : ['divided'];
  }).get('divided') ?? [];

function rowsOfMatter(asking: Asking, matter: Matter, compared: readonly string[]): DivergenceRow[] {
  const { accounts, parties } = differencesOf(matter, compared);
  const common = {
    subject: matter.subject,
    kind: matter.kind,
    title: titleOf(asking, matter.subject, matter),
    settled: settlementsOf(asking.register, matter.subject, asking.day).length > 0,
    ...present({ facet: matter.facet, exercise: valueOf(matter, 'exercise') === true ? true : undefined }),
    entries: entriesOf(matter),
  };
  const byParty = parties.map((field): DivergenceRow => {
    const says = matter.sides.flatMap(({ fields, party }) =>
      (fields[field] ?? null) === null ? [] : [{ party, value: plainOf(fields[field]) }],
    );
    return { ...common, among: 'parties', field, says };
  });
  const byAccount = accounts.map((field): DivergenceRow => {
    const says = matter.sides.flatMap((side) =>
      side.accounts.flatMap(({ fields, source }) =>
        (fields[field] ?? null) === null
          ? []
          : [{ party: side.party, value: plainOf(fields[field]), source }],
      ),
    );
    return { ...common, among: 'accounts', field, says };
  });
  return [...byParty, ...byAccount];
}

/** What was sent and what was received, where nothing explains the difference. */
function steps(asking: Asking): DivergenceRow[] {
  return assistanceOf(asking).flatMap((row) => {
    const [sent] = row.dispatched.length > 0 ? row.dispatched : row.handedOver;
    const [got] = row.received;
    const isOpen = row.difference !== undefined && (row.settled || !row.explained);
    if (!isOpen || sent === undefined || got === undefined) return [];
    return [
      {
        subject: row.subject,
        kind: 'delivery',
        among: 'steps',
        title: { und: row.what },
        field: row.what,
        says: [sent, got].map(({ amount, party }) => ({ party, value: `${amount} ${row.unit}` })),
        settled: row.settled,
        ...present({ exercise: row.exercise }),
        entries: row.entries,
      },
    ];
  });
}

/** What whoever recorded an event found to differ among its published sources. */
function sources(asking: Asking): DivergenceRow[] {
  const events = eventGroups(asking).get('conflicting') ?? [];
  return events.flatMap(({ conflicts, entries, exercise, sources: [first], subject, title }) =>
    conflicts.map(({ note }) => ({
      subject,
      kind: 'event',
      among: 'sources' as const,
      title,
      field: 'conflicts',
      says: [{ party: entries[0]?.party ?? '', value: note, ...present({ source: first?.source }) }],
      settled: false,
      ...present({ exercise }),
      entries,
    })),
  );
}

/** What a subject is called: by its line in a text, else by what its statement says. */
export function titleOf(asking: Asking, subject: string, matter?: Matter): Readonly<Record<string, string>> {
  const line = lineOf(asking, subject);
  for (const field of ['activity', 'wording'])
    if (line?.fields[field] !== undefined) return wordsOfLine(asking, line, field);
  for (const field of ['title', 'activity', 'wording', 'name', 'number', 'institution']) {
    const value = matter && valueOf(matter, field);
    if (value !== undefined) return wordingIn(value);
  }
  const [goods] = matter === undefined ? [] : rowsOf(valueOf(matter, 'goods'));
  const what = textIn(goods?.['what']);
  if (what !== undefined) return { und: what };
  const note = matter && valueOf(matter, 'note');
  if (note !== undefined) return wordingIn(note);
  // An outcome, an answer or a link says nothing of its own: it is called what it is said of.
  const [of] = matter?.kind === kindName(subject) ? [] : mattersOn(asking, kindName(subject), subject);
  return of === undefined || of === matter ? { und: subject } : titleOf(asking, subject, of);
}
