import { both, type Cost, type Party, say } from './shapes.ts';

/* Posts, agencies and places by general name: no person, no unit that could be taken for a real tasking. */

export const hanoi = both('Hà Nội', 'ຮ່າໂນ້ຍ');
export const vientiane = both('Viêng Chăn', 'ວຽງຈັນ');
export const borderZone = both('Khu vực biên giới hai nước', 'ເຂດຊາຍແດນສອງປະເທດ');
export const online = both('Trực tuyến', 'ທາງໄກ');

export const minister = both('Bộ trưởng Bộ Quốc phòng', 'ລັດຖະມົນຕີກະຊວງປ້ອງກັນປະເທດ');
export const viceMinister = both('Thứ trưởng Bộ Quốc phòng', 'ຮອງລັດຖະມົນຕີກະຊວງປ້ອງກັນປະເທດ');
export const externalHead = both('Cục trưởng Cục Đối ngoại', 'ຫົວໜ້າກົມການຕ່າງປະເທດ');
export const politicalDeputy = both('Phó Chủ nhiệm Tổng cục Chính trị', 'ຮອງຫົວໜ້າກົມໃຫຍ່ການເມືອງກອງທັບ');
export const borderCommander = both('Chỉ huy trưởng lực lượng biên phòng', 'ຫົວໜ້າກຳລັງປ້ອງກັນຊາຍແດນ');
export const postCommander = both('Chỉ huy đồn biên phòng', 'ຜູ້ບັນຊາປ້ອມຊາຍແດນ');
export const medicalHead = both('Cục trưởng Cục Quân y', 'ຫົວໜ້າກົມແພດທະຫານ');
export const logisticsDeputy = both('Phó Chủ nhiệm Tổng cục Hậu cần', 'ຮອງຫົວໜ້າກົມໃຫຍ່ພະລາທິການ');

const agencies = {
  external: {
    VN: both('Cục Đối ngoại', 'ກົມການຕ່າງປະເທດ (ຫວຽດນາມ)'),
    LA: both('Cục Đối ngoại (Lào)', 'ກົມການຕ່າງປະເທດ'),
  },
  political: {
    VN: both('Tổng cục Chính trị', 'ກົມໃຫຍ່ການເມືອງ (ຫວຽດນາມ)'),
    LA: both('Tổng cục Chính trị (Lào)', 'ກົມໃຫຍ່ການເມືອງກອງທັບ'),
  },
  staff: {
    VN: both('Bộ Tổng Tham mưu', 'ກົມໃຫຍ່ເສນາທິການ (ຫວຽດນາມ)'),
    LA: both('Bộ Tổng Tham mưu (Lào)', 'ກົມໃຫຍ່ເສນາທິການກອງທັບ'),
  },
  border: {
    VN: both('Bộ Tư lệnh Bộ đội Biên phòng', 'ກອງບັນຊາການທະຫານປ້ອງກັນຊາຍແດນ (ຫວຽດນາມ)'),
    LA: both('Cục Biên phòng (Lào)', 'ກົມທະຫານຊາຍແດນ'),
  },
  medical: {
    VN: both('Cục Quân y', 'ກົມແພດທະຫານ (ຫວຽດນາມ)'),
    LA: both('Cục Quân y (Lào)', 'ກົມແພດທະຫານ'),
  },
  logistics: {
    VN: both('Tổng cục Hậu cần', 'ກົມໃຫຍ່ພະລາທິການ (ຫວຽດນາມ)'),
    LA: both('Tổng cục Hậu cần (Lào)', 'ກົມໃຫຍ່ພະລາທິການກອງທັບ'),
  },
  training: {
    VN: both('Cục Nhà trường', 'ກົມໂຮງຮຽນ (ຫວຽດນາມ)'),
    LA: both('Cơ quan đào tạo (Lào)', 'ພາກສ່ວນຝຶກອົບຮົມ'),
  },
  office: {
    VN: both('Văn phòng Bộ', 'ຫ້ອງວ່າການກະຊວງ (ຫວຽດນາມ)'),
    LA: both('Văn phòng Bộ (Lào)', 'ຫ້ອງວ່າການກະຊວງ'),
  },
} as const;

