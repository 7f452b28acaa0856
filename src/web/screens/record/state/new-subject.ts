import { isSubjectId } from '../../../../core/bytes/ids.ts';
import type { Kind } from '../../../../core/kinds/declare.ts';
import { fold } from '../../../../words/sort.ts';

/** What one may state of a subject of a kind, beside a statement of the kind itself. */
export const kindsOn: Readonly<Record<string, readonly string[]>> = {
  undertaking: ['outcome', 'acceptance'],
  note: ['acknowledgement'],
  onRecord: ['denunciation'],
  instrument: ['denunciation'],
  event: ['link'],
};

/** Fields that name what is spoken of rather than say something of it. */
const naming = [
  'project',
  'title',
  'year',
  'delivers',
  'due',
  'forum',
  'edition',
  'measure',
  'institution',
  'number',
];

/** What whoever states theirs begins with: the names that the other side gave to the same thing, nothing that it says of it. */
export const namesOf = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).filter(([field]) => naming.includes(field)));

/** An id for something new: its name, folded, and letters of chance that keep it apart from any other. */
export function newSubject(kind: string, name: string, chance: number): string {
  const words = fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 28)
    .replace(/-$/, '');
  const tail = Math.floor(chance * 36 ** 6)
    .toString(36)
    .padStart(6, '0');
  const id = `${kind}.${words === '' ? tail : `${words}-${tail}`}`;
  return isSubjectId(id) ? id : `${kind}.${tail}`;
}

/** The step of a delivery is its facet: each side states each step for itself. */
export function facetOf(
  kind: Pick<Kind, 'kind'>,
  fields: Readonly<Record<string, unknown>>,
): string | undefined {
  const { leg } = fields;
  return kind.kind === 'delivery' && typeof leg === 'string' ? leg.toLowerCase() : undefined;
}

/** What a statement calls its subject, for the id of something new. */
export function nameInFields(fields: Readonly<Record<string, unknown>>): string {
  for (const field of [
    'title',
    'activity',
    'name',
    'wording',
    'number',
    'institution',
    'forum',
    'agency',
    'measure',
  ]) {
    const value = fields[field];
    if (typeof value === 'string') return value;
    if (typeof value === 'object' && value !== null) {
      const texts = value as Readonly<Record<string, unknown>>;
      const text = texts['en'] ?? texts['fr'] ?? texts['vi'] ?? Object.values(texts)[0];
      if (typeof text === 'string') return text;
    }
  }
  return '';
}
