import type { exchange as en } from '../en/exchange.ts';

export const exchange = {
  'exchange.title': 'ການແລກປ່ຽນ',
  'exchange.intro': 'ຄູ່ຮ່ວມມືແຕ່ລະຝ່າຍມີຫຍັງໃນທະບຽນຮ່ວມ ແລະ ຕັ້ງແຕ່ເມື່ອໃດ.',
  'exchange.weHold': 'ເຮົາມີຂອງຝ່າຍ {party}: ເຖິງລາຍການບັນທຶກ {seq}',
  'exchange.theyHold': 'ຝ່າຍ {party} ມີຂອງເຮົາ: ເຖິງລາຍການບັນທຶກ {seq}, ຢືນຢັນເມື່ອ {time}',
  'exchange.theyHoldUnknown': 'ຝ່າຍ {party} ຍັງບໍ່ໄດ້ຢືນຢັນຫຍັງ',
  'exchange.holdsNotRead': '“ມີແລ້ວ” ບໍ່ໝາຍຄວາມວ່າ “ອ່ານແລ້ວ”.',
  'exchange.staleSince': 'ບໍ່ໄດ້ຮັບຫຍັງຈາກຝ່າຍ {party} ຕັ້ງແຕ່ {time}',
  'exchange.toSend': '{count, plural, other {# ລາຍການບັນທຶກ}} ຕ້ອງສົ່ງ',
  'exchange.upToDate': 'ສອງຝ່າຍມີຂໍ້ມູນຄືກັນ',
  'exchange.now': 'ແລກປ່ຽນດຽວນີ້',
  'exchange.finished': 'ແລກປ່ຽນແລ້ວ: ສົ່ງ {sent}, ຮັບ {received}',
  'exchange.address': 'ທີ່ຢູ່ໂນດຂອງຝ່າຍ {party}',
  'exchange.addressNone': 'ບໍ່ມີທີ່ຢູ່: ແລກປ່ຽນດ້ວຍຊຸດຂໍ້ມູນເທົ່ານັ້ນ',
  'exchange.pouch': 'ຊຸດຂໍ້ມູນແລກປ່ຽນ',
  'exchange.pouchExplained': 'ໄຟລ໌ເຂົ້າລະຫັດອັນດຽວ ມີທຸກສິ່ງທີ່ຄູ່ຮ່ວມມືຍັງຂາດ. ຖືໄປດ້ວຍ USB ຫຼື ສົ່ງທາງອີເມວ: ມີແຕ່ເຂົາເຈົ້າທີ່ເປີດໄດ້.',
  'exchange.pouchPack': 'ຫຸ້ມຫໍ່ຊຸດຂໍ້ມູນໃຫ້ຝ່າຍ {party}',
  'exchange.pouchOpen': 'ເປີດຊຸດຂໍ້ມູນ',
  'exchange.pouchChoose': 'ເລືອກໄຟລ໌ ຫຼື ວາງໃສ່ນີ້',
  'exchange.pouchOpened':
    'ເປີດແລ້ວ: {entries, plural, other {# ລາຍການບັນທຶກໃໝ່}}, {files, plural, other {# ໄຟລ໌ຄັດຕິດ}}',
  'exchange.pouchNothingNew': 'ບໍ່ມີຫຍັງໃໝ່: ເຮົາມີໝົດແລ້ວ.',
  'exchange.fork':
    'ຝ່າຍ {party} ໄດ້ເຊັນສອງລາຍການບັນທຶກທີ່ຕ່າງກັນໃນຕຳແໜ່ງ {seq}. ທັງສອງຖືກຮັກສາໄວ້ເປັນຫຼັກຖານ; ສິ່ງທີ່ຕາມມາບໍ່ມີຜົນ ຈົນກວ່າກະແຈຕົ້ນຂອງຝ່າຍນັ້ນຈະຕັດສິນ.',
  'exchange.inert': '{count, plural, other {# ລາຍການບັນທຶກ}} ຖືກຮັກສາໄວ້ແຕ່ບໍ່ມີຜົນ',
  'exchange.refused': 'ລາຍການບັນທຶກທີ່ຖືກປະຕິເສດ',
  'exchange.locked':
    'ການລົງນາມຖືກລັອກ: ໂນດນີ້ຖືກກູ້ຄືນຈາກຂໍ້ມູນສຳຮອງ ແລະ ລໍຖ້າຝ່າຍ {party} ຢືນຢັນວ່າທະບຽນຂອງເຮົາຮອດໃສ. ຍັງອ່ານໄດ້.',
  'exchange.lockedStorage': 'ການລົງນາມຖືກລັອກ: ດິສກ໌ບໍ່ຢືນຢັນການຂຽນ. ຍັງອ່ານໄດ້. ໃຫ້ສຳເນົາໂຟນເດີ ແລ້ວກວດດິສກ໌.',
  'exchange.theyHoldUntimed': 'ຝ່າຍ {party} ມີຂອງເຮົາ: ເຖິງລາຍການບັນທຶກ {seq}',
  'exchange.gapOne': 'ລາຍການບັນທຶກ {from} ຂອງຝ່າຍ {party} ຍັງບໍ່ມາຮອດ. ສິ່ງທີ່ຕາມມາຖືກເກັບລໍຖ້າ.',
  'exchange.gap': 'ລາຍການບັນທຶກ {from}–{to} ຂອງຝ່າຍ {party} ຍັງບໍ່ມາຮອດ. ສິ່ງທີ່ຕາມມາຖືກເກັບລໍຖ້າ.',
  'exchange.pouchWaits': 'ສິ່ງທີ່ມັນນຳມາຢູ່ຫຼັງລາຍການບັນທຶກທີ່ຍັງບໍ່ມາຮອດ. ມັນຖືກເກັບລໍຖ້າ.',
  'exchange.lockedBehind':
    'ການລົງນາມຖືກລັອກ: ໂນດນີ້ໄດ້ເສຍສ່ວນໜຶ່ງຂອງທະບຽນຂອງເຮົາ. ຝ່າຍ {party} ສົ່ງຄືນ ແລະ ຢືນຢັນວ່າທະບຽນຂອງເຮົາຮອດໃສ. ຍັງອ່ານໄດ້.',
  'exchange.lockedForked':
    'ການລົງນາມຖືກລັອກ: ທະບຽນຂອງເຮົາມີສອງສະບັບທີ່ເຊັນແລ້ວ. ທັງສອງຖືກຮັກສາໄວ້ ຈົນກວ່າກະແຈຕົ້ນຂອງເຮົາຈະສືບຕໍ່ສະບັບໜຶ່ງ. ຍັງອ່ານໄດ້.',
  'exchange.continue': 'ສືບຕໍ່ດ້ວຍກະແຈຕົ້ນຂອງເຮົາ',
  'exchange.continueHint':
    'ຖ້າຄູ່ຮ່ວມມືຢືນຢັນບໍ່ໄດ້. ສິ່ງທີ່ມີຢູ່ນີ້ສືບຕໍ່ດ້ວຍກະແຈໃໝ່; ສິ່ງທີ່ຂຽນຢູ່ບ່ອນອື່ນຫຼັງຈາກນີ້ບໍ່ມີຜົນ. ການລົງນາມທີ່ໄດ້ລົງແລ້ວຍັງຄົງຢູ່.',
  'exchange.empty': 'ຍັງບໍ່ມີຄູ່ຮ່ວມມື. ໃຫ້ສ້າງຕັ້ງແຜນງານກ່ອນ.',
} satisfies Record<keyof typeof en, string>;
