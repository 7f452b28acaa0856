import type { InstrumentRow } from '../../../../core/register/ask/instruments.ts';

/** The facts of an instrument's life in the order in which they come, those that are known; named as its columns are. */
export const termFields = [
  'state',
  'signed',
  'entry',
  'term',
  'covers',
  'ends',
  'renewal',
  'renewalMonths',
  'renewedUntil',
  'noticeMonths',
  'noticeBy',
  'denouncedBy',
  'denouncedOn',
  'denouncedFrom',
  'prevailing',
  'character',
] as const satisfies readonly (keyof InstrumentRow)[];

/** What the list says of a life in one line: a term that only repeats what the plan covers says nothing new. */
export const shortTerm = ['entry', 'ends', 'renewedUntil', 'noticeBy', 'denouncedFrom'] as const;
