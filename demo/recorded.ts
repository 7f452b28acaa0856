import type { Fields } from './shapes.ts';
import { hanoi, minister } from './wordings.ts';

/** A text concluded elsewhere: on record here, never "signed here" (A12). */
export interface RecordedInstrument {
  readonly kind: 'onRecord';
  readonly subject: string;
  readonly fields: Fields;
  /** One account for each source; none is preferred (S3). */
  readonly accounts: readonly { readonly fields: Fields; readonly source: string }[];
}

const facts: Fields = {
  signed: '2020-12-04',
  covers: { from: '2021', to: '2021' },
  place: hanoi,
  signatories: [
    { party: 'VN', post: minister },
    { party: 'LA', post: minister },
  ],
};

/**
 * The real plan for 2021, as published articles speak of it: the two ministers signed it in Hanoi on 4 December 2020, at
 * the close of their talks. Its text is not published. Facts only, in our own words; record id vl-0081.
 */
export const recordedPlan2021: RecordedInstrument = {
  kind: 'onRecord',
  subject: 'plan.recorded-2021',
  fields: {
    title: {
      vi: 'Kế hoạch hợp tác năm 2021 giữa hai Bộ Quốc phòng Việt Nam và Lào',
      lo: 'ແຜນການຮ່ວມມືປີ 2021 ລະຫວ່າງສອງກະຊວງປ້ອງກັນປະເທດ ຫວຽດນາມ ແລະ ລາວ',
      fr: 'Plan de coopération pour 2021 entre les ministères de la Défense du Vietnam et du Laos',
      en: 'Cooperation plan for 2021 between the ministries of defence of Viet Nam and Laos',
    },
    ...facts,
    summary: {
      vi: 'Hai Bộ trưởng ký tại Hà Nội khi kết thúc hội đàm. Theo bài báo, hai bên thống nhất: tăng cường trao đổi đoàn các cấp, đối thoại chính sách quốc phòng cấp thứ trưởng, tuần tra và quản lý biên giới, cửa khẩu, phối hợp chống buôn lậu và ma túy, trao đổi kinh nghiệm xây dựng quân đội, và chỉ đạo các cơ quan thực hiện thỏa thuận. Toàn văn không công bố.',
      lo: 'ສອງລັດຖະມົນຕີລົງນາມທີ່ຮ່າໂນ້ຍ ເມື່ອສິ້ນສຸດການພົບປະ. ຕາມບົດຂ່າວ, ສອງຝ່າຍຕົກລົງ: ເພີ່ມທະວີການຢ້ຽມຢາມທຸກຂັ້ນ, ການສົນທະນານະໂຍບາຍປ້ອງກັນປະເທດຂັ້ນຮອງລັດຖະມົນຕີ, ການລາດຕະເວນ ແລະ ຄຸ້ມຄອງຊາຍແດນ-ດ່ານ, ຕ້ານການລັກລອບຄ້າຂາຍ ແລະ ຢາເສບຕິດ, ແລກປ່ຽນບົດຮຽນການກໍ່ສ້າງກອງທັບ ແລະ ຊີ້ນຳພາກສ່ວນປະຕິບັດຂໍ້ຕົກລົງ. ເນື້ອໃນເຕັມບໍ່ໄດ້ເຜີຍແຜ່.',
      fr: 'Signé par les deux ministres à Hanoï à l’issue de leurs entretiens. Selon l’article, les parties sont convenues de visites à tous les niveaux, du dialogue de politique de défense au niveau vice-ministériel, de patrouilles et de la gestion de la frontière et de ses portes, de la lutte contre la contrebande et la drogue, d’échanges d’expériences, et d’instructions à leurs organismes. Le texte n’est pas publié.',
      en: 'Signed by the two ministers in Hanoi at the close of their talks. By the article, the sides agreed on visits at all levels, the defence policy dialogue at deputy-minister level, patrols and the management of the border and its gates, action against smuggling and drugs, exchange of experience in building the armed forces, and instructions to their agencies. The text is not published.',
    },
  },
  accounts: [
    {
      fields: facts,
      source:
        'VNA / Le Courrier du Vietnam, « Défense : le Vietnam et le Laos signent un plan de coopération pour 2021 » (seeds/000_09812363471767e8.txt; vl-0081)',
    },
    {
      fields: facts,
      source:
        'https://www.talkvietnam.org/2020/12/vietnamese-and-lao-defense-ministries-ink-cooperation-plan-for-next-year/ (vl-0081)',
    },
  ],
};
