import { plan2021 } from './plan-2021.ts';
import { both, type Fields, line, type Plan, type PlanLine, prose, type Said, say } from './shapes.ts';
import {
  borderZone,
  generalBasis,
  hanoi,
  heads,
  lead,
  medicalHead,
  ownCosts,
  usualCosts,
  vientiane,
} from './wordings.ts';

/*
 * A second EXERCISE plan of 2021: the projects and the activities that the reconstructed plan has no line for, so that
 * every kind of activity can be seen planned and reported on.
 */

/** What the short lines of this plan have in common: experts, own costs, the general basis. */
interface Short {
  readonly activity: Said;
  readonly purpose: Said;
  readonly area: string;
  readonly period: { readonly from: string; readonly to: string };
  readonly agency: Parameters<typeof lead>[0];
  readonly venue: string;
  readonly more?: Fields;
}

const short = (id: string, number: number, { agency, more, ...said }: Short): PlanLine =>
  line(id, 2021, number, {
    ...said,
    level: 'department',
    lead: lead(agency),
    costs: ownCosts,
    legalBasis: generalBasis,
    ...(more === undefined ? {} : { more }),
  });

const institutes = (VN: string, LA: string): Fields => ({
  institutes: [
    { party: 'VN', institute: VN },
    { party: 'LA', institute: LA },
  ],
});

export const trialReport = both('Báo cáo thử nghiệm', 'ບົດລາຍງານການທົດລອງ');
export const filterDesign = both('Bản thiết kế bộ lọc', 'ແບບເຄື່ອງຕອງ');

