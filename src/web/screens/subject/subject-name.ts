import type { SubjectPage } from '../../../api/statements.ts';
import { asProse } from '../../fields/prose.ts';
import { screenLanguage } from '../../state/words.svelte.ts';

/** What a line is called, from what is in force; its id when nothing is. */
export function subjectName(page: Pick<SubjectPage, 'subject' | 'line'>): string {
  const texts = asProse(page.line?.fields['activity'] ?? page.line?.fields['wording']);
  const own = texts[screenLanguage()];
  const any = typeof own === 'string' ? own : Object.values(texts).find((text) => typeof text === 'string');
  const name = typeof any === 'string' ? any : page.subject;
  return page.line ? `${page.line.number}. ${name}` : name;
}
