import { say, type Told, told } from './exercise-say.ts';
import type { RecordStatement } from './record-shapes.ts';
import type { Party } from './shapes.ts';

/** A segment, two gates, a marker and a quarter of counts, as each side states them. */
export function border(): RecordStatement[] {
  const gate = (
    party: Party,
    suffix: string,
    state: string,
    title: Told,
    at: readonly [string, string],
    since = '2021-03-01',
  ): RecordStatement =>
    say(party, 'gateState', `gateState.exercise-${suffix}`, {
      title,
      state,
      since,
      latitude: at[0],
      longitude: at[1],
    });
  const north = told('Cửa khẩu phía Bắc', 'ດ່ານພາກເໜືອ', 'Poste du Nord', 'Northern gate');
  const middle = told('Lối mở miền Trung', 'ທາງຜ່ານພາກກາງ', 'Passage du Centre', 'Central crossing');
  const counts = (smuggling: number, drugs: number, illicitEntry: number) => [
    { category: 'smuggling', count: smuggling },
    { category: 'drugs', count: drugs },
    { category: 'illicitEntry', count: illicitEntry },
  ];
  const segment = 'segment.exercise-middle';
  const quarter = { period: { from: '2021-01', to: '2021-03' }, segment };
  const marker = { number: 'EXERCISE 400', latitude: '19.43', longitude: '104.12', segment };
  const stretch = {
    title: told('Đoạn miền Trung', 'ຕອນພາກກາງ', 'Secteur du Centre', 'Central segment'),
    lengthKm: '120',
  };
  return [
    say('VN', 'segment', segment, stretch),
    say('LA', 'segment', segment, stretch),
    // Both closed it first; what each says of it since then differs.
    gate('VN', 'middle', 'closed', middle, ['18.38', '105.14'], '2020-04-01'),
    gate('LA', 'middle', 'closed', middle, ['18.38', '105.14'], '2020-04-01'),
    gate('VN', 'north', 'open', north, ['21.25', '103.03']),
    gate('LA', 'north', 'open', north, ['21.25', '103.03']),
    gate('VN', 'middle', 'closed', middle, ['18.38', '105.14']),
    gate('LA', 'middle', 'restricted', middle, ['18.38', '105.14']),
    say('VN', 'marker', 'marker.exercise-400', marker),
    say('LA', 'marker', 'marker.exercise-400', marker),
    say('VN', 'incidents', 'incidents.exercise-2021-q1', { ...quarter, counts: counts(12, 5, 31) }),
    say('LA', 'incidents', 'incidents.exercise-2021-q1', { ...quarter, counts: counts(12, 4, 31) }),
  ];
}
