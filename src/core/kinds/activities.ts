import { type Fields, type ItemKind, label } from './declare.ts';
import { activity } from './plan.ts';

const places = {
  institution: { type: 'words', label: label('Institution', 'Cơ sở đào tạo', 'ສະຖາບັນ', 'Établissement') },
  places: { type: 'count', shown: 'row', label: label('Places', 'Chỉ tiêu', 'ຈຳນວນບ່ອນ', 'Places') },
} as const;

/** What holds a session to its series: the next number, and what the last one left open. */
const session: Fields = {
  mechanism: {
    type: 'subject',
    kinds: ['mechanism'],
    label: label('Mechanism', 'Cơ chế', 'ກົນໄກ', 'Mécanisme'),
  },
  session: { type: 'count', label: label('Session number', 'Kỳ thứ', 'ຄັ້ງທີ', 'Numéro de session') },
  agenda: {
    type: 'rows',
    label: label('Agenda', 'Chương trình nghị sự', 'ວາລະກອງປະຊຸມ', 'Ordre du jour'),
    columns: {
      point: { type: 'words', label: label('Point', 'Nội dung', 'ຂໍ້', 'Point') },
      from: { type: 'subject', label: label('Left open by', 'Từ kỳ trước', 'ຄ້າງຈາກ', 'Laissé ouvert par') },
    },
  },
};

const project: Fields = {
  institutes: {
    type: 'rows',
    label: label('Institutes', 'Cơ quan thực hiện', 'ສະຖາບັນ', 'Instituts'),
    columns: {
      party: { type: 'party', label: label('Party', 'Bên', 'ຝ່າຍ', 'Partie') },
      institute: { type: 'words', label: label('Institute', 'Cơ quan', 'ສະຖາບັນ', 'Institut') },
    },
  },
  deliverables: {
    type: 'rows',
    label: label('Deliverables', 'Sản phẩm', 'ຜົນງານ', 'Livrables'),
    columns: {
      what: { type: 'words', label: label('What', 'Sản phẩm', 'ຜົນງານ', 'Quoi') },
      due: { type: 'date', label: label('Due', 'Thời hạn', 'ກຳນົດ', 'Échéance') },
    },
  },
};

