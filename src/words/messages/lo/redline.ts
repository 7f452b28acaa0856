import type { redline as en } from '../en/redline.ts';

export const redline = {
  'redline.title': 'ການປຽບທຽບ',
  'redline.between': 'ລະຫວ່າງ',
  'redline.and': 'ແລະ',
  'redline.pickFrom': 'ສະບັບກ່ອນ',
  'redline.pickTo': 'ສະບັບຫຼັງ',
  'redline.revision': 'ສະບັບທີ {number}, ມີຜົນບັງຄັບໃຊ້ຕັ້ງແຕ່ {date}',
  'redline.positionAt': 'ຂໍ້ສະເໜີຂອງຝ່າຍ {party} ທີ່ລາຍການບັນທຶກ {seq}',
  'redline.ourDraft': 'ຮ່າງຂອງຝ່າຍເຮົາ, ຍັງບໍ່ໄດ້ສົ່ງ',
  'redline.inserted': 'ເພີ່ມເຂົ້າ',
  'redline.deleted': 'ລຶບອອກ',
  'redline.changed': 'ປ່ຽນແປງ',
  'redline.moved': 'ຍ້າຍ',
  'redline.unchanged': 'ບໍ່ປ່ຽນແປງ',
  'redline.changes': '{count, plural, other {# ການປ່ຽນແປງ}}',
  'redline.noChange': 'ສອງສະບັບຄືກັນທຸກຄຳ.',
  'redline.acceptThis': 'ຍອມຮັບບ່ອນນີ້',
  'redline.onlyChanges': 'ສະເພາະສ່ວນທີ່ປ່ຽນແປງ',
  'redline.change.added': 'ເພີ່ມລາຍການ',
  'redline.change.removed': 'ເອົາລາຍການອອກ',
} satisfies Record<keyof typeof en, string>;
