import { levels } from './codes.ts';
import { label, type StatementKind } from './declare.ts';
import { party, source, spellings, title } from './shared-fields.ts';

/** Organisations, posts and who held them when, under every spelling. */
export const directory: readonly StatementKind[] = [
  {
    kind: 'organisation',
    of: 'statement',
    compared: [],
    view: 'directory',
    listed: true,
    label: label('Organisation', 'Cơ quan', 'ອົງການ', 'Organisme'),
    plural: label('Organisations', 'Các cơ quan', 'ອົງການ', 'Organismes'),
    fields: {
      name: title,
      side: party,
      within: {
        type: 'subject',
        kinds: ['organisation'],
        label: label('Part of', 'Thuộc', 'ຂຶ້ນກັບ', 'Relève de'),
      },
      level: { type: 'code', codes: levels, label: label('Level', 'Cấp', 'ຂັ້ນ', 'Niveau') },
      source,
    },
  },
  {
    kind: 'post',
    of: 'statement',
    compared: [],
    view: 'directory',
    label: label('Post', 'Chức danh', 'ຕຳແໜ່ງ', 'Fonction'),
    plural: label('Posts', 'Các chức danh', 'ຕຳແໜ່ງ', 'Fonctions'),
    fields: {
      name: title,
      side: party,
      organisation: {
        type: 'subject',
        kinds: ['organisation'],
        label: label('Organisation', 'Cơ quan', 'ອົງການ', 'Organisme'),
      },
      aliases: spellings,
      level: { type: 'code', codes: levels, label: label('Level', 'Cấp', 'ຂັ້ນ', 'Niveau') },
    },
  },
  {
    kind: 'holder',
    of: 'statement',
    compared: [],
    view: 'directory',
    label: label('Holder of a post', 'Người giữ chức', 'ຜູ້ດຳລົງຕຳແໜ່ງ', 'Titulaire'),
    plural: label('Holders of posts', 'Người giữ chức', 'ຜູ້ດຳລົງຕຳແໜ່ງ', 'Titulaires'),
    fields: {
      post: {
        type: 'subject',
        kinds: ['post'],
        required: true,
        shown: 'row',
        label: label('Post', 'Chức danh', 'ຕຳແໜ່ງ', 'Fonction'),
      },
      name: { type: 'words', required: true, shown: 'row', label: label('Name', 'Họ tên', 'ຊື່', 'Nom') },
      aliases: spellings,
      ranks: {
        type: 'rows',
        label: label('Ranks', 'Cấp bậc', 'ຊັ້ນ', 'Grades'),
        columns: {
          rank: { type: 'words', label: label('Rank', 'Cấp bậc', 'ຊັ້ນ', 'Grade') },
          on: { type: 'date', label: label('On', 'Ngày', 'ວັນທີ', 'Le') },
        },
      },
      from: { type: 'date', shown: 'row', label: label('From', 'Từ', 'ຕັ້ງແຕ່', 'Depuis') },
      to: { type: 'date', shown: 'row', label: label('To', 'Đến', 'ເຖິງ', 'Jusqu’au') },
      firstSeen: {
        type: 'date',
        label: label('First seen', 'Xuất hiện lần đầu', 'ເຫັນຄັ້ງທຳອິດ', 'Vu la première fois'),
      },
      lastSeen: {
        type: 'date',
        label: label('Last seen', 'Xuất hiện lần cuối', 'ເຫັນຄັ້ງສຸດທ້າຍ', 'Vu la dernière fois'),
      },
      note: { type: 'words', label: label('Note', 'Ghi chú', 'ໝາຍເຫດ', 'Note') },
      source,
    },
  },
];
