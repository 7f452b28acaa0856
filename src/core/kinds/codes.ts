import { type Codes, label } from './declare.ts';

export const areas: Codes = {
  visits: label('Visits', 'Trao đổi đoàn', 'ການຢ້ຽມຢາມ', 'Visites'),
  dialogue: label('Dialogue', 'Đối thoại', 'ການສົນທະນາ', 'Dialogue'),
  border: label('Border', 'Biên giới', 'ຊາຍແດນ', 'Frontière'),
  crime: label(
    'Transborder crime',
    'Tội phạm xuyên biên giới',
    'ອາຊະຍາກຳຂ້າມແດນ',
    'Criminalité transfrontalière',
  ),
  health: label('Health', 'Quân y, y tế', 'ສາທາລະນະສຸກ', 'Santé'),
  training: label('Training', 'Đào tạo', 'ການຝຶກອົບຮົມ', 'Formation'),
  experience: label(
    'Exchange of experience',
    'Trao đổi kinh nghiệm',
    'ການແລກປ່ຽນບົດຮຽນ',
    'Échange d’expériences',
  ),
  assistance: label('Assistance', 'Viện trợ, giúp đỡ', 'ການຊ່ວຍເຫຼືອ', 'Assistance'),
  multilateral: label('Multilateral', 'Đa phương', 'ຫຼາຍຝ່າຍ', 'Multilatéral'),
  implementation: label('Implementation', 'Tổ chức thực hiện', 'ການຈັດຕັ້ງປະຕິບັດ', 'Mise en œuvre'),
  science: label(
    'Science and technology',
    'Khoa học và công nghệ',
    'ວິທະຍາສາດ ແລະ ເຕັກໂນໂລຊີ',
    'Science et technologie',
  ),
  economy: label('Defence economy', 'Kinh tế quốc phòng', 'ເສດຖະກິດປ້ອງກັນຊາດ', 'Économie de défense'),
  information: label('Information', 'Thông tin', 'ຂໍ້ມູນຂ່າວສານ', 'Information'),
  commemoration: label('Commemoration', 'Kỷ niệm, tưởng niệm', 'ການລະນຶກ', 'Commémoration'),
  awareness: label(
    'Awareness and education',
    'Tuyên truyền, giáo dục',
    'ການໂຄສະນາ ແລະ ສຶກສາ',
    'Sensibilisation et éducation',
  ),
  trade: label('Border trade', 'Thương mại biên giới', 'ການຄ້າຊາຍແດນ', 'Commerce frontalier'),
  remains: label(
    'Search for and return of remains',
    'Tìm kiếm, quy tập hài cốt',
    'ການຊອກຄົ້ນ ແລະ ສົ່ງອັດຖິກັບຄືນ',
    'Recherche et rapatriement des dépouilles',
  ),
  works: label('Construction and works', 'Xây dựng công trình', 'ການກໍ່ສ້າງ', 'Construction et travaux'),
  rescue: label('Rescue and relief', 'Cứu hộ, cứu nạn', 'ການກູ້ໄພ', 'Sauvetage et secours'),
  exercises: label('Joint exercises', 'Diễn tập chung', 'ການຝຶກຊ້ອມຮ່ວມ', 'Exercices conjoints'),
  politicalWork: label('Political work', 'Công tác chính trị', 'ວຽກງານການເມືອງ', 'Travail politique'),
  logistics: label(
    'Logistics and technical services',
    'Hậu cần, kỹ thuật',
    'ພະລາທິການ ແລະ ເຕັກນິກ',
    'Logistique et services techniques',
  ),
  law: label('Legal work', 'Pháp chế', 'ວຽກງານກົດໝາຍ', 'Travaux juridiques'),
  ordnance: label('Unexploded ordnance', 'Bom mìn còn sót lại', 'ລະເບີດບໍ່ທັນແຕກ', 'Engins non explosés'),
  peacekeeping: label('Peacekeeping', 'Gìn giữ hòa bình', 'ການຮັກສາສັນຕິພາບ', 'Maintien de la paix'),
  youth: label('Youth', 'Thanh niên', 'ຊາວໜຸ່ມ', 'Jeunesse'),
};

export const levels: Codes = {
  leader: label('Heads of State or Government', 'Cấp cao', 'ຂັ້ນສູງ', 'Haut niveau'),
  minister: label('Minister', 'Cấp bộ trưởng', 'ຂັ້ນລັດຖະມົນຕີ', 'Ministre'),
  viceMinister: label('Deputy minister', 'Cấp thứ trưởng', 'ຂັ້ນຮອງລັດຖະມົນຕີ', 'Vice-ministre'),
  department: label('Department', 'Cấp cục, vụ', 'ຂັ້ນກົມ', 'Département'),
  command: label('Command, region', 'Cấp quân khu, bộ tư lệnh', 'ຂັ້ນກອງບັນຊາການ', 'Commandement, région'),
  province: label('Province', 'Cấp tỉnh', 'ຂັ້ນແຂວງ', 'Province'),
  unit: label('Unit, post', 'Cấp đơn vị, đồn', 'ຂັ້ນກົມກອງ, ປ້ອມ', 'Unité, poste'),
  expert: label('Experts', 'Cấp chuyên viên', 'ຂັ້ນວິຊາການ', 'Experts'),
};

