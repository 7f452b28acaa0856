import { both, exercise, type Fields, type Party, prose, say } from './shapes.ts';

/** What one party reports on one line of the plan. */
export interface Report {
  readonly party: Party;
  /** The item reported on. */
  readonly subject: string;
  /** The day on which it was made, asserted. */
  readonly on: string;
  readonly fields: Fields;
}

const rice = both('gạo', 'ເຂົ້າສານ');
const offered = both('chỉ tiêu', 'ຈຳນວນບ່ອນທີ່ສະເໜີ');
const filled = both('nhập học', 'ເຂົ້າຮຽນ');
const completed = both('hoàn thành', 'ຮຽນຈົບ');
const patrols = both('lần tuần tra chung', 'ການລາດຕະເວນຮ່ວມ');
const masks = both('khẩu trang y tế', 'ຜ້າອັດປາກທາງການແພດ');
const tests = both('bộ xét nghiệm', 'ຊຸດກວດ');
const suits = both('trang phục bảo hộ', 'ຊຸດປ້ອງກັນ');
const cases = both('vụ việc phối hợp xử lý', 'ກໍລະນີທີ່ປະສານງານແກ້ໄຂ');

/** Its author wrote it in its own language, with French and English beside. */
const told = (own: 'vi' | 'lo', text: string, fr: string, en: string) => ({
  [own]: `${text} (EXERCISE)`,
  fr: `${fr} (EXERCISE)`,
  en: `${en} (EXERCISE)`,
});

function report(party: Party, item: string, on: string, number: number, fields: Fields): Report {
  const reference = party === 'VN' ? `EXERCISE ${number}/BC-ĐN` : `EXERCISE ${number}/ກຕປ`;
  return { party, subject: `${item}-2021`, on, fields: { ...fields, exercise: true, reference } };
}

const postponed = {
  VN: told(
    'vi',
    'Dịch COVID-19, hai bên cùng đề nghị.',
    'COVID-19, à la demande des deux parties.',
    'COVID-19, at the request of both sides.',
  ),
  LA: told(
    'lo',
    'ໂຄວິດ-19, ຕາມການສະເໜີຂອງສອງຝ່າຍ.',
    'COVID-19, à la demande des deux parties.',
    'COVID-19, at the request of both sides.',
  ),
};

/**
 * EXERCISE reports on the plan for 2021. They differ on the rice (1,000 and 980 tonnes), the training places (20, 18, 17
 * and 20, 17, 17), the dry-season patrols (22 and 24), the test kits (20,000 and 19,600), the cases against drugs (46 and
 * 51) and the date of the dialogue; they agree on the cancelled visit; on the patrols after the rains only one side
 * has spoken.
 */
