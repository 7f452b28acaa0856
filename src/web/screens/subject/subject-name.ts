import type { SubjectPage } from '../../../api/statements.ts';
import { asProse, shownIn } from '../../fields/prose.ts';
import { langOf } from '../../state/words.svelte.ts';

/** What a line is called, from what is in force; its id when nothing is. */
export function subjectName(page: Pick<SubjectPage, 'subject' | 'line'>): string {
  const texts = asProse(page.line?.fields['activity'] ?? page.line?.fields['wording']);
  const name = shownIn(texts, langOf(texts) ?? '') || page.subject;
  return page.line ? `${page.line.number}. ${name}` : name;
}
