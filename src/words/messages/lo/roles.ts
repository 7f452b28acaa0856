import type { roles as en } from '../en/roles.ts';

export const roles = {
  'roles.administrator': 'ຜູ້ບໍລິຫານລະບົບ',
  'roles.desk': 'ພະນັກງານຮັບຜິດຊອບ',
  'roles.signatory': 'ຜູ້ລົງນາມ',
  'roles.implementer': 'ຜູ້ຈັດຕັ້ງປະຕິບັດ',
  'roles.leader': 'ຂັ້ນນຳ',
  'roles.auditor': 'ຜູ້ກວດກາ',
  'roles.administratorMay': 'ໃຫ້ບັນຊີ ແລະ ກະແຈ, ສຳຮອງຂໍ້ມູນ, ຮັບ-ສົ່ງຊຸດຂໍ້ມູນແລກປ່ຽນ. ບໍ່ລົງນາມ.',
  'roles.deskMay': 'ຮ່າງ, ສະເໜີ ແລະ ສົ່ງຂໍ້ສະເໜີ, ລາຍງານ, ແລກປ່ຽນ.',
  'roles.signatoryMay': 'ອ່ານສິ່ງທີ່ຈະລົງນາມ ແລະ ລົງນາມ.',
  'roles.implementerMay': 'ເຫັນກິດຈະກຳຂອງຕົນ ແລະ ລາຍງານ.',
  'roles.leaderMay': 'ອ່ານທຸກຢ່າງຂອງຝ່າຍເຮົາ, ອະນຸຍາດສິ່ງທີ່ສະເໜີ.',
  'roles.auditorMay': 'ອ່ານ ແລະ ກວດສອບ. ບໍ່ປ່ຽນແປງຫຍັງ.',
} satisfies Record<keyof typeof en, string>;
