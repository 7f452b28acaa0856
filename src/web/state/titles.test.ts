import { expect, test } from 'vitest';
import type { AssistanceRow } from '../../core/register/ask/assistance.ts';
import { minuteWording } from './titles.ts';

const row = (unit: string, difference: string) =>
  ({
    what: 'gạo',
    unit,
    difference,
    from: 'VN',
    to: 'LA',
    handedOver: [],
    dispatched: [],
    received: [],
  }) as unknown as AssistanceRow;

test.each([
  ['fr', 'tonne', '20', '20 tonnes ont été avariées ou perdues en route.'],
  ['fr', 'tonne', '1', '1 tonne a été avariée ou perdue en route.'],
  ['fr', 'set', '2', '2 jeux ont été avariés ou perdus en route.'],
  ['fr', 'kg', '1', '1 kg a été avarié ou perdu en route.'],
  ['en', 'tonne', '1', '1 tonne was damaged or lost on the way.'],
  ['en', 'tonne', '20', '20 tonnes were damaged or lost on the way.'],
  ['vi', 'tonne', '20', '20 tấn hư hỏng hoặc mất trên đường.'],
])('in %s, %s: what minutes say of a loss of %s agrees with it', async (lang, unit, lost, said) => {
  const wording = await minuteWording(lang, row(unit, lost));
  expect(wording.slice(wording.lastIndexOf(';') + 2)).toBe(said);
});
