import { problemSentence } from '../../words/problems.ts';
import type { Problem } from '../client.ts';
import { translator } from './words.svelte.ts';

/** What happened, what was kept and what to do, in the language of the screen. */
export const problemWords = (problem: Problem): string => problemSentence(translator(), codeOf(problem));

/** The sentence for a code of the API, where no answer carries it. */
export const sentenceOf = (code: string): string => problemSentence(translator(), code);

function codeOf(problem: Problem): string {
  if (problem.status === 0) return 'offline';
  return problem.code;
}