export const reports: readonly Report[] = [
  report('VN', 'assistance.rice', '2021-03-02', 12, {
    status: 'carriedOut',
    held: { from: '2021-02-18', to: '2021-02-24' },
    figures: [{ what: rice, amount: '1000', unit: 'tonne' }],
    narrative: told(
      'vi',
      'Đã xuất đủ 1.000 tấn, bàn giao tại cửa khẩu trong ba đợt.',
      'Les 1 000 tonnes ont été expédiées et remises à la frontière en trois fois.',
      'All 1,000 tonnes were dispatched and handed over at the border in three lots.',
    ),
  }),
  report('LA', 'assistance.rice', '2021-03-10', 4, {
    status: 'partly',
    held: { from: '2021-02-18', to: '2021-02-26' },
    figures: [{ what: rice, amount: '980', unit: 'tonne' }],
    narrative: told(
      'lo',
      'ໄດ້ຮັບ 980 ໂຕນ; ຖົງເຂົ້າຈຳນວນໜຶ່ງປຽກນ້ຳລະຫວ່າງທາງ.',
      '980 tonnes reçues ; des sacs ont pris l’eau en route.',
      '980 tonnes received; some bags got wet on the way.',
    ),
  }),
  report('VN', 'course.academies', '2021-12-06', 31, {
    status: 'carriedOut',
    held: { from: '2021-09' },
    figures: [
      { what: offered, amount: '20', unit: 'place' },
      { what: filled, amount: '18', unit: 'person' },
      { what: completed, amount: '17', unit: 'person' },
    ],
    narrative: told(
      'vi',
      'Mười tám học viên nhập học, mười bảy hoàn thành học kỳ đầu.',
      'Dix-huit stagiaires inscrits, dix-sept ont achevé le premier semestre.',
      'Eighteen trainees enrolled, seventeen completed the first term.',
    ),
  }),
  report('LA', 'course.academies', '2021-12-09', 19, {
    status: 'carriedOut',
    held: { from: '2021-09' },
    figures: [
      { what: offered, amount: '20', unit: 'place' },
      { what: filled, amount: '17', unit: 'person' },
      { what: completed, amount: '17', unit: 'person' },
    ],
    narrative: told(
      'lo',
      'ສົ່ງນັກສຶກສາ 17 ຄົນ; ຄົນທີ 18 ຖອນຕົວກ່ອນອອກເດີນທາງ.',
      'Dix-sept stagiaires envoyés ; le dix-huitième s’est désisté avant le départ.',
      'Seventeen trainees sent; the eighteenth withdrew before leaving.',
    ),
  }),
  report('VN', 'patrol.dry-season', '2021-05-05', 18, {
    status: 'partly',
    held: { from: '2021-01-20', to: '2021-04-28' },
    figures: [{ what: patrols, amount: '22', unit: 'patrol' }],
    narrative: told(
      'vi',
      'Hai lần dừng giữa chừng vì mưa lớn nên không tính.',
      'Deux patrouilles interrompues par de fortes pluies ne sont pas comptées.',
      'Two patrols broken off in heavy rain are not counted.',
    ),
  }),
  report('LA', 'patrol.dry-season', '2021-05-11', 9, {
    status: 'carriedOut',
    held: { from: '2021-01-20', to: '2021-04-28' },
    figures: [{ what: patrols, amount: '24', unit: 'patrol' }],
    narrative: told(
      'lo',
      'ນັບທຸກການລາດຕະເວນທີ່ໄດ້ເລີ່ມ, ລວມທັງສອງຄັ້ງທີ່ຢຸດຍ້ອນຝົນ.',
      'Toutes les patrouilles commencées sont comptées, y compris les deux arrêtées par la pluie.',
      'Every patrol that began is counted, with the two stopped by rain.',
    ),
  }),
  report('VN', 'patrol.rainy-season', '2021-10-15', 27, {
    status: 'underWay',
    held: { from: '2021-09-12' },
    figures: [{ what: patrols, amount: '7', unit: 'patrol' }],
    narrative: told('vi', 'Đã thực hiện bảy lần.', 'Sept patrouilles faites.', 'Seven patrols done.'),
  }),
  report('VN', 'dialogue.defence-policy', '2021-11-18', 29, {
    status: 'carriedOut',
    held: { from: '2021-11-16', to: '2021-11-16' },
    standing: 'remote',
    cause: postponed.VN,
    changedBy: ['LA', 'VN'],
    narrative: told(
      'vi',
      'Họp trực tuyến; hai bên thống nhất việc cần làm tiếp.',
      'Tenu à distance ; les parties se sont entendues sur la suite.',
      'Held remotely; the sides agreed what comes next.',
    ),
  }),
  report('LA', 'dialogue.defence-policy', '2021-11-25', 16, {
    status: 'carriedOut',
    held: { from: '2021-11', to: '2021-11' },
    standing: 'remote',
    cause: postponed.LA,
    changedBy: ['LA', 'VN'],
    narrative: told(
      'lo',
      'ຈັດທາງໄກ; ບົດບັນທຶກກອງປະຊຸມກຳລັງກວດແກ້.',
      'Tenu à distance ; le procès-verbal est en relecture.',
      'Held remotely; the minutes are being checked.',
    ),
  }),
  report('VN', 'visit.young-officers', '2021-08-30', 24, {
    status: 'dropped',
    standing: 'cancelled',
    cause: postponed.VN,
    changedBy: ['LA', 'VN'],
  }),
  report('LA', 'visit.young-officers', '2021-09-01', 13, {
    status: 'dropped',
    standing: 'cancelled',
    cause: postponed.LA,
    changedBy: ['LA', 'VN'],
  }),
  report('VN', 'assistance.medical', '2021-06-14', 21, {
    status: 'carriedOut',
    held: { from: '2021-05-04', to: '2021-05-20' },
    figures: [
      { what: masks, amount: '200000', unit: 'item' },
      { what: tests, amount: '20000', unit: 'set' },
      { what: suits, amount: '3000', unit: 'set' },
    ],
    narrative: told('vi', 'Bàn giao hai đợt.', 'Remis en deux fois.', 'Handed over in two lots.'),
  }),
  report('LA', 'assistance.medical', '2021-06-20', 11, {
    status: 'carriedOut',
    held: { from: '2021-05-04', to: '2021-05-20' },
    figures: [
      { what: masks, amount: '200000', unit: 'item' },
      { what: tests, amount: '19600', unit: 'set' },
      { what: suits, amount: '3000', unit: 'set' },
    ],
    narrative: told(
      'lo',
      'ຊຸດກວດ 400 ຊຸດໝົດອາຍຸກ່ອນມາຮອດ.',
      '400 trousses étaient périmées à l’arrivée.',
      '400 kits were past their date on arrival.',
    ),
  }),
  report('VN', 'crime.drugs', '2021-12-10', 33, {
    status: 'carriedOut',
    held: { from: '2021-01', to: '2021-11' },
    figures: [{ what: cases, amount: '46', unit: 'case' }],
    narrative: told(
      'vi',
      'Chỉ tính vụ có biên bản chung.',
      'Ne sont comptées que les affaires avec procès-verbal commun.',
      'Only cases with joint minutes are counted.',
    ),
  }),
  report('LA', 'crime.drugs', '2021-12-14', 21, {
    status: 'carriedOut',
    held: { from: '2021-01', to: '2021-11' },
    figures: [{ what: cases, amount: '51', unit: 'case' }],
    narrative: told(
      'lo',
      'ນັບລວມກໍລະນີທີ່ແກ້ໄຂຕາມຂ່າວທີ່ຝ່າຍຫວຽດນາມສົ່ງໃຫ້.',
      'Y compris les affaires traitées sur information vietnamienne.',
      'With cases handled on information from Viet Nam.',
    ),
  }),
];

