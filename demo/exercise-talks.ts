import type { JsonObject } from '../src/core/bytes/json.ts';
import { say, told } from './exercise-say.ts';
import type { RecordStatement } from './record-shapes.ts';
import type { Party } from './shapes.ts';
import { mechanisms } from './wordings.ts';

/** A mechanism of departments with two sessions: the first was numbered later, the last left points open. */
export function departments(): RecordStatement[] {
  return [
    say('VN', 'mechanism', mechanisms.departments, {
      title: told(
        'Họp hai Cục Đối ngoại',
        'ກອງປະຊຸມສອງກົມການຕ່າງປະເທດ',
        'Réunion des deux départements des relations extérieures',
        'Meeting of the two departments of external relations',
      ),
      level: 'department',
      everyMonths: 12,
      alternates: true,
      numbering: told(
        'Cuộc gặp năm 2020 về sau được tính là kỳ thứ nhất',
        'ການພົບປະປີ 2020 ພາຍຫຼັງຖືກນັບເປັນຄັ້ງທີ 1',
        'La rencontre de 2020 a été comptée plus tard comme la première',
        'The meeting of 2020 was counted later as the first',
      ),
    }),
    say('VN', 'event', 'event.exercise-talks-2020', {
      title: told(
        'Gặp gỡ hai Cục Đối ngoại',
        'ການພົບປະສອງກົມການຕ່າງປະເທດ',
        'Rencontre des deux départements',
        'Meeting of the two departments',
      ),
      what: 'talks',
      date: '2020-02',
      place: 'EXERCISE',
      host: 'LA',
      mechanism: mechanisms.departments,
      session: 1,
      sessionBasis: 'counted later as the first (EXERCISE)',
    }),
  ];
}

/** A meeting at which three things were promised: one kept, one not, one on which the sides differ; and a request, accepted. */
export function talks(): RecordStatement[] {
  const event = 'event.exercise-talks-2021';
  const promise = (number: number, sides: readonly string[], fields: JsonObject): RecordStatement =>
    say('VN', 'undertaking', `undertaking.exercise-${number}`, { event, sides, ...fields });
  const outcome = (party: Party, number: number, status: string, more: JsonObject = {}): RecordStatement =>
    say(party, 'outcome', `undertaking.exercise-${number}`, { status, ...more });
  return [
    say('VN', 'event', event, {
      title: told(
        'Hội đàm cấp cục',
        'ການເຈລະຈາຂັ້ນກົມ',
        'Entretiens au niveau des départements',
        'Talks between departments',
      ),
      what: 'talks',
      date: '2021-02-10',
      place: 'EXERCISE',
      host: 'VN',
      mechanism: mechanisms.departments,
      session: 2,
      delegations: [
        { side: 'VN', post: 'Cục trưởng Cục Đối ngoại (EXERCISE)' },
        { side: 'LA', post: 'ຫົວໜ້າກົມການຕ່າງປະເທດ (EXERCISE)' },
      ],
    }),
    promise(1, ['VN'], {
      by: 'VN',
      to: 'LA',
      force: 'pledged',
      area: 'assistance',
      due: '2021-03',
      wording: told(
        'Chuyển đủ gạo trước mùa khô',
        'ສົ່ງເຂົ້າສານໃຫ້ຄົບກ່ອນລະດູແລ້ງ',
        'Livrer tout le riz avant la saison sèche',
        'Deliver all the rice before the dry season',
      ),
    }),
    promise(2, ['LA'], {
      by: 'LA',
      to: 'VN',
      force: 'pledged',
      area: 'border',
      due: '2021-06-30',
      wording: told('Mở lại lối mở', 'ເປີດທາງຜ່ານຄືນ', 'Rouvrir le passage', 'Reopen the crossing'),
    }),
    promise(3, ['LA', 'VN'], {
      by: 'both',
      to: 'both',
      force: 'agreed',
      area: 'border',
      dueWords: 'dry season 2020-2021 (EXERCISE)',
      wording: told(
        'Tăng số lần tuần tra chung',
        'ເພີ່ມຈຳນວນການລາດຕະເວນຮ່ວມ',
        'Augmenter le nombre de patrouilles conjointes',
        'Raise the number of joint patrols',
      ),
    }),
    promise(4, [], {
      by: 'VN',
      to: 'LA',
      force: 'requested',
      area: 'information',
      wording: told(
        'Đề nghị thông báo tình hình hằng tháng',
        'ສະເໜີໃຫ້ແຈ້ງສະພາບການປະຈຳເດືອນ',
        'Informer chaque mois de la situation',
        'Inform monthly of the situation',
      ),
    }),
    say('LA', 'acceptance', 'undertaking.exercise-4', { accepted: true }),
    outcome('VN', 1, 'carriedOut', { by: ['assistance.rice-2021'] }),
    outcome('LA', 2, 'notStarted', { closed: true }),
    outcome('VN', 3, 'carriedOut', { by: ['patrol.dry-season-2021'] }),
    outcome('LA', 3, 'partly'),
  ];
}
