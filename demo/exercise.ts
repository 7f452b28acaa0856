import type { JsonObject } from '../src/core/bytes/json.ts';
import { border } from './exercise-border.ts';
import { exercisePapers } from './exercise-papers.ts';
import { link, say, type Told, told } from './exercise-say.ts';
import { departments, talks } from './exercise-talks.ts';
import { exerciseWork } from './exercise-work.ts';
import type { RecordStatement } from './record-shapes.ts';

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
    ...exerciseWork(),
    ...exercisePapers(),
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
