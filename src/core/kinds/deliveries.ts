import { type Codes, label, type StatementKind } from './declare.ts';
import { exercise, mark, note, source, title } from './shared-fields.ts';

/** The line of a plan that a step or a year's figure belongs to. */
const project = {
  type: 'subject',
  kinds: ['science', 'economy', 'borderTrade'],
  label: label('Project', 'Đề tài, dự án', 'ໂຄງການ', 'Projet'),
} as const;

/** Steps of assistance: each is said by the side that did it, the hand-over by both. The facet of a delivery names its step. */
export const legs: Codes = {
  pledged: label('Pledged', 'Cam kết', 'ໃຫ້ຄຳໝັ້ນ', 'Promis'),
  dispatched: label('Dispatched', 'Đã gửi', 'ສົ່ງແລ້ວ', 'Expédié'),
  handedOver: label('Handed over', 'Đã bàn giao', 'ມອບ-ຮັບແລ້ວ', 'Remis'),
  received: label('Received', 'Đã nhận', 'ໄດ້ຮັບແລ້ວ', 'Reçu'),
};

/** What one unit of a goal is: each side counts its own figures of what it lists, by the rule it chose. */
export const countings: Codes = {
  offered: label('Places offered', 'Chỉ tiêu đào tạo', 'ບ່ອນຮຽນທີ່ສະເໜີ', 'Places offertes'),
  filled: label('Who enrolled', 'Người nhập học', 'ຜູ້ເຂົ້າຮຽນ', 'Inscrits'),
  completed: label('Who completed', 'Người tốt nghiệp', 'ຜູ້ຮຽນຈົບ', 'Diplômés'),
  received: label('Goods received', 'Hàng đã nhận', 'ສິນຄ້າທີ່ໄດ້ຮັບ', 'Fournitures reçues'),
  carriedOut: label(
    'Activities carried out',
    'Hoạt động đã thực hiện',
    'ກິດຈະກຳທີ່ໄດ້ປະຕິບັດ',
    'Activités réalisées',
  ),
};

export const supportRoles: Codes = {
  given: label('Support given', 'Đã ủng hộ', 'ໄດ້ສະໜັບສະໜູນ', 'Appui donné'),
  received: label('Support received', 'Đã nhận ủng hộ', 'ໄດ້ຮັບການສະໜັບສະໜູນ', 'Appui reçu'),
};