const lines: readonly PlanLine[] = [
  line('experience.epidemic', 2021, 1, {
    activity: say(
      'Tọa đàm trao đổi kinh nghiệm chống dịch tại các đồn biên phòng.',
      'ສຳມະນາແລກປ່ຽນບົດຮຽນການຕ້ານໂລກລະບາດ ຢູ່ປ້ອມຊາຍແດນ.',
      'Séminaire d’échange d’expériences sur la lutte contre l’épidémie dans les postes frontière.',
      'Seminar on experience in fighting an epidemic at border posts.',
    ),
    area: 'experience',
    period: { from: '2021-05', to: '2021-05' },
    level: 'department',
    host: 'LA',
    venue: vientiane,
    heads: heads(medicalHead, medicalHead),
    lead: lead('medical'),
    costs: usualCosts('LA', '4000'),
    legalBasis: generalBasis,
    purpose: say(
      'Giữ biên giới thông suốt mà không để dịch lây lan.',
      'ຮັກສາຊາຍແດນໃຫ້ເປີດ ໂດຍບໍ່ໃຫ້ພະຍາດລະບາດແຜ່ລາມ.',
      'Garder la frontière ouverte sans que l’épidémie se propage.',
      'Keep the border open without letting the epidemic spread.',
    ),
  }),
  short('science.water-filter', 2, {
    activity: say(
      'Hai viện nghiên cứu và thử nghiệm bộ lọc nước cho đồn biên phòng.',
      'ສອງສະຖາບັນ ຄົ້ນຄວ້າ ແລະ ທົດລອງເຄື່ອງຕອງນ້ຳໃຫ້ປ້ອມຊາຍແດນ.',
      'Deux instituts étudient et essaient un filtre à eau pour les postes frontière.',
      'Two institutes study and try a water filter for border posts.',
    ),
    purpose: say(
      'Có nước sạch tại đồn.',
      'ມີນ້ຳສະອາດຢູ່ປ້ອມ.',
      'Avoir de l’eau potable au poste.',
      'Have clean water at the post.',
    ),
    area: 'science',
    period: { from: '2021-03', to: '2022-03' },
    agency: 'logistics',
    venue: both('Hai viện', 'ສອງສະຖາບັນ'),
    more: {
      ...institutes('Viện nghiên cứu (EXERCISE)', 'ສະຖາບັນຄົ້ນຄວ້າ (EXERCISE)'),
      deliverables: [
        { what: trialReport, due: '2021-09' },
        { what: filterDesign, due: '2021-12' },
      ],
    },
  }),
  short('economy.tree-nursery', 3, {
    activity: say(
      'Vườn ươm cây chung của hai đơn vị kinh tế quốc phòng.',
      'ສວນກ້າເບ້ຍໄມ້ຮ່ວມ ຂອງສອງກົມກອງເສດຖະກິດປ້ອງກັນຊາດ.',
      'Pépinière commune de deux unités économiques de défense.',
      'A joint tree nursery of two defence-economic units.',
    ),
    purpose: say(
      'Phủ xanh vùng biên, tạo việc làm.',
      'ປູກປ່າຊາຍແດນ, ສ້າງວຽກເຮັດງານທຳ.',
      'Reboiser la zone frontière et créer des emplois.',
      'Bring back the forest of the border zone and give work.',
    ),
    area: 'economy',
    period: { from: '2021-02', to: '2021-11' },
    agency: 'logistics',
    venue: borderZone,
    more: institutes('Đoàn kinh tế quốc phòng (EXERCISE)', 'ກົມກອງເສດຖະກິດ (EXERCISE)'),
  }),
  short('borderTrade.market', 4, {
    activity: say(
      'Chợ biên giới họp hai phiên mỗi tháng, có bộ đội biên phòng hai bên giữ trật tự.',
      'ຕະຫຼາດຊາຍແດນເປີດສອງຄັ້ງຕໍ່ເດືອນ, ທະຫານຊາຍແດນສອງຝ່າຍຮັກສາຄວາມສະຫງົບ.',
      'Marché frontalier deux fois par mois, l’ordre étant assuré par les deux gardes-frontières.',
      'A border market twice a month, kept in order by both border guards.',
    ),
    purpose: say(
      'Buôn bán hợp pháp thay cho buôn lậu.',
      'ການຄ້າຖືກກົດໝາຍແທນການລັກລອບ.',
      'Le commerce licite à la place de la contrebande.',
      'Lawful trade in place of smuggling.',
    ),
    area: 'trade',
    period: { from: '2021-01', to: '2021-12' },
    agency: 'border',
    venue: borderZone,
    more: institutes('Ban quản lý chợ (EXERCISE)', 'ຄະນະຄຸ້ມຄອງຕະຫຼາດ (EXERCISE)'),
  }),
  short('information.bulletins', 5, {
    activity: say(
      'Trao đổi bản tin tình hình biên giới hằng tháng.',
      'ແລກປ່ຽນຂ່າວສານສະພາບຊາຍແດນປະຈຳເດືອນ.',
      'Échange mensuel d’un bulletin sur la frontière.',
      'A monthly exchange of a bulletin on the border.',
    ),
    purpose: say('Không bị bất ngờ.', 'ບໍ່ໃຫ້ແປກໃຈ.', 'Éviter les surprises.', 'Avoid surprises.'),
    area: 'information',
    period: { from: '2021-01', to: '2021-12' },
    agency: 'external',
    venue: borderZone,
  }),
  short('commemoration.army-day', 6, {
    activity: say(
      'Lễ dâng hương chung tại nghĩa trang nhân ngày truyền thống.',
      'ພິທີວາງພວງມາລາຮ່ວມ ຢູ່ສຸສານ ໃນວັນມູນເຊື້ອ.',
      'Cérémonie commune au cimetière pour la journée des traditions.',
      'A joint ceremony at the cemetery on the day of traditions.',
    ),
    purpose: say(
      'Giữ ký ức chung.',
      'ຮັກສາຄວາມຊົງຈຳຮ່ວມ.',
      'Entretenir la mémoire commune.',
      'Keep what is remembered.',
    ),
    area: 'commemoration',
    period: { from: '2021-10', to: '2021-10' },
    agency: 'political',
    venue: hanoi,
  }),
  short('exhibition.photographs', 7, {
    activity: say(
      'Triển lãm ảnh về quan hệ hai quân đội.',
      'ງານວາງສະແດງຮູບກ່ຽວກັບສາຍພົວພັນສອງກອງທັບ.',
      'Exposition de photographies sur les relations des deux armées.',
      'An exhibition of photographs on the relations of the two armies.',
    ),
    purpose: say('Cho công chúng biết.', 'ໃຫ້ມວນຊົນຮູ້.', 'Faire connaître au public.', 'Let the public know.'),
    area: 'commemoration',
    period: { from: '2021-12', to: '2021-12' },
    agency: 'political',
    venue: vientiane,
    more: { exhibits: 60 },
  }),
  short('awareness.border-schools', 8, {
    activity: say(
      'Tuyên truyền về quan hệ hai nước tại các trường vùng biên.',
      'ໂຄສະນາສາຍພົວພັນສອງປະເທດ ຢູ່ໂຮງຮຽນຊາຍແດນ.',
      'Sensibilisation aux relations des deux pays dans les écoles de la frontière.',
      'Talks on the relations of the two countries in schools of the border zone.',
    ),
    purpose: say('Giáo dục lớp trẻ.', 'ສຶກສາອົບຮົມຊາວໜຸ່ມ.', 'Éduquer la jeunesse.', 'Teach the young.'),
    area: 'awareness',
    period: { from: '2021-03', to: '2021-05' },
    agency: 'political',
    venue: borderZone,
    more: { audience: both('học sinh', 'ນັກຮຽນ') },
  }),
  short('remains.dry-season', 9, {
    activity: say(
      'Tìm kiếm, quy tập hài cốt trong mùa khô.',
      'ຊອກຄົ້ນ ແລະ ສົ່ງອັດຖິກັບຄືນ ໃນລະດູແລ້ງ.',
      'Recherche et rapatriement des dépouilles en saison sèche.',
      'Search for and return of remains in the dry season.',
    ),
    purpose: say(
      'Đưa người đã khuất về.',
      'ນຳຜູ້ລ່ວງລັບກັບຄືນ.',
      'Ramener les morts chez eux.',
      'Bring the dead home.',
    ),
    area: 'remains',
    period: { from: '2021-01', to: '2021-05' },
    agency: 'political',
    venue: borderZone,
    more: { season: '2020–2021', provinces: 'EXERCISE', teams: 2 },
  }),
  short('works.clinic', 10, {
    activity: say(
      'Xây trạm xá quân dân y tại một bản vùng biên.',
      'ກໍ່ສ້າງສຸກສາລາທະຫານ-ພົນລະເຮືອນ ຢູ່ບ້ານຊາຍແດນ.',
      'Construction d’un dispensaire militaire et civil dans un village de la frontière.',
      'Building of an army and civilian clinic in a village of the border zone.',
    ),
    purpose: say('Chữa bệnh cho dân.', 'ປິ່ນປົວປະຊາຊົນ.', 'Soigner la population.', 'Care for the people.'),
    area: 'works',
    period: { from: '2021-02', to: '2021-10' },
    agency: 'logistics',
    venue: borderZone,
    more: {
      object: both('trạm xá', 'ສຸກສາລາ'),
      value: { amount: '150000', currency: 'USD' },
      handOver: '2021-10',
    },
  }),
  short('rescue.flood', 11, {
    activity: say(
      'Diễn tập chung cứu hộ, cứu nạn khi lũ lụt.',
      'ການຝຶກຊ້ອມກູ້ໄພນ້ຳຖ້ວມຮ່ວມ.',
      'Exercice conjoint de sauvetage en cas d’inondation.',
      'A joint rescue exercise for floods.',
    ),
    purpose: say(
      'Phối hợp khi có thiên tai.',
      'ປະສານງານເມື່ອມີໄພພິບັດ.',
      'Se coordonner en cas de catastrophe.',
      'Work together in a disaster.',
    ),
    area: 'rescue',
    period: { from: '2021-08', to: '2021-08' },
    agency: 'staff',
    venue: borderZone,
    more: { scenario: both('lũ trên sông biên giới', 'ນ້ຳຖ້ວມຢູ່ແມ່ນ້ຳຊາຍແດນ') },
  }),
];

