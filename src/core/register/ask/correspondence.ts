import type { PartyCode } from '../../bytes/ids.ts';
import { label } from '../../kinds/declare.ts';
import { mark } from '../../kinds/shared-fields.ts';
import { partiesOf } from '../texts.ts';
import { type Asking, askedEver, type Entry, isParty, present, push, textIn, wordingIn } from './asking.ts';
import { col } from './columns.ts';
import { newestFirst } from './dates.ts';
import { entriesOf, firstOf, type Matter, mattersOf, mattersOn, valueOf } from './matters.ts';
import { type Question, textOption } from './question.ts';

/** A letter, note or bulletin with what became of it. */
export type LetterRow = {
  readonly subject: string;
  readonly kind: 'letter' | 'note';
  readonly title: Readonly<Record<string, string>>;
  readonly what?: string;
  readonly date?: string;
  readonly party: string;
  readonly from?: string;
  readonly to?: string;
  readonly ourReference?: string;
  readonly theirReference?: string;
  readonly answers?: string;
  readonly answeredBy: readonly string[];
  readonly acknowledgedBy: readonly string[];
  /** It asks for an answer and has none from anybody else. */
  readonly unanswered: boolean;
  /** Who should answer. */
  readonly awaits: readonly string[];
  readonly answerBy?: string;
  readonly mark?: string;
  readonly exercise?: boolean;
  readonly entries: readonly Entry[];
};

const columns = {
  date: col.date,
  from: { type: 'words', shown: 'row', label: label('From', 'Từ', 'ຈາກ', 'De') },
  to: col.to,
  title: col.title,
  unanswered: {
    type: 'flag',
    shown: 'row',
    label: label('Unanswered', 'Chưa trả lời', 'ຍັງບໍ່ໄດ້ຕອບ', 'Sans réponse'),
  },
  answerBy: { type: 'date', label: label('Answer by', 'Trả lời trước', 'ຕອບກ່ອນ', 'Répondre avant le') },
  answeredBy: { type: 'subjects', label: label('Answered by', 'Trả lời bằng', 'ຕອບດ້ວຍ', 'Réponse') },
  acknowledgedBy: {
    type: 'parties',
    label: label('Acknowledged by', 'Bên xác nhận đã nhận', 'ຝ່າຍຢືນຢັນການຮັບ', 'Accusé par'),
  },
  ourReference: { type: 'words', label: label('Reference', 'Số công văn', 'ເລກທີ', 'Référence') },
  theirReference: {
    type: 'words',
    label: label('Their reference', 'Số công văn của bạn', 'ເລກທີຂອງຝ່າຍຄູ່ຮ່ວມ', 'Leur référence'),
  },
  mark,
  exercise: col.exercise,
} as const;
const options = {
  state: {
    type: 'code',
    codes: { unanswered: columns.unanswered.label },
    label: col.promise.label,
  },
} as const;

export const correspondence: Question = {
  question: 'correspondence',
  label: label('Correspondence', 'Thư tín', 'ຈົດໝາຍໂຕ້ຕອບ', 'Correspondance'),
  options,
  columns,
  ask: (asking, given) => answerOf(lettersOf(asking, 'letter'), textOption(given, 'state')),
};

export const information: Question = {
  question: 'information',
  label: label('Notes and bulletins', 'Thông báo, bản tin', 'ບົດແຈ້ງ ແລະ ຂ່າວສານ', 'Notes et bulletins'),
  options,
  columns,
  ask: (asking, given) => answerOf(lettersOf(asking, 'note'), textOption(given, 'state')),
};

function answerOf(all: readonly LetterRow[], state: string | undefined) {
  const open = all.filter(({ unanswered }) => unanswered);
  return { rows: state === 'unanswered' ? open : all, about: { unanswered: open.length } };
}

/** What asks for an answer and has none. */
export const unansweredOf = (asking: Asking): readonly LetterRow[] =>
  [...lettersOf(asking, 'letter'), ...lettersOf(asking, 'note')].filter(({ unanswered }) => unanswered);

/** Letters or notes, newest first. */
export function lettersOf(asking: Asking, kind: 'letter' | 'note'): readonly LetterRow[] {
  return askedEver(asking, `letters ${kind}`, () => {
    const answered = new Map<string, Matter[]>();
    for (const matter of [...mattersOf(asking, 'letter'), ...mattersOf(asking, 'note')]) {
      const of = textIn(valueOf(matter, 'answers'));
      if (of !== undefined) push(answered, of, matter);
    }
    const rows = mattersOf(asking, kind).map((matter) =>
      letterRow(asking, kind, matter, answered.get(matter.subject) ?? []),
    );
    return newestFirst(rows, ({ date }) => date ?? '');
  });
}

function letterRow(
  asking: Asking,
  kind: 'letter' | 'note',
  matter: Matter,
  replies: readonly Matter[],
): LetterRow {
  const words = (field: string): string | undefined => textIn(valueOf(matter, field));
  const { attributed, party: author } = firstOf(matter);
  const party = attributed?.party ?? author;
  const parties = partiesOf(asking.register);
  const to = words('to');
  // Where it names a party it awaits that one; else every other.
  const others: readonly PartyCode[] = isParty(parties, to) ? [to] : parties.filter((one) => one !== party);
  const acknowledged = mattersOn(asking, 'acknowledgement', matter.subject).flatMap(({ sides }) => sides);
  const from = replies.map((reply) => firstOf(reply)).map((one) => one.attributed?.party ?? one.party);
  const unanswered = valueOf(matter, 'expectsAnswer') === true && !from.some((one) => one !== party);
  return {
    subject: matter.subject,
    kind,
    title: wordingIn(valueOf(matter, 'title')),
    party,
    from: words('from') ?? party,
    answeredBy: replies.map(({ subject }) => subject),
    acknowledgedBy: acknowledged.map((one) => one.party),
    unanswered,
    awaits: unanswered ? others : [],
    ...present({
      what: words('what'),
      date: words('date'),
      to,
      ourReference: words('ourReference'),
      theirReference: words('theirReference'),
      answers: words('answers'),
      answerBy: words('answerBy'),
      mark: words('mark'),
      exercise: valueOf(matter, 'exercise') === true ? true : undefined,
    }),
    entries: entriesOf(matter, ...replies),
  };
}