/** What is given, taught, traded, built up: figures that each side states for itself. */
export const deliveries: readonly StatementKind[] = [
  {
    kind: 'delivery',
    of: 'statement',
    compared: ['goods', 'date'],
    view: 'assistance',
    label: label('Delivery', 'Giao nhận hàng', 'ການສົ່ງມອບ', 'Livraison'),
    plural: label('Deliveries', 'Giao nhận hàng', 'ການສົ່ງມອບ', 'Livraisons'),
    fields: {
      leg: {
        type: 'code',
        codes: legs,
        required: true,
        shown: 'row',
        label: label('Step', 'Bước', 'ຂັ້ນຕອນ', 'Étape'),
      },
      date: { type: 'date', shown: 'row', label: label('Date', 'Ngày', 'ວັນທີ', 'Date') },
      goods: {
        type: 'rows',
        required: true,
        shown: 'row',
        label: label('Goods', 'Hàng hóa', 'ສິນຄ້າ', 'Fournitures'),
        columns: {
          what: { type: 'words', label: label('What', 'Mặt hàng', 'ລາຍການ', 'Article') },
          quantity: { type: 'quantity', label: label('Quantity', 'Số lượng', 'ປະລິມານ', 'Quantité') },
          value: { type: 'money', label: label('Value', 'Trị giá', 'ມູນຄ່າ', 'Valeur') },
          lost: {
            type: 'quantity',
            label: label('Damaged or lost', 'Hư hỏng, mất', 'ເສຍຫາຍ ຫຼື ສູນເສຍ', 'Avarié ou perdu'),
          },
        },
      },
      from: { type: 'party', label: label('From', 'Từ', 'ຈາກ', 'De') },
      to: { type: 'party', label: label('To', 'Đến', 'ຫາ', 'À') },
      place: { type: 'words', label: label('Place', 'Địa điểm', 'ສະຖານທີ່', 'Lieu') },
      note,
      files: { type: 'files', label: label('Files', 'Tệp', 'ໄຟລ໌', 'Fichiers') },
      source,
      exercise,
      mark,
    },
  },
  {
    kind: 'training',
    of: 'statement',
    compared: ['offered', 'filled', 'completed'],
    view: 'training',
    label: label('Training places', 'Chỉ tiêu đào tạo', 'ຈຳນວນບ່ອນຮຽນ', 'Places de formation'),
    plural: label('Training places', 'Chỉ tiêu đào tạo', 'ຈຳນວນບ່ອນຮຽນ', 'Places de formation'),
    fields: {
      institution: {
        type: 'words',
        shown: 'row',
        label: label('Institution', 'Cơ sở đào tạo', 'ສະຖາບັນ', 'Établissement'),
      },
      period: { type: 'period', shown: 'row', label: label('Period', 'Thời gian', 'ໄລຍະເວລາ', 'Période') },
      offered: { type: 'count', shown: 'row', label: label('Offered', 'Chỉ tiêu', 'ສະເໜີໃຫ້', 'Offertes') },
      filled: { type: 'count', shown: 'row', label: label('Filled', 'Nhập học', 'ເຂົ້າຮຽນ', 'Pourvues') },
      completed: {
        type: 'count',
        shown: 'row',
        label: label('Completed', 'Tốt nghiệp', 'ຮຽນຈົບ', 'Menées à terme'),
      },
      note,
      source,
      exercise,
      mark,
    },
  },
  {
    kind: 'trade',
    of: 'statement',
    compared: [],
    view: 'projects',
    label: label('Trade of a year', 'Kim ngạch năm', 'ມູນຄ່າການຄ້າປະຈຳປີ', 'Échanges de l’année'),
    plural: label('Trade by year', 'Kim ngạch theo năm', 'ມູນຄ່າການຄ້າລາຍປີ', 'Échanges par année'),
    fields: {
      project,
      year: { type: 'date', required: true, shown: 'row', label: label('Year', 'Năm', 'ປີ', 'Année') },
      value: {
        type: 'money',
        required: true,
        shown: 'row',
        label: label('Value', 'Giá trị', 'ມູນຄ່າ', 'Valeur'),
      },
      source: { ...source, shown: 'row' },
      note,
      exercise,
      mark,
    },
  },
  {
    kind: 'milestone',
    of: 'statement',
    compared: ['done'],
    view: 'projects',
    label: label('Milestone', 'Mốc tiến độ', 'ຂັ້ນໝາຍ', 'Jalon'),
    plural: label('Milestones', 'Các mốc tiến độ', 'ຂັ້ນໝາຍ', 'Jalons'),
    fields: {
      project,
      title,
      delivers: {
        type: 'words',
        label: label(
          'Deliverable, as in the plan',
          'Sản phẩm, như trong kế hoạch',
          'ຜົນງານ ຕາມແຜນການ',
          'Livrable, tel que dans le plan',
        ),
      },
      due: { type: 'date', shown: 'row', label: label('Due', 'Thời hạn', 'ກຳນົດ', 'Échéance') },
      done: {
        type: 'count',
        shown: 'row',
        label: label('Progress, %', 'Tiến độ, %', 'ຄວາມຄືບໜ້າ, %', 'Avancement, %'),
      },
      note,
      exercise,
      mark,
    },
  },
  {
    kind: 'support',
    of: 'statement',
    compared: [],
    view: 'multilateral',
    label: label('Support at a forum', 'Ủng hộ tại diễn đàn', 'ການສະໜັບສະໜູນໃນເວທີ', 'Appui dans une enceinte'),
    plural: label(
      'Support at forums',
      'Ủng hộ tại diễn đàn',
      'ການສະໜັບສະໜູນໃນເວທີ',
      'Appuis dans les enceintes',
    ),
    fields: {
      forum: {
        type: 'words',
        required: true,
        shown: 'row',
        label: label('Forum', 'Diễn đàn', 'ເວທີ', 'Enceinte'),
      },
      edition: { type: 'words', shown: 'row', label: label('Edition', 'Kỳ', 'ຄັ້ງທີ', 'Édition') },
      role: {
        type: 'code',
        shown: 'row',
        label: label('Role', 'Vai trò', 'ບົດບາດ', 'Rôle'),
        codes: supportRoles,
      },
      date: { type: 'date', label: label('Date', 'Ngày', 'ວັນທີ', 'Date') },
      note,
      source,
      exercise,
      mark,
    },
  },
  {
    kind: 'goal',
    of: 'statement',
    compared: ['target', 'reached', 'counting'],
    view: 'goals',
    label: label('Capability goal', 'Mục tiêu năng lực', 'ເປົ້າໝາຍຄວາມສາມາດ', 'Objectif de capacité'),
    plural: label('Capability goals', 'Mục tiêu năng lực', 'ເປົ້າໝາຍຄວາມສາມາດ', 'Objectifs de capacité'),
    fields: {
      title,
      measure: {
        type: 'words',
        required: true,
        shown: 'row',
        label: label('Measure', 'Đơn vị đo', 'ຕົວຊີ້ວັດ', 'Mesure'),
      },
      target: {
        type: 'amount',
        required: true,
        shown: 'row',
        label: label('Target', 'Chỉ tiêu', 'ເປົ້າໝາຍ', 'Cible'),
      },
      // Where a rule of the register is chosen it is counted, not stated.
      reached: { type: 'amount', shown: 'row', label: label('Reached', 'Đạt được', 'ບັນລຸ', 'Atteint') },
      counting: {
        type: 'code',
        codes: countings,
        shown: 'row',
        label: label('Counting rule', 'Quy tắc tính', 'ກົດການນັບ', 'Règle de décompte'),
      },
      rule: { type: 'told', label: label('How we count', 'Cách tính', 'ວິທີນັບ', 'Comment nous comptons') },
      due: { type: 'date', label: label('Due', 'Thời hạn', 'ກຳນົດ', 'Échéance') },
      counted: { type: 'subjects', shown: 'row', label: label('Counted', 'Được tính', 'ທີ່ນັບ', 'Décomptés') },
      exercise,
      mark,
    },
  },
];
