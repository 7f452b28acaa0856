import type { JsonObject } from '../src/core/bytes/json.ts';
import { say, told } from './exercise-say.ts';
import type { RecordStatement } from './record-shapes.ts';

/** Letters, notes and bulletins: what awaits an answer, what has one, what only named posts may see. */
export function exercisePapers(): RecordStatement[] {
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
