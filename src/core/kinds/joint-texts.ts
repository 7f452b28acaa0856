import { marks, outcomes } from './codes.ts';
import { type Fields, type ItemKind, label, type TextKind } from './declare.ts';
import { exercise } from './shared-fields.ts';

const head: Fields = {
  title: { type: 'prose', required: true, label: label('Title', 'Tên', 'ຊື່', 'Titre') },
  exercise,
  reference: {
    type: 'words',
    each: true,
    label: label('Reference', 'Số hồ sơ', 'ເລກທີເອກະສານ', 'Référence'),
  },
};

/** Texts that the parties write together beside plans, instruments and minutes. */
export const jointTexts: readonly TextKind[] = [
  {
    kind: 'jointPosition',
    of: 'text',
    level: 'desk',
    view: 'multilateral',
    label: label('Joint position', 'Phương án phối hợp chung', 'ຂໍ້ສະເໜີຮ່ວມ', 'Position commune'),
    plural: label('Joint positions', 'Các phương án phối hợp chung', 'ຂໍ້ສະເໜີຮ່ວມ', 'Positions communes'),
    items: ['point'],
    fields: {
      ...head,
      forum: {
        type: 'words',
        required: true,
        label: label('Forum', 'Diễn đàn', 'ເວທີ', 'Enceinte'),
      },
      edition: { type: 'words', label: label('Edition', 'Kỳ', 'ຄັ້ງທີ', 'Édition') },
      held: { type: 'date', label: label('Held on', 'Ngày họp', 'ວັນທີຈັດ', 'Tenue le') },
      role: {
        type: 'words',
        label: label('Role of each side', 'Vai trò của mỗi bên', 'ບົດບາດຂອງແຕ່ລະຝ່າຍ', 'Rôle de chaque partie'),
      },
    },
  },
  {
    kind: 'advice',
    of: 'text',
    level: 'signatory',
    label: label(
      'Joint advice to the leaders',
      'Tham mưu chung với lãnh đạo',
      'ຄຳແນະນຳຮ່ວມຕໍ່ການນຳ',
      'Avis conjoint aux dirigeants',
    ),
    plural: label(
      'Joint advice to the leaders',
      'Tham mưu chung với lãnh đạo',
      'ຄຳແນະນຳຮ່ວມຕໍ່ການນຳ',
      'Avis conjoints aux dirigeants',
    ),
    items: ['point'],
    fields: {
      ...head,
      to: { type: 'words', label: label('To', 'Gửi', 'ເຖິງ', 'À') },
      mark: {
        type: 'code',
        codes: marks,
        label: label('Handling', 'Phạm vi phổ biến', 'ຂອບເຂດການເຜີຍແຜ່', 'Diffusion'),
      },
    },
  },
  {
    kind: 'review',
    of: 'text',
    level: 'signatory',
    label: label('Review', 'Tổng kết', 'ບົດສະຫຼຸບຕີລາຄາ', 'Bilan'),
    plural: label('Reviews', 'Các bản tổng kết', 'ບົດສະຫຼຸບຕີລາຄາ', 'Bilans'),
    items: ['reviewLine', 'point'],
    fields: {
      ...head,
      about: {
        type: 'subject',
        required: true,
        label: label('Plan reviewed', 'Kế hoạch được tổng kết', 'ແຜນການທີ່ສະຫຼຸບ', 'Plan examiné'),
      },
      stage: {
        type: 'code',
        label: label('Stage', 'Thời điểm', 'ໄລຍະ', 'Étape'),
        codes: {
          midYear: label('Mid-year', 'Sơ kết', 'ສະຫຼຸບກາງປີ', 'À mi-parcours'),
          yearEnd: label('Year-end', 'Tổng kết', 'ສະຫຼຸບທ້າຍປີ', 'De fin d’année'),
        },
      },
      covers: {
        type: 'period',
        label: label('Covers', 'Thời gian áp dụng', 'ໄລຍະທີ່ກວມເອົາ', 'Période couverte'),
      },
      assessment: {
        type: 'prose',
        label: label('Assessment', 'Đánh giá chung', 'ການຕີລາຄາລວມ', 'Appréciation'),
      },
      signedAt: {
        type: 'words',
        label: label('Place of signature', 'Nơi ký', 'ສະຖານທີ່ລົງນາມ', 'Lieu de signature'),
      },
    },
  },
];

/** What both say together of one line of the plan; the accounts of each stay beside it. */
export const reviewLine: ItemKind = {
  kind: 'reviewLine',
  of: 'item',
  activity: false,
  label: label('Line of the review', 'Nội dung tổng kết', 'ລາຍການສະຫຼຸບ', 'Point du bilan'),
  plural: label('Lines of the review', 'Các nội dung tổng kết', 'ລາຍການສະຫຼຸບ', 'Points du bilan'),
  fields: {
    about: {
      type: 'subject',
      required: true,
      shown: 'row',
      label: label('Line of the plan', 'Nội dung kế hoạch', 'ລາຍການໃນແຜນ', 'Point du plan'),
    },
    // Empty reads "no report": silence is not an outcome.
    outcome: {
      type: 'code',
      codes: outcomes,
      shown: 'row',
      label: label('Outcome', 'Kết quả', 'ຜົນ', 'Résultat'),
    },
    wording: { type: 'prose', shown: 'row', label: label('Wording', 'Nội dung', 'ຂໍ້ຄວາມ', 'Texte') },
    carryOver: {
      type: 'flag',
      shown: 'row',
      label: label('Carried over', 'Chuyển sang kế hoạch sau', 'ຍົກໄປແຜນຕໍ່ໄປ', 'Reporté au plan suivant'),
    },
  },
};
