import type { redline as en } from '../en/redline.ts';

export const redline = {
  'redline.title': 'ການປຽບທຽບ',
  'redline.pickFrom': 'ສະບັບກ່ອນ',
  'redline.pickTo': 'ສະບັບຫຼັງ',
  'redline.revision': 'ສະບັບທີ {number}, ມີຜົນບັງຄັບໃຊ້ຕັ້ງແຕ່ {date}',
  'redline.ourDraft': 'ຮ່າງຂອງຝ່າຍເຮົາ, ຍັງບໍ່ໄດ້ສົ່ງ',
  'redline.inserted': 'ເພີ່ມເຂົ້າ',
  'redline.deleted': 'ລຶບອອກ',
  'redline.changes': '{count, plural, other {# ການປ່ຽນແປງ}}',
  'redline.noChange': 'ສອງສະບັບຄືກັນທຸກຄຳ.',
} satisfies Record<keyof typeof en, string>;