/** Lead agency of each side. */
export const lead = (of: keyof typeof agencies): readonly { party: Party; agency: string }[] => [
  { party: 'VN', agency: agencies[of].VN },
  { party: 'LA', agency: agencies[of].LA },
];

export const heads = (VN: string, LA: string): readonly { party: Party; post: string }[] => [
  { party: 'VN', post: VN },
  { party: 'LA', post: LA },
];

/** The usual rule between the two: the guest pays its journey, the host the stay. */
export function usualCosts(host: Party, board?: string): readonly Cost[] {
  const guest = host === 'VN' ? 'LA' : 'VN';
  return [
    { what: 'travel', payer: guest },
    {
      what: 'board',
      payer: host,
      ...(board === undefined ? {} : { cap: { amount: board, currency: 'USD' } }),
    },
    { what: 'localTransport', payer: host },
  ];
}

/** Each side pays for itself. */
export const ownCosts: readonly Cost[] = [
  { what: 'other', payer: 'VN' },
  { what: 'other', payer: 'LA' },
];

export const generalBasis = say(
  'Các thỏa thuận hợp tác giữa hai Đảng, hai Nhà nước và hai Bộ Quốc phòng.',
  'ບັນດາຂໍ້ຕົກລົງການຮ່ວມມືລະຫວ່າງສອງພັກ, ສອງລັດ ແລະ ສອງກະຊວງປ້ອງກັນປະເທດ.',
  'Les accords de coopération entre les deux Partis, les deux États et les deux ministères de la Défense.',
  'The cooperation agreements between the two Parties, the two States and the two ministries of defence.',
);

export const borderBasis = say(
  'Nghị định thư về đường biên giới và mốc quốc giới, Hiệp định về quy chế quản lý biên giới và cửa khẩu biên giới trên đất liền, ký năm 2016.',
  'ອະນຸສັນຍາວ່າດ້ວຍເສັ້ນຊາຍແດນ ແລະ ຫຼັກໝາຍຊາຍແດນ, ສັນຍາວ່າດ້ວຍລະບຽບການຄຸ້ມຄອງຊາຍແດນ ແລະ ດ່ານຊາຍແດນທາງບົກ, ລົງນາມປີ 2016.',
  'Le protocole sur la frontière et les bornes et l’accord sur le régime de gestion de la frontière et des postes terrestres, signés en 2016.',
  'The protocol on the border line and markers and the agreement on the management of the land border and its gates, signed in 2016.',
);

export const aseanBasis = say(
  'Các văn kiện của Hội nghị Bộ trưởng Quốc phòng các nước ASEAN (ADMM) và ADMM Mở rộng.',
  'ເອກະສານຂອງກອງປະຊຸມລັດຖະມົນຕີປ້ອງກັນປະເທດອາຊຽນ (ADMM) ແລະ ADMM ຂະຫຍາຍ.',
  'Les documents de la réunion des ministres de la Défense de l’ASEAN (ADMM) et de l’ADMM Plus.',
  'The documents of the ASEAN Defence Ministers’ Meeting (ADMM) and ADMM-Plus.',
);

export const talksBasis = say(
  'Kết quả hội đàm giữa hai Bộ trưởng Bộ Quốc phòng tại Hà Nội ngày 4 tháng 12 năm 2020.',
  'ຜົນການພົບປະສົນທະນາລະຫວ່າງສອງລັດຖະມົນຕີກະຊວງປ້ອງກັນປະເທດ ທີ່ຮ່າໂນ້ຍ ວັນທີ 4 ທັນວາ 2020.',
  'L’issue des entretiens des deux ministres de la Défense à Hanoï, le 4 décembre 2020.',
  'The outcome of the talks of the two ministers of defence in Hanoi on 4 December 2020.',
);

/** The mechanisms that lines of the plans name: those of the record by its ids, and the one that the EXERCISE adds. */
export const mechanisms = {
  policyDialogue: 'mechanism.defence-policy-dialogue-deputy-ministers',
  departments: 'mechanism.exercise-departments',
  borderFriendship: 'mechanism.border-defence-friendship-exchange',
  borderCommands: 'mechanism.annual-talks-of-border-guard-commands',
} as const;
