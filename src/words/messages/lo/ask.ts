import type { ask as en } from '../en/ask.ts';

export const ask = {
  'cli.ask': 'ຖາມທະບຽນ: ໄດ້ໃຫ້ຄຳໝັ້ນຫຍັງ, ຫຍັງໃກ້ກຳນົດ, ໃຜດຳລົງຕຳແໜ່ງ ແລະ ອື່ນໆ',
  'cli.import': 'ນຳບັນທຶກ ຫຼື ລາຍຊື່ຂໍ້ຕົກລົງຈາກໄຟລ໌ເຂົ້າ ເປັນຂໍ້ຄວາມຂອງພວກເຮົາ',
  'cli.askState': 'ສະເພາະສະພາບນີ້; ແຕ່ລະຄຳຖາມມີລາຍການຂອງຕົນ',
  'cli.askBy': 'ສະເພາະຝ່າຍນີ້',
  'cli.askDays': 'ພາຍໃນຈັກມື້ຂ້າງໜ້າ',
  'cli.askSide': 'ຝ່າຍຂອງຕຳແໜ່ງ; ສຳລັບບົດສະຫຼຸບ ແມ່ນຝ່າຍພວກເຮົາ',
  'cli.askPost': 'ຕຳແໜ່ງ, ໃນພາສາ ຫຼື ການສະກົດໃດກໍໄດ້',
  'cli.askOn': 'ວັນ, ເດືອນ ຫຼື ປີ',
  'cli.askFor': 'ຖາມກ່ຽວກັບໃຜ ຫຼື ສິ່ງໃດ: ກົນໄກ, ແຜນການ, ເຫດການ, ຊື່, ບົດບາດ',
  'cli.askForce':
    'ສະເພາະລະດັບນີ້: agreed, pledged, planned, target, instructed, requested, recommended, proposed, offered',
  'cli.askArea': 'ສະເພາະຂົງເຂດນີ້ ເຊັ່ນ border ຫຼື training',
  'cli.askDay': 'ວັນທີ່ຖາມ; ຖ້າບໍ່ລະບຸ ແມ່ນມື້ນີ້ຕາມເຂດເວລາຂອງແຜນງານ',
  'cli.askOut': 'ຂຽນຄຳຕອບໃສ່ໄຟລ໌ນີ້: .csv ຫຼື .xlsx',
  'cli.askUnknown': 'ບໍ່ມີຄຳຖາມ {question}. ມີ: {questions}.',
  'cli.askOption': 'ຄຳຖາມ {question} ບໍ່ຮັບ {option} ຕາມທີ່ຂຽນ. ຮັບ: {options}. ລະຫັດ: {codes}.',
  'cli.askDayForm': 'ວັນທີຂຽນເປັນ 2026-11-21.',
  'cli.askWritten': 'ຂຽນ {count, plural, other {# ແຖວ}} ໃສ່ {file} ແລ້ວ.',
  'cli.askCount': '{count, plural, other {# ແຖວ.}}',
} as const satisfies Record<keyof typeof en, string>;
