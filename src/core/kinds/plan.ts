import { areas, characters, costItems, levels, standings } from './codes.ts';
import { type Fields, type ItemKind, type Label, label, type TextKind } from './declare.ts';

/** What every line of a plan says, whatever its kind. */
export const activityFields: Fields = {
  activity: {
    type: 'prose',
    required: true,
    shown: 'row',
    label: label('Activity', 'Nội dung', 'ເນື້ອໃນ', 'Activité'),
  },
  area: {
    type: 'code',
    codes: areas,
    required: true,
    shown: 'row',
    label: label('Area', 'Lĩnh vực', 'ຂົງເຂດ', 'Domaine'),
  },
  period: {
    type: 'period',
    required: true,
    shown: 'row',
    label: label('Period', 'Thời gian', 'ໄລຍະເວລາ', 'Période'),
  },
  host: { type: 'party', shown: 'row', label: label('Host', 'Bên chủ trì đón', 'ຝ່າຍເຈົ້າພາບ', 'Hôte') },
  venue: { type: 'words', shown: 'row', label: label('Place', 'Địa điểm', 'ສະຖານທີ່', 'Lieu') },
  level: { type: 'code', codes: levels, shown: 'row', label: label('Level', 'Cấp', 'ຂັ້ນ', 'Niveau') },
  heads: {
    type: 'rows',
    label: label('Head of delegation', 'Trưởng đoàn', 'ຫົວໜ້າຄະນະ', 'Chef de délégation'),
    columns: {
      party: { type: 'party', label: label('Party', 'Bên', 'ຝ່າຍ', 'Partie') },
      post: { type: 'words', label: label('Post', 'Chức danh', 'ຕຳແໜ່ງ', 'Fonction') },
    },
  },
  participants: {
    type: 'rows',
    label: label('Participants', 'Thành phần', 'ຜູ້ເຂົ້າຮ່ວມ', 'Participants'),
    columns: {
      party: { type: 'party', label: label('Party', 'Bên', 'ຝ່າຍ', 'Partie') },
      count: { type: 'count', label: label('Number', 'Số lượng', 'ຈຳນວນ', 'Nombre') },
      who: { type: 'words', label: label('Who', 'Thành phần', 'ຜູ້ໃດ', 'Qui') },
    },
  },
  lead: {
    type: 'rows',
    label: label('Lead agency', 'Cơ quan chủ trì', 'ໜ່ວຍງານຮັບຜິດຊອບ', 'Organisme responsable'),
    columns: {
      party: { type: 'party', label: label('Party', 'Bên', 'ຝ່າຍ', 'Partie') },
      agency: { type: 'words', label: label('Agency', 'Cơ quan', 'ໜ່ວຍງານ', 'Organisme') },
    },
  },
  costs: {
    type: 'rows',
    label: label('Who pays what', 'Chi phí', 'ຄ່າໃຊ້ຈ່າຍ', 'Prise en charge'),
    columns: {
      what: { type: 'code', codes: costItems, label: label('What', 'Khoản', 'ລາຍການ', 'Poste') },
      payer: { type: 'party', label: label('Payer', 'Bên chi', 'ຝ່າຍຈ່າຍ', 'Payeur') },
      cap: { type: 'money', label: label('At most', 'Tối đa', 'ສູງສຸດ', 'Plafond') },
    },
  },
  legalBasis: { type: 'prose', label: label('Legal basis', 'Căn cứ', 'ບ່ອນອີງ', 'Base juridique') },
  purpose: { type: 'prose', label: label('Purpose', 'Mục đích', 'ຈຸດປະສົງ', 'Objet') },
  remarks: { type: 'prose', label: label('Remarks', 'Ghi chú', 'ໝາຍເຫດ', 'Observations') },
  standing: { type: 'code', codes: standings, label: label('Standing', 'Tình trạng', 'ສະພາບ', 'Situation') },
  cause: { type: 'prose', label: label('Cause', 'Lý do', 'ສາເຫດ', 'Cause') },
  changedBy: {
    type: 'parties',
    label: label('On whose proposal', 'Theo đề nghị của', 'ຕາມການສະເໜີຂອງ', 'Sur proposition de'),
  },
  replacedBy: { type: 'subject', label: label('Replaced by', 'Thay bằng', 'ປ່ຽນແທນດ້ວຍ', 'Remplacé par') },
  carriedFrom: {
    type: 'subject',
    label: label('Carried over from', 'Chuyển từ', 'ຍົກມາຈາກ', 'Reporté de'),
  },
  carriesOut: { type: 'subjects', label: label('Carries out', 'Thực hiện', 'ປະຕິບັດຕາມ', 'Met en œuvre') },
  reference: { type: 'words', each: true, label: label('Reference', 'Số hồ sơ', 'ເລກທີເອກະສານ', 'Référence') },
};

/** Declares a kind of activity: its names and the fields it has beyond those of every line. */
export function activity(kind: string, one: Label, plural: Label, fields: Fields = {}): ItemKind {
  return { kind, of: 'item', activity: true, label: one, plural, fields: { ...activityFields, ...fields } };
}

export const plan: TextKind = {
  kind: 'plan',
  of: 'text',
  level: 'signatory',
  label: label('Cooperation plan', 'Kế hoạch hợp tác', 'ແຜນການຮ່ວມມື', 'Plan de coopération'),
  plural: label('Cooperation plans', 'Kế hoạch hợp tác', 'ແຜນການຮ່ວມມື', 'Plans de coopération'),
  items: ['*activity'],
  fields: {
    title: { type: 'prose', required: true, label: label('Title', 'Tên', 'ຊື່', 'Titre') },
    covers: {
      type: 'period',
      required: true,
      label: label('Covers', 'Thời gian áp dụng', 'ໄລຍະທີ່ກວມເອົາ', 'Période couverte'),
    },
    effective: { type: 'date', label: label('Takes effect', 'Ngày có hiệu lực', 'ວັນທີມີຜົນ', 'Prend effet') },
    character: {
      type: 'code',
      codes: characters,
      label: label('Legal character', 'Tính chất pháp lý', 'ລັກສະນະທາງກົດໝາຍ', 'Caractère juridique'),
    },
    preamble: { type: 'prose', label: label('Preamble', 'Lời mở đầu', 'ຄຳນຳ', 'Préambule') },
    closing: {
      type: 'prose',
      label: label('Final provisions', 'Điều khoản cuối', 'ຂໍ້ກຳນົດທ້າຍ', 'Dispositions finales'),
    },
    signedAt: {
      type: 'words',
      label: label('Place of signature', 'Nơi ký', 'ສະຖານທີ່ລົງນາມ', 'Lieu de signature'),
    },
    exercise: { type: 'flag', label: label('EXERCISE', 'DIỄN TẬP', 'ການຝຶກຊ້ອມ', 'EXERCICE') },
    reference: {
      type: 'words',
      each: true,
      label: label('Reference', 'Số hồ sơ', 'ເລກທີເອກະສານ', 'Référence'),
    },
  },
};
