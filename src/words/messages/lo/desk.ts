import type { desk as en } from '../en/desk.ts';

export const desk = {
  'desk.title': 'ໂຕະເຮັດວຽກ',
  'desk.waitingForUs': 'ລໍຖ້າຝ່າຍເຮົາ',
  'desk.waitingForThem': 'ລໍຖ້າຝ່າຍ {party}',
  'desk.changedSince': 'ມີການປ່ຽນແປງຕັ້ງແຕ່ {date}',
  'desk.dueSoon': 'ໃກ້ຮອດກຳນົດ',
  'desk.mentions': 'ມີຄົນເອີ້ນ',
  'desk.overdue': 'ກາຍກຳນົດ',
  'desk.brackets': '{count, plural, other {# ບ່ອນໃນວົງເລັບ [ ]}}',
  'desk.waitCount': '{count, plural, other {# ຫ້ອງລໍຖ້າຝ່າຍ {party}}}',
  'desk.unsent': '{count, plural, other {# ການປ່ຽນແປງຍັງບໍ່ໄດ້ສົ່ງ}}',
  'desk.divergences': '{count, plural, other {# ຈຸດທີ່ລາຍງານບໍ່ກົງກັນ}}',
  'desk.lastExchange': 'ການແລກປ່ຽນຄັ້ງຫຼ້າສຸດກັບຝ່າຍ {party}: {time}',
  'desk.noExchangeYet': 'ຍັງບໍ່ໄດ້ແລກປ່ຽນຫຍັງກັບຝ່າຍ {party}',
  'desk.empty': 'ບໍ່ມີວຽກລໍຖ້າທ່ານ. ເປີດແຜນການເພື່ອສືບຕໍ່ ຫຼື ໜ້າແລກປ່ຽນເພື່ອເບິ່ງວ່າຝ່າຍຄູ່ຮ່ວມມືມີຫຍັງແລ້ວ.',
  'desk.emptyNoProgramme': 'ຍັງບໍ່ມີແຜນງານການຮ່ວມມື. ສ້າງຕັ້ງຮ່ວມກັບຄູ່ຮ່ວມມື ຫຼື ກະກຽມໄວ້ກ່ອນຝ່າຍດຽວ.',
  'desk.newsCount': '{count, plural, other {# ການປ່ຽນແປງ ນັບແຕ່ທ່ານເບິ່ງຄັ້ງກ່ອນ}}',
  'desk.newsNone': 'ບໍ່ມີສິ່ງໃໝ່ ນັບແຕ່ທ່ານເບິ່ງຄັ້ງກ່ອນ',
  'desk.news': 'ສິ່ງທີ່ປ່ຽນແປງ',
} satisfies Record<keyof typeof en, string>;
