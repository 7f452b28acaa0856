import type { Hash, PartyCode, SubjectId } from '../../bytes/ids.ts';
import { label } from '../../kinds/declare.ts';
import { actsOn, inForce } from '../texts.ts';
import { type Asking, askedOnce, type Entry, textIn } from './asking.ts';
import { col } from './columns.ts';
import { shownTexts, titleOfText } from './lines.ts';
import type { Question } from './question.ts';

/**
 * The part of the register that a year-end review in force closes: of each party everything up to its signature on the
 * review. What a party says after it belongs to the next volume.
 */
export type VolumeRow = {
  readonly subject: SubjectId;
  readonly title: Readonly<Record<string, string>>;
  readonly plan?: string;
  readonly date: string;
  readonly act: Hash;
  readonly heads: readonly { readonly party: PartyCode; readonly seq: number }[];
  readonly entries: readonly Entry[];
};

export const volumes: Question = {
  question: 'volumes',
  label: label('Closed volumes', 'Các tập đã khép lại', 'ພາກທີ່ປິດແລ້ວ', 'Volumes clos'),
  options: {},
  columns: {
    title: col.title,
    date: col.date,
    heads: {
      type: 'rows',
      shown: 'row',
      label: label('Up to entry', 'Đến mục', 'ເຖິງລາຍການ', 'Jusqu’à l’écriture'),
      columns: {
        party: { type: 'party', label: col.party.label },
        seq: { type: 'count', label: label('Entry', 'Mục', 'ລາຍການ', 'Écriture') },
      },
    },
    plan: {
      type: 'subject',
      shown: 'row',
      label: label('Plan reviewed', 'Kế hoạch được tổng kết', 'ແຜນການທີ່ສະຫຼຸບ', 'Plan examiné'),
    },
    act: { type: 'hash', label: label('Closing act', 'Văn bản khép lại', 'ເອກະສານປິດ', 'Acte de clôture') },
  },
  ask: (asking) => ({ rows: volumesOf(asking) }),
};

export function volumesOf(asking: Asking): readonly VolumeRow[] {
  return askedOnce(asking, 'volumes', () =>
    shownTexts(asking).flatMap(({ head, kind, standing, text }): VolumeRow[] => {
      if (kind !== 'review' || standing !== 'inForce' || head['stage'] !== 'yearEnd') return [];
      const current = inForce(asking.register, text, asking.day);
      const act = actsOn(asking.register, text, asking.day).find(({ id }) => id === current?.act);
      if (current === undefined || act === undefined) return [];
      const heads = act.counterparts.map(({ party, seq }) => ({ party, seq }));
      const plan = textIn(head['about']);
      return [
        {
          subject: text,
          title: titleOfText(asking, { head, text }),
          date: current.since,
          act: current.act,
          heads,
          ...(plan === undefined ? {} : { plan }),
          entries: heads,
        },
      ];
    }),
  );
}
