import type { Answer, OpenLine, OpenPlan } from './plan-open.ts';
import { type Fields, type Info, type Party, prose, type Said, say } from './shapes.ts';

/* Two EXERCISE texts under negotiation beside the plan: a joint position for one edition of a forum, and joint advice. */

const accepts: Answer = { answer: 'accepts' };

/** A point of a text, with what the other party answers. Points have no file numbers of their own. */
function point(
  id: string,
  proposedBy: Party,
  wording: Said,
  other: Answer = accepts,
  more: Fields = {},
): OpenLine {
  const { en, fr } = wording;
  return {
    proposedBy,
    line: {
      item: `point.${id}`,
      fields: { wording: prose(wording), ...more },
      info: { wording: { fr, en } },
      references: { VN: '', LA: '' },
    },
    other,
  };
}

const counters = (wording: Said): Answer => ({
  answer: 'counters',
  fields: { wording: prose(wording) },
  info: { wording: { fr: wording.fr, en: wording.en } },
});

const titled = (title: Said): Info => ({ title: { fr: title.fr, en: title.en } });

const positionTitle = say(
  'EXERCISE – Phương án phối hợp chung tại ADMM kỳ EXERCISE',
  'EXERCISE – ຂໍ້ສະເໜີຮ່ວມຕໍ່ ADMM ຄັ້ງ EXERCISE',
  'EXERCISE – Position commune pour l’édition EXERCISE de l’ADMM',
  'EXERCISE – Joint position for the EXERCISE edition of the ADMM',
);

export const jointPosition: OpenPlan = {
  text: 'jointPosition.exercise-admm',
  head: {
    fields: {
      title: prose(positionTitle),
      exercise: true,
      forum: 'ADMM',
      edition: 'EXERCISE',
      held: '2021-06',
      role: 'VN: phối hợp / ປະສານງານ; LA: ủng hộ / ສະໜັບສະໜູນ',
    },
    info: titled(positionTitle),
  },
  lines: [
    point(
      'exercise-admm-relief',
      'VN',
      say(
        'Hai bên cùng đề xuất diễn tập cứu trợ thiên tai trong khuôn khổ diễn đàn.',
        'ສອງຝ່າຍຮ່ວມກັນສະເໜີການຝຶກຊ້ອມກູ້ໄພພິບັດ ໃນຂອບເວທີ.',
        'Les deux parties proposent ensemble un exercice de secours dans l’enceinte.',
        'Both sides propose together a disaster relief exercise within the forum.',
      ),
    ),
    point(
      'exercise-admm-health',
      'VN',
      say(
        'Hai bên ủng hộ mạng lưới quân y của diễn đàn.',
        'ສອງຝ່າຍສະໜັບສະໜູນເຄືອຂ່າຍແພດທະຫານຂອງເວທີ.',
        'Les deux parties appuient le réseau de médecine militaire de l’enceinte.',
        'Both sides support the military medicine network of the forum.',
      ),
      counters(
        say(
          'Hai bên ủng hộ mạng lưới quân y của diễn đàn và họp thường niên.',
          'ສອງຝ່າຍສະໜັບສະໜູນເຄືອຂ່າຍແພດທະຫານຂອງເວທີ ແລະ ປະຊຸມປະຈຳປີ.',
          'Les deux parties appuient le réseau de médecine militaire de l’enceinte et sa réunion annuelle.',
          'Both sides support the military medicine network of the forum and its yearly meeting.',
        ),
      ),
    ),
  ],
};

const adviceTitle = say(
  'EXERCISE – Báo cáo tham mưu chung gửi lãnh đạo hai nước',
  'EXERCISE – ບົດແນະນຳຮ່ວມ ສົ່ງເຖິງການນຳສອງປະເທດ',
  'EXERCISE – Avis conjoint aux dirigeants des deux pays',
  'EXERCISE – Joint advice to the leaders of both countries',
);

export const jointAdvice: OpenPlan = {
  text: 'advice.exercise-2021',
  head: {
    fields: {
      title: prose(adviceTitle),
      exercise: true,
      to: 'Lãnh đạo hai nước / ການນຳສອງປະເທດ',
      mark: 'parties',
    },
    info: titled(adviceTitle),
  },
  lines: [
    point(
      'exercise-advice-border',
      'VN',
      say(
        'Đề nghị tăng số lần tuần tra chung trong mùa khô.',
        'ສະເໜີໃຫ້ເພີ່ມການລາດຕະເວນຮ່ວມໃນລະດູແລ້ງ.',
        'Augmenter le nombre de patrouilles conjointes en saison sèche.',
        'Raise the number of joint patrols in the dry season.',
      ),
      accepts,
      { about: ['patrol.dry-season-2021'] },
    ),
    point(
      'exercise-advice-dialogue',
      'LA',
      say(
        'Đề nghị họp đối thoại chính sách quốc phòng mỗi năm một lần.',
        'ສະເໜີໃຫ້ຈັດການສົນທະນານະໂຍບາຍປ້ອງກັນປະເທດ ປີລະຄັ້ງ.',
        'Tenir le dialogue de politique de défense une fois par an.',
        'Hold the defence policy dialogue once a year.',
      ),
      counters(
        say(
          'Đề nghị họp đối thoại chính sách quốc phòng mỗi năm một lần, luân phiên chủ nhà.',
          'ສະເໜີໃຫ້ຈັດການສົນທະນານະໂຍບາຍປ້ອງກັນປະເທດ ປີລະຄັ້ງ, ສັບປ່ຽນເຈົ້າພາບ.',
          'Tenir le dialogue de politique de défense une fois par an, chez l’un puis chez l’autre.',
          'Hold the defence policy dialogue once a year, the host alternating.',
        ),
      ),
      { about: ['dialogue.defence-policy-2021'] },
    ),
  ],
};
