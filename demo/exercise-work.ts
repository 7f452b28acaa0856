import type { JsonObject } from '../src/core/bytes/json.ts';
import { say, type Told, told } from './exercise-say.ts';
import { filterDesign, trialReport } from './plan-projects.ts';
import type { RecordStatement } from './record-shapes.ts';
import type { Party } from './shapes.ts';

/* What both sides say became of the second EXERCISE plan: projects with their steps and trade, forums, and every other kind. */

/** All of it, in the order in which it is said. */
export function exerciseWork(): readonly RecordStatement[] {
  return [...experience(), ...projects(), ...forum(), ...others(), ...unplanned()];
}

const report = (party: Party, item: string, status: string, more: JsonObject = {}): RecordStatement =>
  say(party, 'report', `${item}-2021`, { status, ...more });

/** First postponed, with cause and proposer; then, as LA says, held remotely. Both of LA's words stay in the history. */
function experience(): RecordStatement[] {
  const postponed = {
    standing: 'postponed',
    changedBy: ['LA'],
    cause: told(
      'Dịch bùng phát ở vùng biên',
      'ພະຍາດລະບາດຢູ່ເຂດຊາຍແດນ',
      'L’épidémie a repris à la frontière',
      'The epidemic came back to the border zone',
    ),
  };
  return [
    report('LA', 'experience.epidemic', 'notStarted', postponed),
    report('VN', 'experience.epidemic', 'notStarted', postponed),
    report('LA', 'experience.epidemic', 'carriedOut', {
      ...postponed,
      standing: 'remote',
      held: { from: '2021-09-14', to: '2021-09-14' },
    }),
  ];
}

function projects(): RecordStatement[] {
  const science = 'science.water-filter-2021';
  const market = 'borderTrade.market-2021';
  const step = (party: Party, suffix: string, title: Told, fields: JsonObject): RecordStatement =>
    say(party, 'milestone', `milestone.exercise-${suffix}`, { project: science, title, ...fields });
  const trial = told('Báo cáo thử nghiệm', 'ບົດລາຍງານການທົດລອງ', 'Rapport d’essai', 'Trial report');
  const design = told('Bản thiết kế', 'ແບບເຄື່ອງຕອງ', 'Plans du filtre', 'Design of the filter');
  const trade = (
    party: Party,
    year: string,
    amount: string,
    currency: string,
    source: string,
  ): RecordStatement =>
    say(party, 'trade', `trade.exercise-${year}`, {
      project: market,
      year,
      value: { amount, currency },
      source: `EXERCISE: ${source}`,
    });
  return [
    step('LA', '1', trial, { delivers: trialReport, due: '2021-09', done: 60 }),
    step('VN', '2', design, { delivers: filterDesign, due: '2021-12', done: 100 }),
    step('LA', '2', design, { delivers: filterDesign, due: '2021-12', done: 100 }),
    report('VN', 'science.water-filter', 'underWay'),
    report('LA', 'economy.tree-nursery', 'carriedOut', {
      figures: [{ what: 'cây giống / ເບ້ຍໄມ້', amount: '40000' }],
    }),
    report('VN', 'borderTrade.market', 'underWay'),
    trade('VN', '2020', '95000000000', 'VND', 'hải quan'),
    trade('LA', '2020', '41000000000', 'LAK', 'ພາສີ'),
    trade('VN', '2021', '120000000000', 'VND', 'hải quan'),
    trade('LA', '2021', '48000000000', 'LAK', 'ພາສີ'),
  ];
}

/** Support given, as the giver says, and received, as the other says. */
function forum(): RecordStatement[] {
  const edition = { forum: 'ADMM', edition: 'EXERCISE', date: '2021-06' };
  return [
    say('LA', 'support', 'support.exercise-admm', { ...edition, role: 'given' }),
    say('VN', 'support', 'support.exercise-admm', { ...edition, role: 'received' }),
  ];
}

/** The kinds that have no other home: planned in the second plan, each reported on by a side or by both. */
function others(): RecordStatement[] {
  const figure = (what: string, amount: string, more: JsonObject = {}): JsonObject => ({
    figures: [{ what, amount, ...more }],
  });
  const graves = 'hài cốt / ອັດຖິ';
  return [
    report('VN', 'information.bulletins', 'carriedOut', figure('bản tin / ຂ່າວສານ', '12')),
    report('LA', 'information.bulletins', 'partly', figure('bản tin / ຂ່າວສານ', '11')),
    report('VN', 'commemoration.army-day', 'carriedOut', { held: { from: '2021-10-30', to: '2021-10-30' } }),
    report('LA', 'exhibition.photographs', 'carriedOut', figure('ảnh / ຮູບ', '60')),
    report('VN', 'awareness.border-schools', 'partly', {
      standing: 'remote',
      changedBy: ['VN'],
      cause: told(
        'Trường đóng cửa vì dịch',
        'ໂຮງຮຽນປິດຍ້ອນພະຍາດລະບາດ',
        'Écoles fermées par l’épidémie',
        'Schools closed by the epidemic',
      ),
    }),
    report('VN', 'remains.dry-season', 'carriedOut', figure(graves, '9')),
    report('LA', 'remains.dry-season', 'carriedOut', figure(graves, '9')),
    report('LA', 'works.clinic', 'underWay', figure('hoàn thành / ສຳເລັດ', '80', { unit: 'percent' })),
    report('VN', 'rescue.flood', 'dropped', {
      standing: 'cancelled',
      changedBy: ['LA', 'VN'],
      cause: told('Lũ thật đã đến', 'ນ້ຳຖ້ວມແທ້ມາຮອດແລ້ວ', 'Une crue réelle est survenue', 'A real flood came'),
    }),
    report('LA', 'rescue.flood', 'dropped', {
      standing: 'cancelled',
      changedBy: ['LA', 'VN'],
      cause: told('Lũ thật đã đến', 'ນ້ຳຖ້ວມແທ້ມາຮອດແລ້ວ', 'Une crue réelle est survenue', 'A real flood came'),
    }),
  ];
}

/** No plan names it: both say what it was, and report on it. */
function unplanned(): RecordStatement[] {
  const subject = 'rescue.landslide-2021';
  const what = {
    activity: told(
      'Cứu nạn sạt lở đất tại một bản vùng biên',
      'ກູ້ໄພດິນເຈື່ອນຢູ່ບ້ານຊາຍແດນ',
      'Secours après un glissement de terrain dans un village de la frontière',
      'Relief after a landslide in a village of the border zone',
    ),
    area: 'rescue',
    period: { from: '2021-10-19', to: '2021-10-23' },
    venue: 'EXERCISE',
    cause: told('Thiên tai', 'ໄພພິບັດທຳມະຊາດ', 'Catastrophe naturelle', 'A natural disaster'),
  };
  const people = (amount: string): JsonObject => ({
    figures: [{ what: 'người / ຄົນ', amount }],
    held: what.period,
  });
  return [
    say('LA', 'unplanned', subject, what),
    report('LA', 'rescue.landslide', 'carriedOut', people('40')),
    report('VN', 'rescue.landslide', 'carriedOut', people('40')),
  ];
}
