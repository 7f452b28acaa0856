import fc from 'fast-check';
import { isKey } from './decode.ts';
import type { Json } from './json.ts';
import { textFault } from './text-fault.ts';

/** Any key that a record may have. */
const key = fc
  .oneof(
    fc.stringMatching(/^[a-z][A-Za-z0-9-]{0,8}$/),
    fc.constantFrom(
      'a',
      'b',
      'body',
      'heads',
      'key',
      'prev',
      'type',
      'valueOf',
      'toString',
      'hasOwnProperty',
    ),
  )
  .filter(isKey);

/** Any sound text: ASCII, the programme's scripts, escapes, and what else there is. */
const text = fc
  .oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom(...Array.from('ສະບາຍດີກຸ່ນ້ຳ Việtđườngéà"\\\n\t\u0001{}[]:,')) }),
    fc.string({ unit: 'binary' }),
  )
  .map((raw) => raw.toWellFormed().normalize('NFC'))
  .filter((sound) => textFault(sound) === undefined);

/** Any value that a record may hold, some levels deep. */
export function jsonValue(): fc.Arbitrary<Json> {
  const { value } = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(null, true, false),
      fc.maxSafeInteger().map((number) => number + 0),
      text,
      fc.array(tie('value'), { maxLength: 5 }),
      fc.dictionary(key, tie('value'), { maxKeys: 5, noNullPrototype: true }),
    ),
  }));
  return value;
}
