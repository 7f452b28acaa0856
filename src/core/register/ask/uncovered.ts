import { areas } from '../../kinds/codes.ts';
import { type Field, label } from '../../kinds/declare.ts';
import { type Asking, askedOnce, type Entry, present, textIn, wordingIn } from './asking.ts';
import { col, opt } from './columns.ts';
import { ledgerLineOf } from './ledger.ts';
import { type Carrier, carriersOf, lineOf, shownTexts, titleOfText, wordsOfLine } from './lines.ts';
import { entriesOf, mattersOf, mattersOn, valueOf } from './matters.ts';
import { type Options, type Question, textOption } from './question.ts';

/** A provision of an instrument, signed here, negotiated or on record, with what carries it out. */
export type ProvisionRow = {
  readonly subject: string;
  readonly instrument: string;
  readonly instrumentTitle: Readonly<Record<string, string>>;
  readonly layer?: string;
  readonly number?: string;
  readonly wording: Readonly<Record<string, string>>;
  readonly area?: string;
  readonly standing: 'inForce' | 'draft' | 'onRecord';
  readonly carriers: readonly string[];
  readonly exercise?: boolean;
  readonly entries: readonly Entry[];
};

const columns = {
  instrumentTitle: { ...col.title, label: col.instrument.label },
  layer: col.layer,
  number: col.number,
  wording: col.wording,
  area: col.area,
  standing: col.standing,
  instrument: col.instrument,
  exercise: col.exercise,
} as const;
const options = {
  area: opt.area,
  for: { type: 'subject', label: col.instrument.label },
} as const;

export const uncovered: Question = {
  question: 'uncovered',
  label: label(
    'Provisions without an activity',
    'Điều khoản chưa có hoạt động',
    'ຂໍ້ກຳນົດທີ່ບໍ່ມີກິດຈະກຳ',
    'Dispositions sans activité',
  ),
  options,
  columns,
  ask: (asking, given) => {
    const all = chosenProvisions(asking, given);
    const rows = all.filter(({ carriers }) => carriers.length === 0);
    return { rows, about: { provisions: all.length, covered: all.length - rows.length } };
  },
};

/** Provisions against areas: in each cell the activities of that area that carry the provision out. Empty cells stay visible. */
export const matrix: Question = {
  question: 'matrix',
  label: label(
    'Provisions and activities',
    'Điều khoản và hoạt động',
    'ຂໍ້ກຳນົດ ແລະ ກິດຈະກຳ',
    'Dispositions et activités',
  ),
  options,
  columns: {
    instrumentTitle: columns.instrumentTitle,
    number: columns.number,
    wording: columns.wording,
    ...Object.fromEntries(
      [...Object.entries(areas), ['elsewhere', label('Elsewhere', 'Khác', 'ອື່ນໆ', 'Ailleurs')] as const].map(
        ([area, name]): [string, Field] => [area, { type: 'subjects', shown: 'row', label: name }],
      ),
    ),
  },
  ask: (asking, given) => {
    const rows = chosenProvisions(asking, given).map(({ carriers, ...row }) => ({
      ...row,
      ...Object.fromEntries(Map.groupBy(carriers, (carrier) => areaOf(asking, carrier) ?? 'elsewhere')),
    }));
    return { rows };
  },
};

function chosenProvisions(asking: Asking, given: Options): readonly ProvisionRow[] {
  const [area, instrument] = [textOption(given, 'area'), textOption(given, 'for')];
  return provisionsOf(asking).filter(
    (row) =>
      (area === undefined || row.area === area) &&
      (instrument === undefined || row.instrument === instrument),
  );
}

/** Every provision on record and every article in force or negotiated. */
export function provisionsOf(asking: Asking): readonly ProvisionRow[] {
  return askedOnce(asking, 'provisions', () => [...articles(asking), ...recorded(asking)]);
}

function articles(asking: Asking): ProvisionRow[] {
  return shownTexts(asking).flatMap(({ head, lines, standing, text }) =>
    lines
      .filter(({ kind }) => kind === 'article')
      .map(({ fields, item, number }) => ({
        subject: item,
        instrument: text,
        instrumentTitle: titleOfText(asking, { head, text }),
        number,
        wording: wordsOfLine(asking, { fields, item, text }, 'wording'),
        standing,
        carriers: outward(carriersOf(asking, item)),
        ...present({ layer: textIn(head['layer']), area: textIn(fields['area']) }),
        ...(head['exercise'] === true ? { exercise: true } : {}),
        entries: [],
      })),
  );
}

function recorded(asking: Asking): ProvisionRow[] {
  return mattersOf(asking, 'provision').map((matter) => {
    const words = (field: string): string | undefined => textIn(valueOf(matter, field));
    const instrument = words('instrument') ?? '';
    const of = mattersOn(asking, 'onRecord', instrument)[0];
    return {
      subject: matter.subject,
      instrument,
      instrumentTitle: of === undefined ? {} : wordingIn(valueOf(of, 'title')),
      wording: wordingIn(valueOf(matter, 'wording')),
      standing: 'onRecord',
      carriers: outward(carriersOf(asking, matter.subject)),
      ...present({ layer: of && textIn(valueOf(of, 'layer')), number: words('number'), area: words('area') }),
      ...(valueOf(matter, 'exercise') === true ? { exercise: true } : {}),
      entries: entriesOf(matter),
    };
  });
}

/** A lower provision that repeats a higher one is no activity. */
const outward = (carriers: readonly Carrier[]): string[] =>
  carriers
    .map(({ subject }) => subject)
    .filter((id) => !id.startsWith('article.') && !id.startsWith('provision.'));

/** The area of what carries something out: of a plan line, or of what was said. */
function areaOf(asking: Asking, subject: string): string | undefined {
  return textIn(lineOf(asking, subject)?.fields['area']) ?? ledgerLineOf(asking, subject)?.area;
}
