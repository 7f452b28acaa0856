import { marks } from './codes.ts';
import { type Codes, label, type StatementKind } from './declare.ts';

export const gateStates: Codes = {
  open: label('Open', 'Mở', 'ເປີດ', 'Ouvert'),
  restricted: label('Restricted', 'Hạn chế', 'ຈຳກັດ', 'Restreint'),
  closed: label('Closed', 'Đóng', 'ປິດ', 'Fermé'),
};

/** Incidents are counted by category; nothing is ever said of a person who crosses. */
export const incidentCategories: Codes = {
  smuggling: label('Smuggling', 'Buôn lậu', 'ການລັກລອບຄ້າຂາຍ', 'Contrebande'),
  drugs: label('Drugs', 'Ma túy', 'ຢາເສບຕິດ', 'Drogue'),
  illicitEntry: label('Illicit entry', 'Nhập cảnh trái phép', 'ການເຂົ້າເມືອງຜິດກົດໝາຍ', 'Entrée illicite'),
  illicitExit: label('Illicit exit', 'Xuất cảnh trái phép', 'ການອອກເມືອງຜິດກົດໝາຍ', 'Sortie illicite'),
  timber: label('Timber and wildlife', 'Lâm sản, động vật hoang dã', 'ໄມ້ ແລະ ສັດປ່າ', 'Bois et faune'),
  health: label('Health at the border', 'Y tế biên giới', 'ສາທາລະນະສຸກຊາຍແດນ', 'Santé à la frontière'),
  other: label('Other', 'Khác', 'ອື່ນໆ', 'Autre'),
};

export const legs: Codes = {
  pledged: label('Pledged', 'Cam kết', 'ໃຫ້ຄຳໝັ້ນ', 'Promis'),
  dispatched: label('Dispatched', 'Đã gửi', 'ສົ່ງແລ້ວ', 'Expédié'),
  received: label('Received', 'Đã nhận', 'ໄດ້ຮັບແລ້ວ', 'Reçu'),
};

const title = {
  type: 'told',
  required: true,
  shown: 'row',
  label: label('Title', 'Tên', 'ຊື່', 'Titre'),
} as const;
const date = {
  type: 'date',
  required: true,
  shown: 'row',
  label: label('Date', 'Ngày', 'ວັນທີ', 'Date'),
} as const;
const source = { type: 'words', label: label('Source', 'Nguồn', 'ແຫຼ່ງທີ່ມາ', 'Source') } as const;
const exercise = { type: 'flag', label: label('EXERCISE', 'DIỄN TẬP', 'ການຝຶກຊ້ອມ', 'EXERCICE') } as const;
const ourReference = {
  type: 'words',
  shown: 'row',
  label: label('Our reference', 'Số công văn của ta', 'ເລກທີຂອງພວກເຮົາ', 'Notre référence'),
} as const;
const theirReference = {
  type: 'words',
  label: label('Their reference', 'Số công văn của bạn', 'ເລກທີຂອງຝ່າຍຄູ່ຮ່ວມ', 'Leur référence'),
} as const;
const segment = {
  type: 'subject',
  kinds: ['segment'],
  label: label('Segment', 'Đoạn biên giới', 'ຕອນຊາຍແດນ', 'Secteur'),
} as const;
const position = {
  latitude: { type: 'amount', label: label('Latitude', 'Vĩ độ', 'ເສັ້ນຂະໜານ', 'Latitude') },
  longitude: { type: 'amount', label: label('Longitude', 'Kinh độ', 'ເສັ້ນແວງ', 'Longitude') },
} as const;
const note = { type: 'told', label: label('Account', 'Diễn giải', 'ຄຳອະທິບາຍ', 'Récit') } as const;

