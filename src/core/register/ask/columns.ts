import { areas, characters, layers, levels, outcomes } from '../../kinds/codes.ts';
import { type Codes, type Field, type Fields, type Label, label } from '../../kinds/declare.ts';
import { forces } from '../../kinds/relation.ts';

/* Columns that several answers have. What a table shows of a row is `row`; the rest stands in its drawer and in exports. */

export const precisions: Codes = {
  day: label('Day', 'Ngày', 'ວັນ', 'Jour'),
  month: label('Month', 'Tháng', 'ເດືອນ', 'Mois'),
  year: label('Year', 'Năm', 'ປີ', 'Année'),
};

/** What became of a promise; nothing is unkept unless a side says so (S6). */
export const promiseStates: Codes = {
  kept: label('Carried out', 'Đã thực hiện', 'ປະຕິບັດແລ້ວ', 'Tenu'),
  unkept: label(
    'Not carried out, a side says',
    'Một bên báo không thực hiện',
    'ຝ່າຍໜຶ່ງແຈ້ງວ່າບໍ່ໄດ້ປະຕິບັດ',
    'Non tenu, dit une partie',
  ),
  open: label('Open', 'Chưa kết thúc', 'ຍັງເປີດ', 'En suspens'),
};

/** Where a line of a text comes from. */
export const standings: Codes = {
  inForce: label('In force', 'Có hiệu lực', 'ມີຜົນບັງຄັບໃຊ້', 'En vigueur'),
  draft: label('Under negotiation', 'Đang đàm phán', 'ກຳລັງເຈລະຈາ', 'En négociation'),
  stated: label('Stated', 'Một bên nêu', 'ຝ່າຍໜຶ່ງແຈ້ງ', 'Déclaré'),
  onRecord: label('On record', 'Ghi nhận', 'ບັນທຶກໄວ້', 'Consigné'),
};

/** What is counted of a plan: lines by what became of them, and what is open in one under negotiation. */
export const planCounts: Codes = {
  lines: label('Plan lines', 'Số nội dung', 'ລາຍການ', 'Points du plan'),
  ...outcomes,
  noReport: label('No report', 'Chưa có thông tin', 'ບໍ່ມີລາຍງານ', 'Sans compte rendu'),
  differs: label('The sides differ', 'Hai bên khác nhau', 'ສອງຝ່າຍບໍ່ກົງກັນ', 'Les parties divergent'),
  unplanned: label('In no plan', 'Ngoài kế hoạch', 'ນອກແຜນ', 'Hors plan'),
  agreed: label('Agreed', 'Đã thống nhất', 'ເປັນເອກະພາບແລ້ວ', 'Convenus'),
  bracket: label('In brackets', 'Trong ngoặc vuông', 'ໃນວົງເລັບ', 'Entre crochets'),
  awaits: label('Awaiting a side', 'Chờ một bên', 'ລໍຖ້າຝ່າຍໜຶ່ງ', 'En attente d’une partie'),
  stale: label(
    'A language to confirm',
    'Cần xác nhận một ngôn ngữ',
    'ຕ້ອງຢືນຢັນພາສາໜຶ່ງ',
    'Une langue à confirmer',
  ),
  missing: label('Missing', 'Còn thiếu', 'ຍັງຂາດ', 'Manquants'),
  struck: label('Struck', 'Đã gạch', 'ຂີດອອກແລ້ວ', 'Biffés'),
};

const words = (name: Label, shown?: 'row'): Field => ({
  type: 'words',
  label: name,
  ...(shown ? { shown } : {}),
});
const partyColumn = { type: 'party', label: label('Party', 'Bên', 'ຝ່າຍ', 'Partie') } as const;
const sourceColumn = { type: 'words', label: label('Source', 'Nguồn', 'ແຫຼ່ງທີ່ມາ', 'Source') } as const;

