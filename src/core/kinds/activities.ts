import { type ItemKind, label } from './declare.ts';
import { activity } from './plan.ts';

const places = {
  institution: { type: 'words', label: label('Institution', 'Cơ sở đào tạo', 'ສະຖາບັນ', 'Établissement') },
  places: { type: 'count', shown: 'row', label: label('Places', 'Chỉ tiêu', 'ຈຳນວນບ່ອນ', 'Places') },
} as const;

export const activities: readonly ItemKind[] = [
  activity(
    'visit',
    label('Visit', 'Thăm', 'ການຢ້ຽມຢາມ', 'Visite'),
    label('Visits', 'Các chuyến thăm', 'ການຢ້ຽມຢາມ', 'Visites'),
  ),
  activity(
    'dialogue',
    label('Dialogue', 'Đối thoại', 'ການສົນທະນາ', 'Dialogue'),
    label('Dialogues', 'Các đối thoại', 'ການສົນທະນາ', 'Dialogues'),
  ),
  activity(
    'meeting',
    label('Meeting', 'Hội đàm, cuộc họp', 'ກອງປະຊຸມ', 'Réunion'),
    label('Meetings', 'Các cuộc họp', 'ກອງປະຊຸມ', 'Réunions'),
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
  ),
  activity(
    'information',
    label('Exchange of information', 'Trao đổi thông tin', 'ການແລກປ່ຽນຂໍ້ມູນ', 'Échange d’informations'),
    label('Exchanges of information', 'Trao đổi thông tin', 'ການແລກປ່ຽນຂໍ້ມູນ', 'Échanges d’informations'),
  ),
];
