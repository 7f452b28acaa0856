import type { Colleague } from '../../api/texts.ts';
import { labelOf } from './words.svelte.ts';

/** Somebody of our side: the name and, where it was given, the post. Nobody is called by the id of an account. */
export function personName(person: Colleague | undefined): string {
  if (!person) return '';
  const post = labelOf(person.post);
  return post === '' || post === person.name ? person.name : `${person.name}, ${post}`;
}
