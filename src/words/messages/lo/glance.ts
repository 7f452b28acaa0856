import type { glance as en } from '../en/glance.ts';

export const glance = {
  'glance.term': 'ໄລຍະມີຜົນ ແລະ ການສິ້ນສຸດ',
  'glance.schedule': 'ກຳນົດຄັ້ງຕໍ່ໄປ',
  'glance.noOpenPlan': 'ຍັງບໍ່ມີແຜນທີ່ເປີດຢູ່. ໃຫ້ເລີ່ມແຜນກ່ອນ ແລ້ວຈຶ່ງກຳນົດໃນນັ້ນ.',
  'glance.inPlan': 'ໃນແຜນ',
  'glance.beginMinutes': 'ເລີ່ມບົດບັນທຶກກອງປະຊຸມນີ້',
} satisfies Record<keyof typeof en, string>;
