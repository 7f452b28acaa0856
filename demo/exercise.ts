import type { JsonObject } from '../src/core/bytes/json.ts';
import { border } from './exercise-border.ts';
import { link, say, type Told, told } from './exercise-say.ts';
import { departments, talks } from './exercise-talks.ts';
import type { RecordStatement } from './record-shapes.ts';
import type { Party } from './shapes.ts';

/*
 * What the demo invents so that each system can be seen at work: in the year 2021 of the EXERCISE plan, under the mark
 * EXERCISE, by party and post, without names. docs/systems.md says what it serves. Nothing of it is said of the real record.
 */

/** Everything that is invented beside the plans and the reports on them, in the order in which it is said. */
export function exerciseStatements(): readonly RecordStatement[] {
  return [
    ...instrument(),
    ...departments(),
    ...talks(),
    ...border(),
    ...goods(),
    ...training(),
    ...projects(),
    ...forum(),
    ...papers(),
    ...tasking(),
  ];
}

/** An arrangement with three provisions: two are carried out by lines of the plan, science is not. */
function instrument(): RecordStatement[] {
  const subject = 'onRecord.exercise-arrangement';
  const provision = (number: string, area: string, wording: Told): RecordStatement =>
    say('VN', 'provision', `provision.exercise-${number}`, { instrument: subject, number, area, wording });
  return [
    say('VN', 'onRecord', subject, {
      title: told(
        'Thỏa thuận hợp tác',
        'ຂໍ້ຕົກລົງການຮ່ວມມື',
        'Arrangement de coopération',
        'Arrangement on cooperation',
      ),
      layer: 'agreement',
      character: 'arrangement',
      signed: '2018-12-20',
      entry: '2019-01-01',
      ends: '2023-12-31',
      renewal: 'tacit',
      renewalMonths: 60,
      noticeMonths: 6,
      prevailing: 'none',
    }),
    provision(
      '1',
      'border',
      told(
        'Tuần tra chung đường biên giới',
        'ລາດຕະເວນຊາຍແດນຮ່ວມກັນ',
        'Patrouiller ensemble à la frontière',
        'Patrol the border together',
      ),
    ),
    provision('2', 'training', told('Đào tạo cán bộ', 'ຝຶກອົບຮົມພະນັກງານ', 'Former des cadres', 'Train cadres')),
    provision(
      '3',
      'science',
      told(
        'Trao đổi khoa học, kỹ thuật',
        'ແລກປ່ຽນວິທະຍາສາດ-ເຕັກນິກ',
        'Échanger des connaissances scientifiques et techniques',
        'Exchange scientific and technical knowledge',
      ),
    ),
    // The annual plan makes the arrangement concrete.
    link('VN', 'plan.exercise-2021', { carriesOut: [subject] }),
    link('VN', 'patrol.dry-season-2021', { carriesOut: ['provision.exercise-1'] }),
    link('LA', 'course.academies-2021', {
      carriesOut: ['provision.exercise-2'],
      countsTowards: ['goal.exercise-medics'],
    }),
  ];
}

function goods(): RecordStatement[] {
  const rice = 'delivery.exercise-rice';
  const tonnes = (amount: string): JsonObject => ({
    goods: [{ what: 'gạo / ເຂົ້າສານ', quantity: { amount, unit: 'tonne' } }],
    from: 'VN',
    to: 'LA',
    place: 'EXERCISE',
  });
  return [
    say('VN', 'delivery', rice, { leg: 'pledged', date: '2021-01', ...tonnes('1000') }, 'pledged'),
    say('VN', 'delivery', rice, { leg: 'dispatched', date: '2021-02-24', ...tonnes('1000') }, 'dispatched'),
    say('LA', 'delivery', rice, { leg: 'received', date: '2021-02-26', ...tonnes('980') }, 'received'),
  ];
}

function training(): RecordStatement[] {
  const course = {
    institution: 'EXERCISE academy',
    period: { from: '2021', to: '2021' },
    offered: 20,
    completed: 17,
  };
  const goal = {
    title: told(
      'Y tá cho các đồn biên phòng',
      'ແພດສຳລັບປ້ອມຊາຍແດນ',
      'Infirmiers pour les postes',
      'Medics for the border posts',
    ),
    measure: 'medics',
    target: '50',
    due: '2022',
    counted: ['course.academies-2021', 'training.exercise-field'],
  };
  const field = { institution: 'EXERCISE field school', period: { from: '2021-06', to: '2021-08' } };
  return [
    say('VN', 'training', 'training.exercise-field', { ...field, offered: 14, filled: 13, completed: 11 }),
    say('LA', 'training', 'training.exercise-field', { ...field, offered: 14, filled: 13, completed: 11 }),
    say('VN', 'training', 'course.academies-2021', { ...course, filled: 18 }),
    say('LA', 'training', 'course.academies-2021', { ...course, filled: 17 }),
    say('VN', 'goal', 'goal.exercise-medics', {
      ...goal,
      counting: 'filled',
      rule: told('Tính người nhập học', 'ນັບຜູ້ເຂົ້າຮຽນ', 'Compte les inscrits', 'Counts who enrolled'),
    }),
    say('LA', 'goal', 'goal.exercise-medics', {
      ...goal,
      counting: 'completed',
      rule: told('Tính người hoàn thành', 'ນັບຜູ້ຮຽນຈົບ', 'Compte les diplômés', 'Counts who completed'),
    }),
  ];
}

