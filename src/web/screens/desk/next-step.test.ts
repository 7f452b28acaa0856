import { expect, test } from 'vitest';
import type { TextBrief } from '../../../api/texts.ts';
import { nextStep } from './next-step.ts';

const counts = { agreed: 9, bracket: 0, awaits: 0, stale: 0, missing: 0, struck: 0 };
const brief = (more: object): TextBrief =>
  ({ state: 'draft', counts, unsent: 0, acts: [], ...more }) as unknown as TextBrief;
const all = () => true;
const act = (awaits: string[]) => ({ id: 'a'.repeat(64), state: 'partlySigned', awaits });

test('the guide leads from brackets over sending and laying out to the signature', () => {
  expect(nextStep(brief({ counts: { ...counts, bracket: 2 } }), 'VN', all)).toEqual({
    step: 'settle',
    at: 0,
  });
  expect(nextStep(brief({ counts: { ...counts, bracket: 2 }, unsent: 3 }), 'VN', all)).toEqual({
    step: 'send',
    at: 0,
  });
  expect(nextStep(brief({}), 'VN', all)).toEqual({ step: 'propose', at: 2 });
  expect(nextStep(brief({ acts: [act(['VN'])] }), 'VN', all)).toMatchObject({ step: 'sign', at: 3 });
  expect(nextStep(brief({ acts: [act(['LA'])] }), 'VN', all)).toMatchObject({ step: 'wait', at: 3 });
});

test('it names who must do what this account may not', () => {
  const leader = () => false;
  expect(nextStep(brief({ unsent: 1 }), 'VN', leader).other).toBe('desk');
  expect(nextStep(brief({ acts: [act(['VN'])] }), 'VN', leader).other).toBe('signatory');
});
