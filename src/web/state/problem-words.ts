import { problemSentence } from '../../words/problems.ts';
import type { Problem } from '../client.ts';
import { translator } from './words.svelte.ts';

/** What happened, what was kept and what to do, in the language of the screen. */
export const problemWords = (problem: Problem): string => problemSentence(translator(), codeOf(problem));

/** The sentence for a code of the API, where no answer carries it. */
export const sentenceOf = (code: string): string => problemSentence(translator(), code);

function codeOf(problem: Problem): string {
  // Whoever only read has changed nothing that could be kept.
  if (problem.status === 0) return problem.code === 'web.unreachable.reading' ? 'offline.reading' : 'offline';
  return problem.code;
}