export const col = {
  subject: { type: 'subject', label: label('Subject', 'Đối tượng', 'ຫົວຂໍ້', 'Objet') },
  record: words(label('Record', 'Mã sự kiện', 'ລະຫັດ', 'Fiche'), 'row'),
  date: { type: 'date', shown: 'row', label: label('Date', 'Ngày', 'ວັນທີ', 'Date') },
  precision: {
    type: 'code',
    codes: precisions,
    label: label('Known to the', 'Độ chính xác', 'ຄວາມຊັດເຈນ', 'Précision'),
  },
  title: { type: 'told', shown: 'row', label: label('Title', 'Tên', 'ຊື່', 'Titre') },
  wording: { type: 'told', shown: 'row', label: label('Wording', 'Nội dung', 'ເນື້ອໃນ', 'Texte') },
  place: words(label('Place', 'Địa điểm', 'ສະຖານທີ່', 'Lieu'), 'row'),
  by: words(label('By', 'Bên nêu', 'ໂດຍ', 'Par'), 'row'),
  to: words(label('To', 'Với', 'ຕໍ່', 'À'), 'row'),
  sides: {
    type: 'parties',
    shown: 'row',
    label: label('Sides bound', 'Bên chịu trách nhiệm', 'ຝ່າຍຮັບຜິດຊອບ', 'Parties tenues'),
  },
  party: { ...partyColumn, shown: 'row' },
  host: { type: 'party', label: label('Host', 'Bên đón', 'ເຈົ້າພາບ', 'Hôte') },
  area: { type: 'code', codes: areas, shown: 'row', label: label('Area', 'Lĩnh vực', 'ຂົງເຂດ', 'Domaine') },
  level: { type: 'code', codes: levels, shown: 'row', label: label('Level', 'Cấp', 'ຂັ້ນ', 'Niveau') },
  layer: { type: 'code', codes: layers, shown: 'row', label: label('Layer', 'Tầng', 'ລະດັບ', 'Rang') },
  character: {
    type: 'code',
    codes: characters,
    label: label('Legal character', 'Tính chất pháp lý', 'ລັກສະນະທາງກົດໝາຍ', 'Caractère juridique'),
  },
  force: { type: 'code', codes: forces, shown: 'row', label: label('Force', 'Mức độ', 'ລະດັບ', 'Portée') },
  standing: {
    type: 'code',
    codes: standings,
    shown: 'row',
    label: label('Standing', 'Tình trạng', 'ສະພາບ', 'Situation'),
  },
  promise: {
    type: 'code',
    codes: promiseStates,
    shown: 'row',
    label: label('State', 'Kết quả', 'ຜົນ', 'État'),
  },
  due: { type: 'date', shown: 'row', label: label('Due', 'Thời hạn', 'ກຳນົດ', 'Échéance') },
  dueWords: words(label('Due, as said', 'Thời hạn theo nguồn', 'ກຳນົດຕາມແຫຼ່ງ', 'Échéance, telle que dite')),
  event: { type: 'subject', label: label('Said at', 'Nêu tại', 'ກ່າວໃນ', 'Dit lors de') },
  instrument: { type: 'subject', label: label('Instrument', 'Văn kiện', 'ເອກະສານ', 'Instrument') },
  mechanism: { type: 'subject', label: label('Mechanism', 'Cơ chế', 'ກົນໄກ', 'Mécanisme') },
  session: {
    type: 'count',
    shown: 'row',
    label: label('Session number', 'Kỳ thứ', 'ຄັ້ງທີ', 'Numéro de session'),
  },
  number: words(label('Number', 'Số', 'ເລກທີ', 'Numéro'), 'row'),
  source: words(label('Source', 'Nguồn', 'ແຫຼ່ງທີ່ມາ', 'Source')),
  sources: {
    type: 'rows',
    label: label('Sources', 'Nguồn', 'ແຫຼ່ງທີ່ມາ', 'Sources'),
    columns: {
      source: sourceColumn,
      lang: { type: 'words', label: label('Language', 'Ngôn ngữ', 'ພາສາ', 'Langue') },
    },
  },
  conflicts: {
    type: 'rows',
    shown: 'row',
    label: label(
      'Where sources differ',
      'Chỗ các nguồn khác nhau',
      'ບ່ອນທີ່ແຫຼ່ງຂໍ້ມູນແຕກຕ່າງ',
      'Où les sources divergent',
    ),
    columns: { note: { type: 'words', label: label('Note', 'Ghi chú', 'ໝາຍເຫດ', 'Note') } },
  },
  says: {
    type: 'rows',
    shown: 'row',
    label: label('What each side says', 'Mỗi bên thông báo', 'ແຕ່ລະຝ່າຍແຈ້ງ', 'Ce que dit chaque partie'),
    columns: {
      party: partyColumn,
      status: { type: 'code', codes: outcomes, label: label('Outcome', 'Kết quả', 'ຜົນ', 'Résultat') },
    },
  },
  silent: {
    type: 'flag',
    shown: 'row',
    label: label('No report', 'Chưa có thông báo kết quả', 'ບໍ່ມີການແຈ້ງຜົນ', 'Sans compte rendu'),
  },
  differs: {
    type: 'flag',
    label: label('The sides differ', 'Hai bên khác nhau', 'ສອງຝ່າຍຕ່າງກັນ', 'Les parties divergent'),
  },
  carriers: {
    type: 'subjects',
    label: label('Carried out by', 'Thực hiện bằng', 'ປະຕິບັດໂດຍ', 'Mis en œuvre par'),
  },
  carriesOut: { type: 'subjects', label: label('Carries out', 'Thực hiện', 'ປະຕິບັດຕາມ', 'Met en œuvre') },
  days: {
    type: 'amount',
    shown: 'row',
    label: label('Days left', 'Số ngày còn lại', 'ຈຳນວນມື້ທີ່ເຫຼືອ', 'Jours restants'),
  },
  text: { type: 'subject', label: label('Text', 'Văn bản', 'ເອກະສານ', 'Texte') },
  exercise: { type: 'flag', label: label('EXERCISE', 'DIỄN TẬP', 'ການຝຶກຊ້ອມ', 'EXERCICE') },
  note: { type: 'told', label: label('Account', 'Diễn giải', 'ຄຳອະທິບາຍ', 'Récit') },
} as const satisfies Fields;

/** Options that several questions take. */
export const opt = {
  by: { type: 'party', label: label('Of this side', 'Của bên', 'ຂອງຝ່າຍ', 'De cette partie') },
  on: {
    type: 'date',
    label: label('On, or in the time of', 'Vào, trong thời gian', 'ໃນວັນ ຫຼື ໄລຍະ', 'Le, ou dans la période'),
  },
  days: { type: 'count', label: label('Within days', 'Trong số ngày', 'ພາຍໃນຈຳນວນມື້', 'Dans les jours') },
  force: { type: 'code', codes: forces, label: col.force.label },
  area: { type: 'code', codes: areas, label: col.area.label },
} as const satisfies Fields;
