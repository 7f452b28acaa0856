import { marks } from './codes.ts';
import { label } from './declare.ts';

/* Fields that several kinds of statement have. */

export const title = {
  type: 'told',
  required: true,
  shown: 'row',
  label: label('Title', 'Tên', 'ຊື່', 'Titre'),
} as const;
export const wording = {
  type: 'told',
  required: true,
  shown: 'row',
  label: label('Wording', 'Nội dung', 'ເນື້ອໃນ', 'Texte'),
} as const;
export const date = {
  type: 'date',
  required: true,
  shown: 'row',
  label: label('Date', 'Ngày', 'ວັນທີ', 'Date'),
} as const;
export const source = { type: 'words', label: label('Source', 'Nguồn', 'ແຫຼ່ງທີ່ມາ', 'Source') } as const;
export const exercise = {
  type: 'flag',
  label: label('EXERCISE', 'DIỄN TẬP', 'ການຝຶກຊ້ອມ', 'EXERCICE'),
} as const;
export const note = {
  type: 'told',
  label: label('Account', 'Diễn giải', 'ຄຳອະທິບາຍ', 'Récit'),
} as const;
export const party = { type: 'party', label: label('Party', 'Bên', 'ຝ່າຍ', 'Partie') } as const;
export const ourReference = {
  type: 'words',
  shown: 'row',
  label: label('Our reference', 'Số công văn của ta', 'ເລກທີຂອງພວກເຮົາ', 'Notre référence'),
} as const;
export const theirReference = {
  type: 'words',
  label: label('Their reference', 'Số công văn của bạn', 'ເລກທີຂອງຝ່າຍຄູ່ຮ່ວມ', 'Leur référence'),
} as const;
/** Handling: hidden equals absent for whoever may not see it (S5). */
export const mark = {
  type: 'code',
  codes: marks,
  label: label('Handling', 'Phạm vi phổ biến', 'ຂອບເຂດການເຜີຍແຜ່', 'Diffusion'),
} as const;
export const spellings = {
  type: 'rows',
  label: label('Spellings', 'Cách viết', 'ການສະກົດ', 'Graphies'),
  columns: { name: { type: 'words', label: label('Name', 'Họ tên', 'ຊື່', 'Nom') } },
} as const;
