import type { Params } from './state/match.ts';

/** Where texts, lines and acts have their pages. `plan.y2027` reads `plan/y2027`: an address with a dot looks like a file. */

const slashed = (id: string): string => id.replace('.', '/');

export const textAddress = (programme: string, text: string): string => `/p/${programme}/t/${slashed(text)}`;
export const subjectAddress = (programme: string, subject: string): string =>
  `/p/${programme}/s/${slashed(subject)}`;
export const actAddress = (programme: string, act: string): string => `/p/${programme}/a/${act}`;

/** Where a thing is read: a text as a text, everything else on the page of its subject. */
export const pageAddress = (programme: string, id: string): string =>
  textKinds.has(id.slice(0, id.indexOf('.'))) ? textAddress(programme, id) : subjectAddress(programme, id);

const textKinds = new Set(['plan', 'instrument', 'minutes', 'review', 'advice', 'jointPosition']);

/** The id that `:kind/:suffix` in an address names. */
export const idIn = (params: Params): string => `${params['kind'] ?? ''}.${params['suffix'] ?? ''}`;

/** Where a record is cleared for publication, and previewed. */
export const publicationAddress = (programme: string, subject: string): string =>
  `/p/${programme}/record/publication/${subject.replace('.', '/')}`;
