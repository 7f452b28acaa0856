import { type Codes, label, type StatementKind } from './declare.ts';
import { exercise, mark, note, source, title } from './shared-fields.ts';

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

const segment = {
  type: 'subject',
  kinds: ['segment'],
  label: label('Segment', 'Đoạn biên giới', 'ຕອນຊາຍແດນ', 'Secteur'),
} as const;
const position = {
  latitude: { type: 'amount', label: label('Latitude', 'Vĩ độ', 'ເສັ້ນຂະໜານ', 'Latitude') },
  longitude: { type: 'amount', label: label('Longitude', 'Kinh độ', 'ເສັ້ນແວງ', 'Longitude') },
} as const;
/** The border as each side reports it: nothing here has a place for a person who crosses. */
export const border: readonly StatementKind[] = [
  {
    kind: 'segment',
    of: 'statement',
    compared: ['lengthKm'],
    view: 'border',
    label: label('Border segment', 'Đoạn biên giới', 'ຕອນຊາຍແດນ', 'Secteur de frontière'),
    plural: label('Border segments', 'Các đoạn biên giới', 'ຕອນຊາຍແດນ', 'Secteurs de frontière'),
    fields: {
      title,
      lengthKm: {
        type: 'amount',
        shown: 'row',
        label: label('Length, km', 'Chiều dài, km', 'ຄວາມຍາວ, ກມ', 'Longueur, km'),
      },
      note,
      source,
      exercise,
    },
  },
  {
    kind: 'marker',
    of: 'statement',
    compared: ['number', 'latitude', 'longitude'],
    view: 'border',
    listed: true,
    label: label('Border marker', 'Mốc quốc giới', 'ຫຼັກໝາຍຊາຍແດນ', 'Borne frontière'),
    plural: label('Border markers', 'Các mốc quốc giới', 'ຫຼັກໝາຍຊາຍແດນ', 'Bornes frontière'),
    fields: {
      number: { type: 'words', required: true, shown: 'row', label: label('Number', 'Số', 'ເລກທີ', 'Numéro') },
      segment,
      ...position,
      note,
      source,
      exercise,
      mark,
    },
  },
  {
    kind: 'gateState',
    of: 'statement',
    compared: ['state'],
    view: 'border',
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
      mark,
    },
  },
  {
    kind: 'incidents',
    of: 'statement',
    compared: ['counts'],
    view: 'border',
    listed: true,
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
      mark,
    },
  },
];