function projects(): RecordStatement[] {
  const milestone = {
    title: told('Báo cáo thử nghiệm', 'ບົດລາຍງານການທົດລອງ', 'Rapport d’essai', 'Trial report'),
    due: '2021-09',
  };
  const trade = (party: Party, amount: string, currency: string): RecordStatement =>
    say(party, 'trade', 'trade.exercise-2021', {
      year: '2021',
      value: { amount, currency },
      source: 'EXERCISE',
    });
  return [
    say('LA', 'milestone', 'milestone.exercise-1', { ...milestone, done: 60 }),
    trade('VN', '120000000000', 'VND'),
    trade('LA', '48000000000', 'LAK'),
  ];
}

function forum(): RecordStatement[] {
  const edition = { forum: 'ADMM', edition: 'EXERCISE', date: '2021-06' };
  return [
    say('LA', 'support', 'support.exercise-admm', { ...edition, role: 'given' }),
    say('VN', 'support', 'support.exercise-admm', { ...edition, role: 'received' }),
  ];
}

function papers(): RecordStatement[] {
  const vn = (number: number): JsonObject => ({ ourReference: `EXERCISE ${number}/ĐN` });
  const la = (number: number): JsonObject => ({ ourReference: `EXERCISE ${number}/ກຕປ` });
  return [
    say('LA', 'letter', 'letter.exercise-floods', {
      title: told(
        'Chia buồn về lũ lụt',
        'ສະແດງຄວາມເສົ້າສະຫຼົດໃຈຕໍ່ໄພນ້ຳຖ້ວມ',
        'Condoléances après les inondations',
        'Condolences after the floods',
      ),
      what: 'condolence',
      date: '2021-10-12',
      from: 'LA',
      to: 'VN',
      expectsAnswer: false,
      ...la(31),
    }),
    say('VN', 'letter', 'letter.exercise-thanks', {
      title: told('Cảm ơn', 'ຂອບໃຈ', 'Remerciements', 'Thanks'),
      what: 'thanks',
      date: '2021-10-20',
      from: 'VN',
      to: 'LA',
      answers: 'letter.exercise-floods',
      ...vn(88),
      theirReference: 'EXERCISE 31/ກຕປ',
    }),
    say('VN', 'letter', 'letter.exercise-dates', {
      title: told('Đề nghị ngày họp', 'ສະເໜີວັນປະຊຸມ', 'Proposition de dates', 'Dates proposed for the meeting'),
      what: 'official',
      date: '2021-11-02',
      from: 'VN',
      to: 'LA',
      expectsAnswer: true,
      answerBy: '2021-11-20',
      ...vn(93),
    }),
    say('VN', 'note', 'note.exercise-restricted', {
      title: told('Thông báo hạn chế', 'ບົດແຈ້ງຈຳກັດ', 'Note restreinte', 'Restricted note'),
      wording: told(
        'Chỉ chức danh được nêu',
        'ສະເພາະຕຳແໜ່ງທີ່ລະບຸ',
        'Fonctions désignées seulement',
        'For named posts only',
      ),
      date: '2021-05-01',
      to: 'LA',
      mark: 'restricted',
      expectsAnswer: true,
      ...vn(41),
    }),
    say('LA', 'acknowledgement', 'note.exercise-restricted', { date: '2021-05-03', ...la(12) }),
    say('LA', 'note', 'note.exercise-health', {
      title: told(
        'Bản tin y tế biên giới',
        'ຂ່າວສາທາລະນະສຸກຊາຍແດນ',
        'Bulletin sanitaire de la frontière',
        'Health bulletin of the border',
      ),
      wording: told('Không có ca mới', 'ບໍ່ມີກໍລະນີໃໝ່', 'Aucun cas nouveau', 'No new case'),
      date: '2021-05-10',
      to: 'VN',
      mark: 'parties',
      ...la(13),
    }),
  ];
}

function tasking(): RecordStatement[] {
  return [
    say('VN', 'instruction', 'patrol.dry-season-2021', {
      date: '2020-12-20',
      number: 'EXERCISE 7/CT',
      agency: 'Bộ Tư lệnh Bộ đội Biên phòng',
    }),
    say('LA', 'instruction', 'patrol.dry-season-2021', {
      date: '2020-12-28',
      number: 'EXERCISE 3',
      agency: 'ກົມທະຫານຊາຍແດນ',
    }),
    say('VN', 'instruction', 'course.academies-2021', {
      date: '2021-01-05',
      number: 'EXERCISE 9/CT',
      agency: 'Cục Nhà trường',
    }),
  ];
}