const title = say(
  'EXERCISE – Danh mục dự án và hoạt động bổ sung năm 2021',
  'EXERCISE – ບັນຊີໂຄງການ ແລະ ກິດຈະກຳເພີ່ມເຕີມ ປີ 2021',
  'EXERCISE – Projets et activités complémentaires pour 2021',
  'EXERCISE – Projects and further activities for 2021',
);

const preamble = say(
  'EXERCISE. Nội dung hư cấu để trình diễn; không liên quan đến kế hoạch thật nào.',
  'EXERCISE. ເນື້ອໃນສົມມຸດເພື່ອການສາທິດ; ບໍ່ກ່ຽວຂ້ອງກັບແຜນການຈິງໃດໆ.',
  'EXERCISE. Contenu fictif de démonstration ; sans rapport avec un plan réel.',
  'EXERCISE. Fiction for demonstration; it has nothing to do with any real plan.',
);

const closing = plan2021.head.info['closing'];

/** Signed by both like the plan of 2021, and in force in that year. */
export const planProjects: Plan = {
  text: 'plan.exercise-projects-2021',
  head: {
    fields: {
      title: prose(title),
      covers: { from: '2021-01', to: '2022-03' },
      character: 'plan',
      preamble: prose(preamble),
      closing: plan2021.head.fields['closing'] ?? null,
      signedAt: hanoi,
      exercise: true,
    },
    info: {
      title: { fr: title.fr, en: title.en },
      preamble: { fr: preamble.fr, en: preamble.en },
      ...(closing === undefined ? {} : { closing }),
    },
  },
  lines,
};