/** Outcome, one list everywhere. Silence is not an outcome: it reads "no report". */
export const outcomes: Codes = {
  notStarted: label('Not started', 'Chưa bắt đầu', 'ຍັງບໍ່ທັນເລີ່ມ', 'Non commencé'),
  underWay: label('Under way', 'Đang thực hiện', 'ກຳລັງປະຕິບັດ', 'En cours'),
  partly: label('Partly carried out', 'Thực hiện một phần', 'ປະຕິບັດໄດ້ບາງສ່ວນ', 'Réalisé en partie'),
  carriedOut: label('Carried out', 'Đã thực hiện', 'ປະຕິບັດແລ້ວ', 'Réalisé'),
  dropped: label('Dropped', 'Không thực hiện', 'ບໍ່ໄດ້ປະຕິບັດ', 'Abandonné'),
};

/** How an activity stands against the plan. */
export const standings: Codes = {
  planned: label('As planned', 'Theo kế hoạch', 'ຕາມແຜນ', 'Comme prévu'),
  postponed: label('Postponed', 'Hoãn', 'ເລື່ອນ', 'Reporté'),
  replaced: label('Replaced', 'Thay thế', 'ປ່ຽນແທນ', 'Remplacé'),
  remote: label('Held remotely', 'Tổ chức trực tuyến', 'ຈັດທາງໄກ', 'Tenu à distance'),
  cancelled: label('Cancelled', 'Hủy', 'ຍົກເລີກ', 'Annulé'),
};

export const costItems: Codes = {
  travel: label('International travel', 'Vé quốc tế', 'ຄ່າເດີນທາງສາກົນ', 'Voyage international'),
  board: label('Board and lodging', 'Ăn, ở', 'ຄ່າກິນ-ຢູ່', 'Séjour'),
  localTransport: label('Local transport', 'Đi lại tại chỗ', 'ຄ່າຂົນສົ່ງພາຍໃນ', 'Transport local'),
  tuition: label('Tuition', 'Học phí', 'ຄ່າຮຽນ', 'Enseignement'),
  goods: label('Goods', 'Hàng hóa', 'ສິນຄ້າ', 'Fournitures'),
  other: label('Other', 'Khác', 'ອື່ນໆ', 'Autre'),
};

/** Legal character: "binds" is not always true of a plan. */
export const characters: Codes = {
  treaty: label('Treaty', 'Điều ước quốc tế', 'ສົນທິສັນຍາ', 'Traité'),
  arrangement: label('Arrangement', 'Thỏa thuận', 'ຂໍ້ຕົກລົງ', 'Arrangement'),
  plan: label(
    'Plan without legal obligation',
    'Kế hoạch, không ràng buộc pháp lý',
    'ແຜນການ, ບໍ່ມີພັນທະທາງກົດໝາຍ',
    'Plan sans obligation juridique',
  ),
  record: label('Record of talks', 'Biên bản ghi nhận', 'ບົດບັນທຶກ', 'Procès-verbal'),
};

/** Handling: levels that all parties share; each maps them to its own people (S5). */
export const marks: Codes = {
  open: label('Open', 'Công khai', 'ເປີດເຜີຍ', 'Ouvert'),
  parties: label('The parties only', 'Chỉ các bên', 'ສະເພາະແຕ່ລະຝ່າຍ', 'Parties seulement'),
  restricted: label(
    'Named posts only',
    'Chỉ chức danh được nêu',
    'ສະເພາະຕຳແໜ່ງທີ່ລະບຸ',
    'Fonctions désignées seulement',
  ),
};

/** Where an instrument stands among the others: the higher is made concrete by the lower. */
export const layers: Codes = {
  treaty: label('Treaty', 'Hiệp ước, hiệp định', 'ສົນທິສັນຍາ', 'Traité'),
  agreement: label('Agreement', 'Thỏa thuận', 'ຂໍ້ຕົກລົງ', 'Accord'),
  protocol: label('Protocol', 'Nghị định thư', 'ອະນຸສັນຍາ', 'Protocole'),
  fiveYear: label('Five-year plan', 'Kế hoạch 5 năm', 'ແຜນ 5 ປີ', 'Plan quinquennal'),
  annual: label('Annual plan', 'Kế hoạch năm', 'ແຜນປະຈຳປີ', 'Plan annuel'),
  minutes: label('Minutes', 'Biên bản', 'ບົດບັນທຶກ', 'Procès-verbal'),
  statement: label('Joint statement', 'Tuyên bố chung', 'ຖະແຫຼງການຮ່ວມ', 'Déclaration commune'),
  mou: label('Memorandum of understanding', 'Bản ghi nhớ', 'ບົດບັນທຶກຄວາມເຂົ້າໃຈ', 'Mémorandum d’entente'),
};

/** How a draft changes what is in force: an error is corrected apart from what is amended. */
export const draftModes: Codes = {
  amendment: label('Amendment', 'Sửa đổi, bổ sung', 'ການປັບປຸງ', 'Avenant'),
  correction: label('Correction of an error', 'Đính chính', 'ການແກ້ຄຳຜິດ', 'Rectificatif'),
};