export const activities: readonly ItemKind[] = [
  activity(
    'visit',
    label('Visit', 'Thăm', 'ການຢ້ຽມຢາມ', 'Visite'),
    label('Visits', 'Các chuyến thăm', 'ການຢ້ຽມຢາມ', 'Visites'),
    {
      occasion: { type: 'prose', label: label('Occasion', 'Dịp', 'ໂອກາດ', 'Occasion') },
      stops: {
        type: 'rows',
        label: label('Itinerary', 'Lịch trình', 'ກຳນົດການເດີນທາງ', 'Emploi du temps'),
        columns: {
          on: { type: 'date', label: label('Day', 'Ngày', 'ວັນທີ', 'Jour') },
          place: { type: 'words', label: label('Place', 'Địa điểm', 'ສະຖານທີ່', 'Lieu') },
          what: { type: 'words', label: label('What', 'Nội dung', 'ເນື້ອໃນ', 'Quoi') },
        },
      },
    },
  ),
  activity(
    'dialogue',
    label('Dialogue', 'Đối thoại', 'ການສົນທະນາ', 'Dialogue'),
    label('Dialogues', 'Các đối thoại', 'ການສົນທະນາ', 'Dialogues'),
    session,
  ),
  activity(
    'meeting',
    label('Meeting', 'Hội đàm, cuộc họp', 'ກອງປະຊຸມ', 'Réunion'),
    label('Meetings', 'Các cuộc họp', 'ກອງປະຊຸມ', 'Réunions'),
    session,
  ),
  activity(
    'patrol',
    label('Joint patrol', 'Tuần tra chung', 'ການລາດຕະເວນຮ່ວມ', 'Patrouille conjointe'),
    label('Joint patrols', 'Tuần tra chung', 'ການລາດຕະເວນຮ່ວມ', 'Patrouilles conjointes'),
    {
      patrols: { type: 'count', shown: 'row', label: label('Patrols', 'Số lần', 'ຈຳນວນຄັ້ງ', 'Patrouilles') },
      segment: { type: 'words', label: label('Segment', 'Đoạn biên giới', 'ຕອນຊາຍແດນ', 'Secteur') },
    },
  ),
  activity(
    'borderMeeting',
    label('Border meeting', 'Gặp gỡ biên giới', 'ການພົບປະຊາຍແດນ', 'Rencontre frontalière'),
    label('Border meetings', 'Gặp gỡ biên giới', 'ການພົບປະຊາຍແດນ', 'Rencontres frontalières'),
    session,
  ),
  activity(
    'gate',
    label('Gate or crossing', 'Cửa khẩu, lối mở', 'ດ່ານ, ທາງຜ່ານ', 'Poste ou passage'),
    label('Gates and crossings', 'Cửa khẩu, lối mở', 'ດ່ານ ແລະ ທາງຜ່ານ', 'Postes et passages'),
  ),
  activity(
    'crime',
    label(
      'Action against transborder crime',
      'Phòng, chống tội phạm xuyên biên giới',
      'ການຕ້ານອາຊະຍາກຳຂ້າມແດນ',
      'Lutte contre la criminalité transfrontalière',
    ),
    label(
      'Actions against transborder crime',
      'Phòng, chống tội phạm xuyên biên giới',
      'ການຕ້ານອາຊະຍາກຳຂ້າມແດນ',
      'Actions contre la criminalité transfrontalière',
    ),
  ),
  activity(
    'course',
    label('Course', 'Khóa đào tạo', 'ຫຼັກສູດ', 'Formation'),
    label('Courses', 'Các khóa đào tạo', 'ຫຼັກສູດ', 'Formations'),
    places,
  ),
  activity(
    'experience',
    label('Exchange of experience', 'Trao đổi kinh nghiệm', 'ການແລກປ່ຽນບົດຮຽນ', 'Échange d’expériences'),
    label('Exchanges of experience', 'Trao đổi kinh nghiệm', 'ການແລກປ່ຽນບົດຮຽນ', 'Échanges d’expériences'),
  ),
  activity(
    'assistance',
    label('Assistance', 'Viện trợ', 'ການຊ່ວຍເຫຼືອ', 'Assistance'),
    label('Assistance', 'Viện trợ', 'ການຊ່ວຍເຫຼືອ', 'Assistance'),
    {
      goods: {
        type: 'rows',
        label: label('Goods', 'Hàng hóa', 'ສິນຄ້າ', 'Fournitures'),
        columns: {
          what: { type: 'words', label: label('What', 'Mặt hàng', 'ລາຍການ', 'Article') },
          quantity: { type: 'quantity', label: label('Quantity', 'Số lượng', 'ປະລິມານ', 'Quantité') },
          value: { type: 'money', label: label('Value', 'Trị giá', 'ມູນຄ່າ', 'Valeur') },
        },
      },
    },
  ),
  activity(
    'multilateral',
    label('Multilateral support', 'Phối hợp đa phương', 'ການຮ່ວມມືຫຼາຍຝ່າຍ', 'Appui multilatéral'),
    label('Multilateral support', 'Phối hợp đa phương', 'ການຮ່ວມມືຫຼາຍຝ່າຍ', 'Appuis multilatéraux'),
    {
      forum: { type: 'words', label: label('Forum', 'Diễn đàn', 'ເວທີ', 'Enceinte') },
      edition: { type: 'words', label: label('Edition', 'Kỳ', 'ຄັ້ງທີ', 'Édition') },
    },
  ),
  activity(
    'tasking',
    label('Instruction to agencies', 'Chỉ đạo các cơ quan', 'ການຊີ້ນຳໜ່ວຍງານ', 'Instruction aux organismes'),
    label('Instructions to agencies', 'Chỉ đạo các cơ quan', 'ການຊີ້ນຳໜ່ວຍງານ', 'Instructions aux organismes'),
  ),
  activity(
    'commemoration',
    label('Commemoration', 'Hoạt động kỷ niệm', 'ກິດຈະກຳລະນຶກ', 'Commémoration'),
    label('Commemorations', 'Hoạt động kỷ niệm', 'ກິດຈະກຳລະນຶກ', 'Commémorations'),
  ),
  activity(
    'science',
    label(
      'Science and technology project',
      'Đề tài khoa học và công nghệ',
      'ໂຄງການວິທະຍາສາດ ແລະ ເຕັກໂນໂລຊີ',
      'Projet scientifique et technique',
    ),
    label(
      'Science and technology projects',
      'Đề tài khoa học và công nghệ',
      'ໂຄງການວິທະຍາສາດ ແລະ ເຕັກໂນໂລຊີ',
      'Projets scientifiques et techniques',
    ),
    project,
  ),
  activity(
    'economy',
    label(
      'Defence-economic project',
      'Dự án kinh tế quốc phòng',
      'ໂຄງການເສດຖະກິດປ້ອງກັນຊາດ',
      'Projet d’économie de défense',
    ),
    label(
      'Defence-economic projects',
      'Dự án kinh tế quốc phòng',
      'ໂຄງການເສດຖະກິດປ້ອງກັນຊາດ',
      'Projets d’économie de défense',
    ),
    project,
  ),
  activity(
    'information',
    label('Exchange of information', 'Trao đổi thông tin', 'ການແລກປ່ຽນຂໍ້ມູນ', 'Échange d’informations'),
    label('Exchanges of information', 'Trao đổi thông tin', 'ການແລກປ່ຽນຂໍ້ມູນ', 'Échanges d’informations'),
  ),
  activity(
    'borderTrade',
    label(
      'Border-trade project',
      'Dự án thương mại biên giới',
      'ໂຄງການການຄ້າຊາຍແດນ',
      'Projet de commerce frontalier',
    ),
    label(
      'Border-trade projects',
      'Dự án thương mại biên giới',
      'ໂຄງການການຄ້າຊາຍແດນ',
      'Projets de commerce frontalier',
    ),
    project,
  ),
  activity(
    'exhibition',
    label('Exhibition', 'Triển lãm', 'ງານວາງສະແດງ', 'Exposition'),
    label('Exhibitions', 'Các triển lãm', 'ງານວາງສະແດງ', 'Expositions'),
    {
      exhibits: {
        type: 'count',
        label: label('Exhibits', 'Số hiện vật', 'ຈຳນວນສິ່ງວາງສະແດງ', 'Pièces exposées'),
      },
    },
  ),
  activity(
    'awareness',
    label(
      'Awareness and education',
      'Tuyên truyền, giáo dục',
      'ການໂຄສະນາ ແລະ ສຶກສາ',
      'Sensibilisation et éducation',
    ),
    label(
      'Awareness and education',
      'Tuyên truyền, giáo dục',
      'ການໂຄສະນາ ແລະ ສຶກສາ',
      'Sensibilisation et éducation',
    ),
    {
      audience: { type: 'words', label: label('Audience', 'Đối tượng', 'ກຸ່ມເປົ້າໝາຍ', 'Public') },
    },
  ),
  activity(
    'remains',
    label(
      'Search for and return of remains',
      'Tìm kiếm, quy tập hài cốt',
      'ການຊອກຄົ້ນ ແລະ ສົ່ງອັດຖິກັບຄືນ',
      'Recherche et rapatriement des dépouilles',
    ),
    label(
      'Searches for and returns of remains',
      'Tìm kiếm, quy tập hài cốt',
      'ການຊອກຄົ້ນ ແລະ ສົ່ງອັດຖິກັບຄືນ',
      'Recherches et rapatriements des dépouilles',
    ),
    {
      season: { type: 'words', label: label('Season', 'Mùa khô', 'ລະດູແລ້ງ', 'Saison') },
      provinces: { type: 'words', label: label('Provinces', 'Các tỉnh', 'ບັນດາແຂວງ', 'Provinces') },
      teams: { type: 'count', label: label('Teams', 'Số đội', 'ຈຳນວນໜ່ວຍ', 'Équipes') },
    },
  ),
  activity(
    'works',
    label('Construction and works', 'Xây dựng công trình', 'ການກໍ່ສ້າງ', 'Construction et travaux'),
    label('Constructions and works', 'Các công trình', 'ການກໍ່ສ້າງ', 'Constructions et travaux'),
    {
      object: { type: 'words', label: label('Object', 'Công trình', 'ສິ່ງກໍ່ສ້າງ', 'Ouvrage') },
      value: { type: 'money', label: label('Value', 'Trị giá', 'ມູນຄ່າ', 'Valeur') },
      handOver: { type: 'date', label: label('Hand-over', 'Bàn giao', 'ມອບ-ຮັບ', 'Remise') },
    },
  ),
  activity(
    'rescue',
    label(
      'Joint rescue exercise',
      'Diễn tập chung cứu hộ, cứu nạn',
      'ການຝຶກຊ້ອມກູ້ໄພຮ່ວມ',
      'Exercice conjoint de sauvetage',
    ),
    label(
      'Joint rescue exercises',
      'Diễn tập chung cứu hộ, cứu nạn',
      'ການຝຶກຊ້ອມກູ້ໄພຮ່ວມ',
      'Exercices conjoints de sauvetage',
    ),
    {
      scenario: { type: 'words', label: label('Scenario', 'Tình huống', 'ສະຖານະການ', 'Scénario') },
    },
  ),
];
