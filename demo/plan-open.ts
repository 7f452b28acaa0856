import { plan2021 } from './plan-2021.ts';
import {
  both,
  type Cost,
  type Fields,
  type Info,
  line,
  type Party,
  type Plan,
  type PlanLine,
  prose,
  type Said,
  say,
} from './shapes.ts';
import {
  generalBasis,
  hanoi,
  heads,
  lead,
  online,
  ownCosts,
  usualCosts,
  viceMinister,
  vientiane,
} from './wordings.ts';

/** What the other party said to a line that one party proposed. */
export type Answer =
  /** It accepted all of it: agreed. */
  | { readonly answer: 'accepts' }
  /** It accepted all but these fields, in which it stated its own value: brackets. */
  | { readonly answer: 'counters'; readonly fields: Fields; readonly info?: Info }
  /** It has said nothing: the line awaits it. */
  | { readonly answer: 'silent' }
  /** It struck the line: the whole line stands in brackets. */
  | { readonly answer: 'strikes' };

/** A line under negotiation, as both parties' positions stand when the demo begins. */
export interface OpenLine {
  readonly proposedBy: Party;
  readonly line: PlanLine;
  readonly other: Answer;
  /**
   * A wording that both had agreed as `from`: then the proposer changed the Vietnamese and the other accepted that,
   * while nobody has confirmed the Lao since. Both now hold the value of `line` with `stale` in it.
   */
  readonly changed?: {
    readonly field: string;
    readonly from: Fields[string];
    readonly stale: readonly ['lo'];
    /** The Lao that would follow the new Vietnamese, for whoever settles the cell. */
    readonly lao: string;
  };
}

/** A plan under negotiation: the head is agreed. */
export interface OpenPlan {
  readonly text: string;
  readonly head: Plan['head'];
  readonly lines: readonly OpenLine[];
}

const year = 2022;

/** Values that change against last year's line; `undefined` drops a field. */
type Changes = Readonly<Record<string, Fields[string] | undefined>>;

/** A line of 2021 taken over, with what changes; `said` replaces wordings together with their translations. */
function again(
  id: string,
  number: number,
  changes: Changes,
  said: Readonly<Record<string, Said>> = {},
): PlanLine {
  const from = plan2021.lines.find((one) => one.item === `${id}-2021`);
  if (!from) throw new Error(`the plan of 2021 has no line ${id}`);
  const fields: Record<string, Fields[string]> = { ...from.fields };
  for (const [field, value] of Object.entries(changes)) {
    if (value === undefined) delete fields[field];
    else fields[field] = value;
  }
  const info: Record<string, Info[string]> = { ...from.info };
  for (const [field, wording] of Object.entries(said)) {
    fields[field] = prose(wording);
    info[field] = { fr: wording.fr, en: wording.en };
  }
  const serial = String(number).padStart(2, '0');
  return {
    item: `${id}-${year}`,
    fields,
    info,
    references: { VN: `EXERCISE ${serial}/KH-${year}`, LA: `EXERCISE ${serial}/ປກຊ.${year}` },
  };
}

const accepts: Answer = { answer: 'accepts' };

const agreed = (
  id: string,
  number: number,
  changes: Changes,
  said?: Readonly<Record<string, Said>>,
): OpenLine => ({
  proposedBy: number % 3 === 0 ? 'LA' : 'VN',
  line: again(id, number, changes, said),
  other: accepts,
});

const boardByEach: readonly Cost[] = [
  { what: 'travel', payer: 'LA' },
  { what: 'board', payer: 'LA' },
  { what: 'localTransport', payer: 'VN' },
];

const gateActivity = say(
  'Phối hợp quản lý cửa khẩu, khôi phục thông quan an toàn và kiểm soát y tế phòng, chống dịch.',
  'ປະສານງານຄຸ້ມຄອງດ່ານ ພ້ອມກັບການກວດສຸຂະພາບເພື່ອຕ້ານໂຄວິດ-19.',
  'Gestion coordonnée des portes frontalières, reprise sûre du trafic et contrôle sanitaire.',
  'Coordinated management of border gates, safe reopening and health checks.',
);

const armyBuilding = {
  VN: say(
    'So sánh cách tổ chức, huấn luyện và bảo đảm; chọn hai chuyên đề để làm sâu.',
    'ທຽບວິທີຈັດຕັ້ງ, ຝຶກແອບ ແລະ ການຮັບປະກັນ; ເລືອກສອງຫົວຂໍ້ເພື່ອລົງເລິກ.',
    'Comparer organisation, instruction et soutien ; approfondir deux thèmes.',
    'Compare organisation, training and support; go deeper into two subjects.',
  ),
  LA: say(
    'So sánh cách tổ chức, huấn luyện và bảo đảm; chọn ba chuyên đề, trong đó có quân y.',
    'ທຽບວິທີຈັດຕັ້ງ, ຝຶກແອບ ແລະ ການຮັບປະກັນ; ເລືອກສາມຫົວຂໍ້, ໃນນັ້ນມີການແພດທະຫານ.',
    'Comparer organisation, instruction et soutien ; approfondir trois thèmes, dont la santé militaire.',
    'Compare organisation, training and support; go deeper into three subjects, army medicine among them.',
  ),
};

