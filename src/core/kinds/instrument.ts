import { areas, characters, layers } from './codes.ts';
import {
  type Codes,
  type Fields,
  type ItemKind,
  label,
  type StatementKind,
  type TextKind,
} from './declare.ts';
import { date, exercise, ourReference, source } from './shared-fields.ts';

/** What happens when the term ends and nobody speaks. */
export const renewals: Codes = {
  tacit: label('Renewed tacitly', 'Mặc nhiên gia hạn', 'ຕໍ່ອາຍຸໂດຍປະລິຍາຍ', 'Reconduit tacitement'),
  express: label(
    'Renewed by agreement',
    'Gia hạn khi hai bên đồng ý',
    'ຕໍ່ອາຍຸໂດຍການຕົກລົງ',
    'Reconduit par accord',
  ),
  none: label('Ends', 'Hết hiệu lực', 'ໝົດອາຍຸ', 'Prend fin'),
};

/** Zero or one language prevails over the others. */
export const prevailing: Codes = {
  none: label(
    'None: all are equal',
    'Không: giá trị như nhau',
    'ບໍ່ມີ: ມີຄຸນຄ່າເທົ່າກັນ',
    'Aucune : toutes font également foi',
  ),
  vi: label('Vietnamese', 'Tiếng Việt', 'ພາສາຫວຽດນາມ', 'Vietnamien'),
  lo: label('Lao', 'Tiếng Lào', 'ພາສາລາວ', 'Lao'),
  fr: label('French', 'Tiếng Pháp', 'ພາສາຝຣັ່ງ', 'Français'),
  en: label('English', 'Tiếng Anh', 'ພາສາອັງກິດ', 'Anglais'),
};

/** From when to when an instrument holds and how it ends; the same for one signed here and one on record (A4). */
export const instrumentFields: Fields = {
  entry: {
    type: 'date',
    label: label('Entry into force', 'Ngày có hiệu lực', 'ວັນທີມີຜົນບັງຄັບໃຊ້', 'Entrée en vigueur'),
  },
  term: { type: 'words', label: label('Term', 'Thời hạn', 'ກຳນົດເວລາ', 'Durée') },
  ends: { type: 'date', label: label('Term ends', 'Hết thời hạn', 'ໝົດກຳນົດ', 'Fin de la durée') },
  renewal: {
    type: 'code',
    codes: renewals,
    label: label('At the end of the term', 'Khi hết thời hạn', 'ເມື່ອໝົດກຳນົດ', 'Au terme'),
  },
  renewalMonths: {
    type: 'count',
    label: label('Renewed for … months', 'Gia hạn (tháng)', 'ຕໍ່ອາຍຸ (ເດືອນ)', 'Reconduit pour … mois'),
  },
  noticeMonths: {
    type: 'count',
    label: label(
      'Notice to denounce, months',
      'Báo trước khi bãi bỏ (tháng)',
      'ແຈ້ງຍົກເລີກລ່ວງໜ້າ (ເດືອນ)',
      'Préavis de dénonciation, mois',
    ),
  },
  prevailing: {
    type: 'code',
    codes: prevailing,
    label: label('Prevailing language', 'Ngôn ngữ ưu tiên', 'ພາສາທີ່ຖືເປັນຫຼັກ', 'Langue faisant foi'),
  },
  carriesOut: { type: 'subjects', label: label('Carries out', 'Thực hiện', 'ປະຕິບັດຕາມ', 'Met en œuvre') },
};

/** A treaty, protocol or arrangement that is negotiated and signed here, article by article. */
export const instrument: TextKind = {
  kind: 'instrument',
  of: 'text',
  level: 'signatory',
  view: 'instruments',
  label: label('Instrument', 'Văn kiện hợp tác', 'ເອກະສານການຮ່ວມມື', 'Instrument'),
  plural: label('Instruments', 'Các văn kiện hợp tác', 'ເອກະສານການຮ່ວມມື', 'Instruments'),
  items: ['article'],
  fields: {
    title: { type: 'prose', required: true, label: label('Title', 'Tên', 'ຊື່', 'Titre') },
    layer: { type: 'code', codes: layers, label: label('Layer', 'Tầng', 'ລະດັບ', 'Rang') },
    character: {
      type: 'code',
      codes: characters,
      label: label('Legal character', 'Tính chất pháp lý', 'ລັກສະນະທາງກົດໝາຍ', 'Caractère juridique'),
    },
    preamble: { type: 'prose', label: label('Preamble', 'Lời mở đầu', 'ຄຳນຳ', 'Préambule') },
    ...instrumentFields,
    eras: {
      type: 'flag',
      label: label(
        'Dates in the Buddhist era too',
        'In cả Phật lịch',
        'ພິມພຸດທະສັກລາດພ້ອມ',
        'Dates aussi dans l’ère bouddhique',
      ),
    },
    closing: {
      type: 'prose',
      label: label('Final provisions', 'Điều khoản cuối', 'ຂໍ້ກຳນົດທ້າຍ', 'Dispositions finales'),
    },
    signedAt: {
      type: 'words',
      label: label('Place of signature', 'Nơi ký', 'ສະຖານທີ່ລົງນາມ', 'Lieu de signature'),
    },
    exercise,
    reference: {
      type: 'words',
      each: true,
      label: label('Reference', 'Số hồ sơ', 'ເລກທີເອກະສານ', 'Référence'),
    },
  },
};

export const article: ItemKind = {
  kind: 'article',
  of: 'item',
  activity: false,
  label: label('Article', 'Điều', 'ມາດຕາ', 'Article'),
  plural: label('Articles', 'Các điều', 'ມາດຕາ', 'Articles'),
  fields: {
    wording: {
      type: 'prose',
      required: true,
      shown: 'row',
      label: label('Wording', 'Nội dung', 'ເນື້ອໃນ', 'Texte'),
    },
    area: { type: 'code', codes: areas, shown: 'row', label: label('Area', 'Lĩnh vực', 'ຂົງເຂດ', 'Domaine') },
    carriesOut: { type: 'subjects', label: label('Carries out', 'Thực hiện', 'ປະຕິບັດຕາມ', 'Met en œuvre') },
  },
};

/** One side's notice that it ends an instrument; the notice of the instrument runs from its date (A4). */
export const denunciation: StatementKind = {
  kind: 'denunciation',
  of: 'statement',
  compared: [],
  view: 'instruments',
  label: label('Denunciation', 'Thông báo bãi bỏ', 'ການແຈ້ງຍົກເລີກ', 'Dénonciation'),
  plural: label('Denunciations', 'Các thông báo bãi bỏ', 'ການແຈ້ງຍົກເລີກ', 'Dénonciations'),
  fields: { date, ourReference, source, exercise },
};