const settlement = say(
  'EXERCISE. Hai bên thống nhất: xuất 1.000 tấn, nhận 980 tấn; 20 tấn hư hỏng do ngấm nước khi vận chuyển.',
  'EXERCISE. ສອງຝ່າຍຕົກລົງ: ສົ່ງອອກ 1.000 ໂຕນ, ໄດ້ຮັບ 980 ໂຕນ; 20 ໂຕນເສຍຫາຍຍ້ອນປຽກນ້ຳໃນການຂົນສົ່ງ.',
  'EXERCISE. Les parties conviennent : 1 000 tonnes expédiées, 980 reçues ; 20 tonnes perdues, mouillées pendant le transport.',
  'EXERCISE. The parties agree: 1,000 tonnes dispatched, 980 received; 20 tonnes lost, wetted in transport.',
);

/** Minutes that would settle the rice, for a visitor or a test to propose: a text of its own, closed by the desks. */
export const riceMinutes = {
  text: 'minutes.rice-2021',
  head: {
    title: prose(
      say(
        'EXERCISE – Biên bản giao nhận gạo',
        'EXERCISE – ບົດບັນທຶກມອບ-ຮັບເຂົ້າສານ',
        'EXERCISE – Procès-verbal de remise du riz',
        'EXERCISE – Minutes of the hand-over of rice',
      ),
    ),
    held: '2021-03-25',
    exercise: true,
  },
  item: 'settlement.rice-2021',
  fields: {
    about: 'assistance.rice-2021',
    figures: [{ what: rice, amount: '980', unit: 'tonne' }],
    wording: prose(settlement),
  },
  info: { wording: { fr: settlement.fr, en: settlement.en } },
  /** The mark, for lists that show no wording. */
  mark: exercise,
} as const;
