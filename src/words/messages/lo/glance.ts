import type { glance as en } from '../en/glance.ts';

export const glance = {
  'glance.term': 'ໄລຍະມີຜົນ ແລະ ການສິ້ນສຸດ',
  'glance.schedule': 'ກຳນົດຄັ້ງຕໍ່ໄປ',
  'glance.noOpenPlan': 'ຍັງບໍ່ມີແຜນທີ່ເປີດຢູ່. ໃຫ້ເລີ່ມແຜນກ່ອນ ແລ້ວຈຶ່ງກຳນົດໃນນັ້ນ.',
  'glance.inPlan': 'ໃນແຜນ',
  'glance.beginMinutes': 'ເລີ່ມບົດບັນທຶກກອງປະຊຸມນີ້',
  'glance.incidentsList': 'ຈາກລາຍການ (CSV)',
  'glance.incidentsTaken': 'ຮັບເອົາ {rows, plural, other {# ແຖວ}} ເປັນ {statements, plural, other {# ຂໍ້ແຈ້ງ}}',
  'glance.stateOverTime': 'ສະພາບຕາມເວລາ',
  'glance.totals': 'ຕາມສະຖາບັນ ແລະ ປີ',
  'glance.atAGlance': 'ຂໍ້ມູນຫຼັກ',
  'glance.directoryThatDay': 'ທຳນຽບ, ມື້ນັ້ນ:',
  'glance.confirmSaid': 'ຢືນຢັນໃນນາມຝ່າຍເຮົາ',
  'glance.blockedBy': 'ຍັງຄ້າງກ່ອນລົງນາມ:',
  'glance.toConfirmIn': 'ລໍຖ້າຢືນຢັນ{language}',
} satisfies Record<keyof typeof en, string>;
