import type { reports as en } from '../en/reports.ts';

export const reports = {
  'reports.reportOf': 'ລາຍງານຂອງຝ່າຍ {party}',
  'reports.noReport': 'ຍັງບໍ່ມີລາຍງານຈາກຝ່າຍ {party}',
  'reports.write': 'ລາຍງານກ່ຽວກັບກິດຈະກຳນີ້',
  'reports.replace': 'ປ່ຽນແທນລາຍງານຂອງຝ່າຍເຮົາ',
  'reports.replaceHint': 'ສະບັບກ່ອນຍັງຢູ່ໃນປະຫວັດ.',
  'reports.figures': 'ຕົວເລກ',
  'reports.file': 'ເພີ່ມໄຟລ໌',
  'reports.same': 'ສອງຝ່າຍລາຍງານກົງກັນ',
  'reports.differs': 'ສອງຝ່າຍບໍ່ກົງກັນ',
  'reports.oneSide': 'ມີແຕ່ຝ່າຍ {party} ລາຍງານ',
  'reports.difference': 'ຜິດດ່ຽງ: {amount}',
  'reports.settle': 'ຕົກລົງຕົວເລກນີ້',
  'reports.settleTakeTheirs': 'ເອົາຕົວເລກຂອງຝ່າຍ {party} ເປັນຂອງເຮົາ',
  'reports.settleMinute': 'ສະເໜີເຮັດບົດບັນທຶກຮ່ວມ',
  'reports.settled': 'ຕົກລົງແລ້ວ: {value}',
  'reports.formerFigures': 'ຕົວເລກກ່ອນໜ້າ',
  'reports.attributed': 'ຕາມຝ່າຍ {party}, ຝ່າຍ {recorder} ບັນທຶກຈາກ {source}',
  'reports.reportSent': 'ສົ່ງແລ້ວ. ເປັນຄຳເວົ້າຂອງຝ່າຍເຮົາເທົ່ານັ້ນ.',
  'reports.empty': 'ຍັງບໍ່ມີຝ່າຍໃດລາຍງານກິດຈະກຳນີ້. ບໍ່ໝາຍຄວາມວ່າບໍ່ໄດ້ປະຕິບັດ.',
  'reports.speaks': 'ກ່າວແທນຝ່າຍພວກເຮົາເທົ່ານັ້ນ; ອີກຝ່າຍມີລາຍງານຂອງຕົນ.',
} satisfies Record<keyof typeof en, string>;
