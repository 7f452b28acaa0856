import type { SubjectPage } from '../../../api/statements.ts';
import { asProse, shownIn } from '../../fields/prose.ts';
import { langOf, nameIn } from '../../state/words.svelte.ts';
import { namesIn } from '../record/subject-words.ts';

/** What a line is called, from what is in force, or an activity that no plan names, by who speaks of it; else its id. */
export function subjectName(page: Pick<SubjectPage, 'subject' | 'kind' | 'line' | 'accounts'>): string {
  const texts = asProse(page.line?.title);
  const name = shownIn(texts, langOf(texts) ?? '') || nameIn(namesIn(page)) || page.subject;
  return page.line ? `${page.line.number}. ${name}` : name;
}