const lines: readonly OpenLine[] = [
  agreed(
    'visit.minister',
    1,
    {
      period: { from: '2022-06', to: '2022-07' },
      host: 'LA',
      venue: vientiane,
      participants: [{ party: 'VN', count: 15, who: both('thành viên đoàn', 'ສະມາຊິກຄະນະ') }],
      costs: usualCosts('LA', '9000'),
    },
    {
      activity: say(
        'Bộ trưởng Bộ Quốc phòng Việt Nam thăm chính thức Lào và hội đàm với Bộ trưởng Bộ Quốc phòng Lào.',
        'ລັດຖະມົນຕີກະຊວງປ້ອງກັນປະເທດຫວຽດນາມ ຢ້ຽມຢາມລາວຢ່າງເປັນທາງການ ແລະ ພົບປະສົນທະນາກັບລັດຖະມົນຕີກະຊວງປ້ອງກັນປະເທດລາວ.',
        'Visite officielle au Laos du ministre vietnamien de la Défense et entretien avec son homologue lao.',
        'Official visit to Laos by the Vietnamese Minister of National Defence and talks with the Lao minister.',
      ),
    },
  ),
  agreed(
    'visit.vice-minister',
    2,
    {
      period: { from: '2022-04', to: '2022-05' },
      host: 'VN',
      venue: hanoi,
      participants: [{ party: 'LA', count: 10, who: both('thành viên đoàn', 'ສະມາຊິກຄະນະ') }],
      costs: usualCosts('VN', '6000'),
    },
    {
      activity: say(
        'Đoàn cấp thứ trưởng Bộ Quốc phòng Lào thăm Việt Nam.',
        'ຄະນະຜູ້ແທນຂັ້ນຮອງລັດຖະມົນຕີກະຊວງປ້ອງກັນປະເທດລາວ ຢ້ຽມຢາມຫວຽດນາມ.',
        'Visite au Vietnam d’une délégation lao de niveau vice-ministériel.',
        'Visit to Viet Nam by a Lao delegation at deputy-minister level.',
      ),
    },
  ),
  {
    proposedBy: 'VN',
    line: again('visit.political', 3, { period: { from: '2022-03', to: '2022-09' } }),
    other: { answer: 'strikes' },
  },
  {
    proposedBy: 'VN',
    line: again('visit.young-officers', 4, {
      period: { from: '2022-08', to: '2022-08' },
      host: 'VN',
      venue: both('Sơn La', 'ເຊີນລາ'),
      costs: usualCosts('VN', '8000'),
      // Cancelled in 2021 by both.
      carriedFrom: 'visit.young-officers-2021',
    }),
    other: { answer: 'counters', fields: { costs: boardByEach } },
  },
  {
    proposedBy: 'VN',
    line: again('dialogue.defence-policy', 5, {
      period: { from: '2022-05', to: '2022-07' },
      host: 'VN',
      venue: hanoi,
      costs: undefined,
    }),
    other: { answer: 'counters', fields: { host: 'LA', venue: vientiane } },
  },
  agreed('meeting.external', 6, {
    period: { from: '2022-03', to: '2022-03' },
    host: 'LA',
    venue: vientiane,
    costs: usualCosts('LA', '3000'),
  }),
  {
    proposedBy: 'VN',
    line: again('patrol.dry-season', 7, { period: { from: '2022-01', to: '2022-04' }, patrols: 24 }),
    other: { answer: 'counters', fields: { period: { from: '2022-02', to: '2022-05' } } },
  },
  agreed('patrol.rainy-season', 8, { period: { from: '2022-09', to: '2022-11' }, patrols: 18 }),
  agreed('borderMeeting.commands', 9, {
    period: { from: '2022-06', to: '2022-12' },
    host: 'LA',
    venue: vientiane,
    costs: usualCosts('LA', '4500'),
  }),
  {
    proposedBy: 'VN',
    line: again(
      'gate.health-control',
      10,
      { period: { from: '2022-01', to: '2022-12' } },
      { activity: gateActivity },
    ),
    other: accepts,
    changed: {
      field: 'activity',
      from: again('gate.health-control', 10, {}).fields['activity'] ?? null,
      stale: ['lo'],
      lao: 'ປະສານງານຄຸ້ມຄອງດ່ານ, ເປີດດ່ານຄືນຢ່າງປອດໄພ ແລະ ກວດສຸຂະພາບເພື່ອຕ້ານໂລກລະບາດ.',
    },
  },
  agreed('crime.drugs', 11, { period: { from: '2022-01', to: '2022-12' } }),
  agreed('crime.smuggling', 12, { period: { from: '2022-01', to: '2022-12' } }),
  {
    proposedBy: 'VN',
    line: again(
      'experience.army-building',
      13,
      {
        period: { from: '2022-06', to: '2022-06' },
        host: 'LA',
        venue: vientiane,
        costs: usualCosts('LA', '5000'),
      },
      { purpose: armyBuilding.VN },
    ),
    other: {
      answer: 'counters',
      fields: { purpose: prose(armyBuilding.LA) },
      info: { purpose: { fr: armyBuilding.LA.fr, en: armyBuilding.LA.en } },
    },
  },
  {
    proposedBy: 'VN',
    line: again('course.academies', 14, { period: { from: '2022-09' }, participants: undefined, places: 20 }),
    other: { answer: 'counters', fields: { places: 25 } },
  },
  {
    proposedBy: 'VN',
    line: again('course.border-medicine', 15, { period: { from: '2022-07', to: '2022-08' }, places: 15 }),
    other: { answer: 'silent' },
  },
  {
    proposedBy: 'VN',
    line: line('commemoration.friendship-year', year, 16, {
      activity: say(
        'Hoạt động chung của hai quân đội nhân 60 năm thiết lập quan hệ ngoại giao và 45 năm ký Hiệp ước hữu nghị và hợp tác.',
        'ກິດຈະກຳຮ່ວມຂອງສອງກອງທັບ ເນື່ອງໃນໂອກາດ 60 ປີ ສ້າງຕັ້ງສາຍພົວພັນການທູດ ແລະ 45 ປີ ລົງນາມສົນທິສັນຍາມິດຕະພາບ ແລະ ການຮ່ວມມື.',
        'Activités communes des deux armées pour les 60 ans des relations diplomatiques et les 45 ans du traité d’amitié et de coopération.',
        'Joint activities of the two armies for 60 years of diplomatic relations and 45 years of the treaty of friendship and cooperation.',
      ),
      area: 'commemoration',
      period: { from: '2022-07', to: '2022-09' },
      level: 'viceMinister',
      heads: heads(viceMinister, viceMinister),
      lead: lead('political'),
      costs: ownCosts,
      legalBasis: generalBasis,
      purpose: say(
        'Giáo dục truyền thống và quảng bá quan hệ hai nước.',
        'ສຶກສາອົບຮົມມູນເຊື້ອ ແລະ ເຜີຍແຜ່ສາຍພົວພັນສອງປະເທດ.',
        'Transmettre la tradition et faire connaître les relations.',
        'Teach the tradition and make the relations known.',
      ),
      venue: both('Hà Nội và Viêng Chăn', 'ຮ່າໂນ້ຍ ແລະ ວຽງຈັນ'),
    }),
    other: { answer: 'silent' },
  },
  agreed('multilateral.follow-up', 17, { period: { from: '2022-05', to: '2022-12' }, venue: online }),
  agreed('tasking.agreements', 18, { period: { from: '2022-01', to: '2022-01' } }),
];

