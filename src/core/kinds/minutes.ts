import { characters } from './codes.ts';
import { type ItemKind, label, type TextKind } from './declare.ts';

export const figureColumns = {
  what: { type: 'words', label: label('What', 'Chỉ tiêu', 'ລາຍການ', 'Quoi') },
  amount: { type: 'amount', label: label('Figure', 'Số liệu', 'ຕົວເລກ', 'Chiffre') },
  unit: { type: 'words', label: label('Unit', 'Đơn vị', 'ຫົວໜ່ວຍ', 'Unité') },
} as const;

/** Minutes close by agreement of the desks; they settle figures on which the accounts differed. */
export const minutes: TextKind = {
  kind: 'minutes',
  of: 'text',
  level: 'desk',
  label: label('Agreed minutes', 'Biên bản', 'ບົດບັນທຶກ', 'Procès-verbal'),
  plural: label('Agreed minutes', 'Biên bản', 'ບົດບັນທຶກ', 'Procès-verbaux'),
  items: ['point', 'settlement'],
  fields: {
    title: { type: 'prose', required: true, label: label('Title', 'Tên', 'ຊື່', 'Titre') },
    held: { type: 'date', label: label('Held on', 'Ngày họp', 'ວັນທີຈັດ', 'Tenue le') },
    event: {
      type: 'subject',
      kinds: ['event'],
      label: label('Meeting', 'Cuộc họp', 'ກອງປະຊຸມ', 'Réunion'),
    },
    mechanism: {
      type: 'subject',
      kinds: ['mechanism'],
      label: label('Mechanism', 'Cơ chế', 'ກົນໄກ', 'Mécanisme'),
    },
    session: { type: 'count', label: label('Session number', 'Kỳ thứ', 'ຄັ້ງທີ', 'Numéro de session') },
    venue: { type: 'words', label: label('Place', 'Địa điểm', 'ສະຖານທີ່', 'Lieu') },
    character: {
      type: 'code',
      codes: characters,
      label: label('Legal character', 'Tính chất pháp lý', 'ລັກສະນະທາງກົດໝາຍ', 'Caractère juridique'),
    },
    exercise: { type: 'flag', label: label('EXERCISE', 'DIỄN TẬP', 'ການຝຶກຊ້ອມ', 'EXERCICE') },
    reference: {
      type: 'words',
      each: true,
      label: label('Reference', 'Số hồ sơ', 'ເລກທີເອກະສານ', 'Référence'),
    },
  },
};

export const minuteItems: readonly ItemKind[] = [
  {
    kind: 'point',
    of: 'item',
    activity: false,
    label: label('Point', 'Nội dung', 'ຂໍ້', 'Point'),
    plural: label('Points', 'Các nội dung', 'ຂໍ້ຕ່າງໆ', 'Points'),
    fields: {
      wording: {
        type: 'prose',
        required: true,
        shown: 'row',
        label: label('Wording', 'Nội dung', 'ຂໍ້ຄວາມ', 'Texte'),
      },
      about: { type: 'subjects', label: label('About', 'Liên quan đến', 'ກ່ຽວກັບ', 'Concerne') },
    },
  },
  {
    kind: 'settlement',
    of: 'item',
    activity: false,
    label: label('Settled figure', 'Số liệu thống nhất', 'ຕົວເລກທີ່ຕົກລົງກັນ', 'Chiffre arrêté'),
    plural: label('Settled figures', 'Số liệu thống nhất', 'ຕົວເລກທີ່ຕົກລົງກັນ', 'Chiffres arrêtés'),
    fields: {
      about: {
        type: 'subject',
        required: true,
        shown: 'row',
        label: label('About', 'Liên quan đến', 'ກ່ຽວກັບ', 'Concerne'),
      },
      figures: {
        type: 'rows',
        required: true,
        shown: 'row',
        columns: figureColumns,
        label: label('Figures', 'Số liệu', 'ຕົວເລກ', 'Chiffres'),
      },
      lost: {
        type: 'rows',
        shown: 'row',
        columns: figureColumns,
        label: label('Damaged or lost', 'Hư hỏng, mất', 'ເສຍຫາຍ ຫຼື ສູນເສຍ', 'Avarié ou perdu'),
      },
      wording: { type: 'prose', shown: 'row', label: label('Wording', 'Nội dung', 'ຂໍ້ຄວາມ', 'Texte') },
    },
  },
];
