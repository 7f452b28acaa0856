import type { Json, JsonObject } from '../core/bytes/json.ts';
import { kindName } from '../core/kinds/catalogue.ts';
import type { Field, Kind } from '../core/kinds/declare.ts';
import type { Asking } from '../core/register/ask/asking.ts';
import { titleOf } from '../core/register/ask/divergences.ts';
import { type Matter, mattersOn, type Voiced, valueOf } from '../core/register/ask/matters.ts';
import type { Line, Paper } from '../documents/paper.ts';
import { formatDate } from '../words/dates.ts';
import type { Language } from '../words/languages.ts';
import { createTranslator } from '../words/translate.ts';
import { exerciseLabel } from './exports.ts';
import { stringOf } from './json-text.ts';
import type { Sheet } from './office.ts';
import { Refusal } from './problem.ts';
import { columnText, toldText } from './value-text.ts';

interface Reader {
  readonly day: string;
  readonly language: Language;
  /** How the programme is called. */
  readonly names: string;
}

/**
 * One thing of the record on paper, as a recorded instrument: what each side states of it stands in a column of its own,
 * each account with its source, and what one side wrote down as said by another is told apart.
 *
 * @throws Refusal `request.not-found` where nobody says anything that the asker may see
 */
export function subjectPaper(asking: Asking, subject: string, reader: Reader): Paper {
  const { kinds } = asking.register;
  const { day, language, names } = reader;
  const own = kinds.get(kindName(subject));
  const matters = saidOn(asking, subject);
  const [first] = matters.filter(({ kind }) => kind === own?.kind);
  if (matters.length === 0) throw new Refusal('request.not-found');
  const title = toldText(titleOf(asking, subject, first ?? matters[0]), language) || subject;
  const line = (text: string, as?: Line['as']): Line => ({ text, lang: language, ...(as ? { as } : {}) });
  const voices = voicesOf(matters);
  const asOf = createTranslator(language)('field.asOf', { time: formatDate(day, language) });
  const isExercise = matters.some((matter) => valueOf(matter, 'exercise') === true);
  return {
    lang: language,
    title,
    mark: isExercise ? exerciseLabel[language] : '',
    above: [line(own?.label[language] ?? '', 'small'), line(title, 'title'), line(`${names} · ${asOf}`)],
    across: voices.length > 2,
    columns: [
      { title: '', lang: language, width: 1 },
      ...voices.map((voice) => ({ title: voice, lang: language, width: 2 })),
    ],
    rows: matters.flatMap((matter) => {
      const declared = kinds.get(matter.kind);
      const heading = [declared?.label[language] ?? matter.kind, matter.facet ?? ''].filter(Boolean);
      const said = (voice: string): readonly JsonObject[] =>
        [...matter.sides, ...matter.attributed]
          .filter((one) => voiceOf(one) === voice)
          .flatMap((one) => accountsIn(one));
      const rows = Object.entries(fieldsOf(declared)).flatMap(([name, field]) => {
        const cells = voices.map((voice) =>
          said(voice).flatMap((fields) =>
            linesOf(asking, name, field, fields[name], language).map((text) => line(text)),
          ),
        );
        return cells.every((cell) => cell.length === 0)
          ? []
          : [[[line(field.label[language], 'small')], ...cells]];
      });
      return [[[line(heading.join(' · '), 'head')]], ...rows];
    }),
  };
}

/** The same as a table. */
export function sheetOfPaper({ above, columns, rows, title }: Paper): Sheet {
  return {
    name: title,
    above: above.map(({ text }) => text).filter((text) => text !== ''),
    columns: columns.map((column) => ({ title: column.title, width: 18 * column.width })),
    rows: rows.map((cells) => cells.map((lines) => lines.map(({ text }) => text).join('\n'))),
  };
}

const saidOn = (asking: Asking, subject: string): readonly Matter[] =>
  [...asking.register.kinds.values()].flatMap(({ kind, of }) =>
    of === 'statement' && kind !== 'comment' ? mattersOn(asking, kind, subject) : [],
  );

/** `VN`, or `VN (LA)` for what VN wrote down as said by LA. */
const voiceOf = ({ attributed, party }: Voiced): string =>
  attributed === undefined ? party : `${party} (${attributed.party})`;

const voicesOf = (matters: readonly Matter[]): readonly string[] => [
  ...new Set(matters.flatMap(({ attributed, sides }) => [...sides, ...attributed].map(voiceOf))),
];

/** What a side says: its fields, then each account with its source. */
const accountsIn = ({ accounts, attributed, fields }: Voiced): readonly JsonObject[] => [
  ...(attributed === undefined ? [fields] : [{ ...fields, source: attributed.source }]),
  ...accounts.map((one) => ({ ...one.fields, source: one.source })),
];

const source: Field = {
  type: 'words',
  label: { en: 'Source', vi: 'Nguồn', lo: 'ແຫຼ່ງທີ່ມາ', fr: 'Source' },
};
const fieldsOf = (kind: Kind | undefined): Readonly<Record<string, Field>> => ({
  ...kind?.fields,
  source,
});

function linesOf(
  asking: Asking,
  name: string,
  field: Field,
  value: Json | undefined,
  language: Language,
): readonly string[] {
  const named = (subject: string): string => {
    const [matter] = mattersOn(asking, kindName(subject), subject);
    return toldText(titleOf(asking, subject, matter), language) || subject;
  };
  if (field.type === 'subject') return typeof value === 'string' ? [named(value)] : [];
  if (field.type === 'subjects')
    return Array.isArray(value) ? (value as readonly Json[]).map((one) => named(stringOf(one))) : [];
  return columnText(name, field, value, language)
    .split('\n')
    .filter((text) => text !== '');
}
