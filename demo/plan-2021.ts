import { border } from './lines-2021/border.ts';
import { joint } from './lines-2021/joint.ts';
import { people } from './lines-2021/people.ts';
import { visits } from './lines-2021/visits.ts';
import { type Plan, prose, say } from './shapes.ts';
import { hanoi } from './wordings.ts';

const title = say(
  'EXERCISE – Kế hoạch hợp tác quốc phòng Việt Nam – Lào năm 2021 (bản dựng lại)',
  'EXERCISE – ແຜນການຮ່ວມມືດ້ານປ້ອງກັນປະເທດ ລາວ – ຫວຽດນາມ ປີ 2021 (ສະບັບສ້າງຄືນ)',
  'EXERCISE – Plan de coopération de défense Vietnam – Laos pour 2021 (reconstitution)',
  'EXERCISE – Viet Nam – Laos defence cooperation plan for 2021 (reconstruction)',
);

const preamble = say(
  'EXERCISE. Bản dựng lại để trình diễn, viết theo một bài báo về cuộc hội đàm ngày 4 tháng 12 năm 2020. Văn bản thật không công bố; các chi tiết ở đây là hư cấu.',
  'EXERCISE. ສະບັບສ້າງຄືນເພື່ອການສາທິດ, ຂຽນຕາມບົດຂ່າວກ່ຽວກັບການພົບປະວັນທີ 4 ທັນວາ 2020. ເອກະສານຈິງບໍ່ໄດ້ເຜີຍແຜ່; ລາຍລະອຽດຢູ່ນີ້ແມ່ນສົມມຸດ.',
  'EXERCISE. Reconstitution de démonstration, écrite d’après un article sur les entretiens du 4 décembre 2020. Le texte réel n’est pas publié ; les détails sont ici fictifs.',
  'EXERCISE. A reconstruction for demonstration, written after an article on the talks of 4 December 2020. The real text is not published; the details here are fiction.',
);

const closing = say(
  'Làm bằng tiếng Việt và tiếng Lào, hai văn bản có giá trị như nhau. Kế hoạch này không tạo ra nghĩa vụ pháp lý quốc tế.',
  'ເຮັດເປັນພາສາຫວຽດນາມ ແລະ ພາສາລາວ, ສອງສະບັບມີຄຸນຄ່າເທົ່າກັນ. ແຜນການນີ້ບໍ່ສ້າງພັນທະທາງກົດໝາຍສາກົນ.',
  'Fait en vietnamien et en lao, les deux textes faisant également foi. Ce plan ne crée pas d’obligation de droit international.',
  'Done in Vietnamese and Lao, both texts being equally authentic. This plan creates no obligation under international law.',
);

/** The EXERCISE reconstruction of the plan for 2021, agreed by both parties and signed by post. */
export const plan2021: Plan = {
  text: 'plan.exercise-2021',
  head: {
    fields: {
      title: prose(title),
      covers: { from: '2021-01', to: '2021-12' },
      character: 'plan',
      preamble: prose(preamble),
      closing: prose(closing),
      signedAt: hanoi,
      exercise: true,
    },
    info: {
      title: { fr: title.fr, en: title.en },
      preamble: { fr: preamble.fr, en: preamble.en },
      closing: { fr: closing.fr, en: closing.en },
    },
  },
  lines: [...visits, ...border, ...people, ...joint],
};

/** The capacities in which both sides sign it: by post, no person named. */
export const signing2021 = {
  date: '2020-12-04',
  place: hanoi,
  capacities: {
    VN: {
      name: 'EXERCISE (VN)',
      post: {
        en: 'Minister of National Defence (EXERCISE)',
        fr: 'Ministre de la Défense nationale (EXERCISE)',
        lo: 'ລັດຖະມົນຕີກະຊວງປ້ອງກັນປະເທດ (EXERCISE)',
        vi: 'Bộ trưởng Bộ Quốc phòng (EXERCISE)',
      },
    },
    LA: {
      name: 'EXERCISE (LA)',
      post: {
        en: 'Minister of National Defence (EXERCISE)',
        fr: 'Ministre de la Défense nationale (EXERCISE)',
        lo: 'ລັດຖະມົນຕີກະຊວງປ້ອງກັນປະເທດ (EXERCISE)',
        vi: 'Bộ trưởng Bộ Quốc phòng (EXERCISE)',
      },
    },
  },
} as const;