/** What posts, depots and desks report between the plans: the border, goods, notes, letters, instructions, clearances. */
export const fieldWork: readonly StatementKind[] = [
  {
    kind: 'segment',
    of: 'statement',
    compared: ['lengthKm'],
    label: label('Border segment', 'Đoạn biên giới', 'ຕອນຊາຍແດນ', 'Secteur de frontière'),
    plural: label('Border segments', 'Các đoạn biên giới', 'ຕອນຊາຍແດນ', 'Secteurs de frontière'),
    fields: {
      title,
      lengthKm: {
        type: 'amount',
        shown: 'row',
        label: label('Length, km', 'Chiều dài, km', 'ຄວາມຍາວ, ກມ', 'Longueur, km'),
      },
      source,
      exercise,
    },
  },
  {
    kind: 'marker',
    of: 'statement',
    compared: ['number', 'latitude', 'longitude'],
    label: label('Border marker', 'Mốc quốc giới', 'ຫຼັກໝາຍຊາຍແດນ', 'Borne frontière'),
    plural: label('Border markers', 'Các mốc quốc giới', 'ຫຼັກໝາຍຊາຍແດນ', 'Bornes frontière'),
    fields: {
      number: { type: 'words', required: true, shown: 'row', label: label('Number', 'Số', 'ເລກທີ', 'Numéro') },
      segment,
      ...position,
      note,
      source,
      exercise,
    },
  },
  {
    kind: 'gateState',
    of: 'statement',
    compared: ['state'],
    label: label('State of a gate', 'Tình trạng cửa khẩu', 'ສະພາບດ່ານ', 'État d’un poste'),
    plural: label('States of gates', 'Tình trạng cửa khẩu', 'ສະພາບດ່ານ', 'État des postes'),
    fields: {
      title,
      state: {
        type: 'code',
        codes: gateStates,
        required: true,
        shown: 'row',
        label: label('State', 'Tình trạng', 'ສະພາບ', 'État'),
      },
      since: { type: 'date', shown: 'row', label: label('Since', 'Từ', 'ຕັ້ງແຕ່', 'Depuis') },
      segment,
      ...position,
      note,
      source,
      exercise,
    },
  },
  {
    kind: 'incidents',
    of: 'statement',
    compared: ['counts'],
    label: label(
      'Incidents, as counts',
      'Vụ việc, theo số lượng',
      'ເຫດການ, ເປັນຈຳນວນ',
      'Incidents, en nombre',
    ),
    plural: label(
      'Incidents, as counts',
      'Vụ việc, theo số lượng',
      'ເຫດການ, ເປັນຈຳນວນ',
      'Incidents, en nombre',
    ),
    fields: {
      period: {
        type: 'period',
        required: true,
        shown: 'row',
        label: label('Period', 'Thời gian', 'ໄລຍະເວລາ', 'Période'),
      },
      segment,
      counts: {
        type: 'rows',
        required: true,
        shown: 'row',
        label: label('Counts', 'Số vụ', 'ຈຳນວນ', 'Nombres'),
        columns: {
          category: {
            type: 'code',
            codes: incidentCategories,
            label: label('Category', 'Loại', 'ປະເພດ', 'Catégorie'),
          },
          count: { type: 'count', label: label('Number', 'Số vụ', 'ຈຳນວນ', 'Nombre') },
        },
      },
      source,
      exercise,
    },
  },
  {
    kind: 'delivery',
    of: 'statement',
    compared: ['goods', 'date'],
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
    },
  },
  {
    kind: 'training',
    of: 'statement',
    compared: ['offered', 'filled', 'completed'],
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
    },
  },
  {
    kind: 'trade',
    of: 'statement',
    compared: [],
    label: label('Trade of a year', 'Kim ngạch năm', 'ມູນຄ່າການຄ້າປະຈຳປີ', 'Échanges de l’année'),
    plural: label('Trade by year', 'Kim ngạch theo năm', 'ມູນຄ່າການຄ້າລາຍປີ', 'Échanges par année'),
    fields: {
      year: { type: 'date', required: true, shown: 'row', label: label('Year', 'Năm', 'ປີ', 'Année') },
      value: {
        type: 'money',
        required: true,
        shown: 'row',
        label: label('Value', 'Giá trị', 'ມູນຄ່າ', 'Valeur'),
      },
      source,
      exercise,
    },
  },
  {
    kind: 'milestone',
    of: 'statement',
    compared: ['done'],
    label: label('Milestone', 'Mốc tiến độ', 'ຂັ້ນໝາຍ', 'Jalon'),
    plural: label('Milestones', 'Các mốc tiến độ', 'ຂັ້ນໝາຍ', 'Jalons'),
    fields: {
      title,
      due: { type: 'date', shown: 'row', label: label('Due', 'Thời hạn', 'ກຳນົດ', 'Échéance') },
      done: {
        type: 'count',
        shown: 'row',
        label: label('Progress, %', 'Tiến độ, %', 'ຄວາມຄືບໜ້າ, %', 'Avancement, %'),
      },
      note,
      exercise,
    },
  },
  {
    kind: 'support',
    of: 'statement',
    compared: [],
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
        codes: {
          given: label('Support given', 'Đã ủng hộ', 'ໄດ້ສະໜັບສະໜູນ', 'Appui donné'),
          received: label('Support received', 'Đã nhận ủng hộ', 'ໄດ້ຮັບການສະໜັບສະໜູນ', 'Appui reçu'),
        },
      },
      date: { type: 'date', label: label('Date', 'Ngày', 'ວັນທີ', 'Date') },
      note,
      source,
      exercise,
    },
  },
  {
    kind: 'note',
    of: 'statement',
    compared: [],
    label: label('Note or bulletin', 'Thông báo, bản tin', 'ບົດແຈ້ງ, ຂ່າວສານ', 'Note ou bulletin'),
    plural: label('Notes and bulletins', 'Thông báo, bản tin', 'ບົດແຈ້ງ ແລະ ຂ່າວສານ', 'Notes et bulletins'),
    fields: {
      title,
      wording: { type: 'told', required: true, label: label('Wording', 'Nội dung', 'ເນື້ອໃນ', 'Texte') },
      date,
      to: { type: 'words', label: label('To', 'Gửi', 'ເຖິງ', 'À') },
      mark: {
        type: 'code',
        codes: marks,
        required: true,
        shown: 'row',
        label: label('Handling', 'Phạm vi phổ biến', 'ຂອບເຂດການເຜີຍແຜ່', 'Diffusion'),
      },
      answers: { type: 'subject', label: label('Answers', 'Trả lời', 'ຕອບ', 'Répond à') },
      ourReference,
      theirReference,
      files: { type: 'files', label: label('Files', 'Tệp', 'ໄຟລ໌', 'Fichiers') },
      exercise,
    },
  },
  {
    kind: 'letter',
    of: 'statement',
    compared: [],
    label: label('Letter', 'Thư, công hàm', 'ຈົດໝາຍ', 'Lettre'),
    plural: label('Correspondence', 'Thư tín', 'ຈົດໝາຍໂຕ້ຕອບ', 'Correspondance'),
    fields: {
      title,
      what: {
        type: 'code',
        required: true,
        shown: 'row',
        label: label('Kind', 'Loại', 'ປະເພດ', 'Nature'),
        codes: {
          condolence: label('Condolence', 'Chia buồn', 'ສະແດງຄວາມເສົ້າສະຫຼົດໃຈ', 'Condoléances'),
          congratulation: label('Congratulation', 'Chúc mừng', 'ສະແດງຄວາມຍິນດີ', 'Félicitations'),
          thanks: label('Thanks', 'Cảm ơn', 'ຂອບໃຈ', 'Remerciements'),
          official: label('Official note', 'Công hàm', 'ບັນທຶກທາງການ', 'Note officielle'),
        },
      },
      date,
      wording: { type: 'told', label: label('Wording', 'Nội dung', 'ເນື້ອໃນ', 'Texte') },
      from: { type: 'words', label: label('From', 'Từ', 'ຈາກ', 'De') },
      to: { type: 'words', label: label('To', 'Gửi', 'ເຖິງ', 'À') },
      answers: { type: 'subject', kinds: ['letter'], label: label('Answers', 'Trả lời', 'ຕອບ', 'Répond à') },
      expectsAnswer: {
        type: 'flag',
        label: label('Awaits an answer', 'Chờ trả lời', 'ລໍຖ້າຄຳຕອບ', 'Attend une réponse'),
      },
      ourReference,
      theirReference,
      source,
      exercise,
    },
  },
  {
    kind: 'acknowledgement',
    of: 'statement',
    compared: [],
    label: label('Acknowledgement', 'Xác nhận đã nhận', 'ການຢືນຢັນການຮັບ', 'Accusé de réception'),
    plural: label('Acknowledgements', 'Xác nhận đã nhận', 'ການຢືນຢັນການຮັບ', 'Accusés de réception'),
    fields: { date, ourReference, exercise },
  },
  {
    kind: 'instruction',
    of: 'statement',
    compared: [],
    label: label('Instruction issued', 'Đã ban hành chỉ đạo', 'ອອກຄຳສັ່ງຊີ້ນຳແລ້ວ', 'Instruction émise'),
    plural: label('Instructions issued', 'Các chỉ đạo đã ban hành', 'ຄຳສັ່ງຊີ້ນຳທີ່ອອກແລ້ວ', 'Instructions émises'),
    fields: {
      date,
      number: { type: 'words', shown: 'row', label: label('Number', 'Số', 'ເລກທີ', 'Numéro') },
      agency: {
        type: 'words',
        required: true,
        shown: 'row',
        label: label('Lead agency', 'Cơ quan chủ trì', 'ໜ່ວຍງານຮັບຜິດຊອບ', 'Organisme responsable'),
      },
      exercise,
    },
  },
  {
    kind: 'clearance',
    of: 'statement',
    compared: [],
    label: label('Cleared for publication', 'Được phép công bố', 'ອະນຸຍາດໃຫ້ເຜີຍແຜ່', 'Diffusion autorisée'),
    plural: label('Clearances', 'Cho phép công bố', 'ການອະນຸຍາດເຜີຍແຜ່', 'Autorisations de diffusion'),
    fields: {
      content: { type: 'hash', required: true, label: label('Content', 'Nội dung', 'ເນື້ອໃນ', 'Contenu') },
      languages: {
        type: 'rows',
        label: label('Languages', 'Ngôn ngữ', 'ພາສາ', 'Langues'),
        columns: { lang: { type: 'words', label: label('Language', 'Ngôn ngữ', 'ພາສາ', 'Langue') } },
      },
    },
  },
];