const title = say(
  'EXERCISE – Kế hoạch hợp tác quốc phòng Việt Nam – Lào năm 2022',
  'EXERCISE – ແຜນການຮ່ວມມືດ້ານປ້ອງກັນປະເທດ ລາວ – ຫວຽດນາມ ປີ 2022',
  'EXERCISE – Plan de coopération de défense Vietnam – Laos pour 2022',
  'EXERCISE – Viet Nam – Laos defence cooperation plan for 2022',
);

const preamble = say(
  'EXERCISE. Dự thảo hư cấu để đàm phán trong bản trình diễn; không liên quan đến kế hoạch thật của năm 2022.',
  'EXERCISE. ຮ່າງສົມມຸດເພື່ອເຈລະຈາໃນການສາທິດ; ບໍ່ກ່ຽວຂ້ອງກັບແຜນການຈິງຂອງປີ 2022.',
  'EXERCISE. Projet fictif à négocier dans la démonstration ; sans rapport avec le plan réel de 2022.',
  'EXERCISE. A fictitious draft to be negotiated in the demonstration; it has nothing to do with the real plan of 2022.',
);

/** The plan of the next EXERCISE year, open: 6 bracketed fields, one line struck by LA, two awaiting LA, one Lao cell stale. */
export const planOpen: OpenPlan = {
  text: 'plan.exercise-2022',
  head: {
    fields: {
      title: prose(title),
      covers: { from: '2022-01', to: '2022-12' },
      character: 'plan',
      preamble: prose(preamble),
      closing: plan2021.head.fields['closing'] ?? null,
      exercise: true,
    },
    info: {
      title: { fr: title.fr, en: title.en },
      preamble: { fr: preamble.fr, en: preamble.en },
      ...(plan2021.head.info['closing'] ? { closing: plan2021.head.info['closing'] } : {}),
    },
  },
  lines,
};
