import type { signin as en } from '../en/signin.ts';

export const signin = {
  'signin.title': 'ເຂົ້າສູ່ລະບົບ',
  'signin.user': 'ຊື່ຜູ້ໃຊ້',
  'signin.password': 'ລະຫັດຜ່ານ',
  'signin.showPassword': 'ສະແດງລະຫັດຜ່ານ',
  'signin.submit': 'ເຂົ້າສູ່ລະບົບ',
  'signin.leave': 'ອອກຈາກລະບົບ',
  'signin.signedInAs': 'ເຂົ້າສູ່ລະບົບໃນນາມ {name}, {role}',
  'signin.sessionEnded': 'ການເຂົ້າສູ່ລະບົບໝົດກຳນົດແລ້ວ. ການປ່ຽນແປງທີ່ຍັງບໍ່ໄດ້ສົ່ງຖືກຮັກສາໄວ້.',
  'signin.demoAccounts': 'ບັນຊີສຳລັບການສາທິດ',
} satisfies Record<keyof typeof en, string>;
