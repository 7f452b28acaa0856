import type { Json } from '../src/core/bytes/json.ts';

/** A wording in the two authentic languages and in the two that are for information. */
export interface Said {
  readonly vi: string;
  readonly lo: string;
  readonly fr: string;
  readonly en: string;
}

/** Vietnamese and Lao hold together (T5); French and English are translations for information (T6). */
export const say = (vi: string, lo: string, fr: string, en: string): Said => ({ vi, lo, fr, en });

/** The value of a prose field. */
export const prose = ({ vi, lo }: Said): { lo: string; vi: string } => ({ lo, vi });

/** One line that all languages share (`words`): both authentic languages in it. */
export const both = (vi: string, lo: string): string => `${vi} / ${lo}`;

export type Party = 'VN' | 'LA';

/** Values of an item's fields, as its kind declares them in `core/kinds`. */
export type Fields = Readonly<Record<string, Json>>;

/** Translations for information, by field. */
export type Info = Readonly<Record<string, { readonly fr: string; readonly en: string }>>;

/** One line of a plan as both parties hold it, or as one of them states it. */
export interface PlanLine {
  /** `kind.suffix`. */
  readonly item: string;
  readonly fields: Fields;
  readonly info: Info;
  /** Each party's own file number (T6: never compared). */
  readonly references: Readonly<Record<Party, string>>;
}

/** A plan: its head and its lines in order. */
export interface Plan {
  readonly text: string;
  readonly head: { readonly fields: Fields; readonly info: Info };
  readonly lines: readonly PlanLine[];
}

/** What a line says, before it is split into authentic values and translations. */
export interface LineDraft {
  readonly activity: Said;
  readonly area: string;
  readonly period: { readonly from?: string; readonly to?: string };
  readonly level: string;
  readonly host?: Party;
  readonly venue?: string;
  readonly heads?: readonly { party: Party; post: string }[];
  readonly participants?: readonly { party: Party; count: number; who: string }[];
  readonly lead: readonly { party: Party; agency: string }[];
  readonly costs?: readonly Cost[];
  readonly legalBasis: Said;
  readonly purpose: Said;
  /** What stands beside the mark EXERCISE. */
  readonly remarks?: Said;
  /** Fields that only this kind has. */
  readonly more?: Fields;
}

/** Who pays what, at most how much. */
export type Cost = {
  readonly what: 'travel' | 'board' | 'localTransport' | 'tuition' | 'goods' | 'other';
  readonly payer: Party;
  readonly cap?: { readonly amount: string; readonly currency: string };
};

/**
 * Makes a line of that year's plan. The year ends its id, because reports name an item across all texts of a programme;
 * `number` gives both parties' EXERCISE references.
 */
export function line(id: string, year: number, number: number, draft: LineDraft): PlanLine {
  const { activity, legalBasis, purpose, more, ...plain } = draft;
  const remarks = marked(draft.remarks);
  const said = { activity, legalBasis, purpose, remarks };
  const serial = String(number).padStart(2, '0');
  return {
    item: `${id}-${year}`,
    fields: {
      ...Object.fromEntries(Object.entries(plain).filter(([field]) => field !== 'remarks')),
      ...more,
      ...Object.fromEntries(Object.entries(said).map(([field, wording]) => [field, prose(wording)])),
    } as Fields,
    info: Object.fromEntries(Object.entries(said).map(([field, { fr, en }]) => [field, { fr, en }])),
    references: {
      VN: `EXERCISE ${serial}/KH-${year}`,
      LA: `EXERCISE ${serial}/ປກຊ.${year}`,
    },
  };
}

/** Remarks with the mark that everything invented carries. */
export function marked(remarks?: Said): Said {
  if (!remarks) return exercise;
  return {
    vi: `${exercise.vi} ${remarks.vi}`,
    lo: `${exercise.lo} ${remarks.lo}`,
    fr: `${exercise.fr} ${remarks.fr}`,
    en: `${exercise.en} ${remarks.en}`,
  };
}

/** Invented for the demonstration: no fact about any institution or person. */
export const exercise = say(
  'EXERCISE: nội dung dựng lên để trình diễn, không phải văn kiện thật.',
  'EXERCISE: ເນື້ອໃນສ້າງຂຶ້ນເພື່ອການສາທິດ, ບໍ່ແມ່ນເອກະສານຈິງ.',
  'EXERCISE : contenu inventé pour la démonstration, non un document réel.',
  'EXERCISE: invented for the demonstration, not a real document.',
);
