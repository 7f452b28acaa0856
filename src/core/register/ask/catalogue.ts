import { allKinds, type Kinds } from '../../kinds/catalogue.ts';
import { activities } from './activities.ts';
import { type Asking, askedEver } from './asking.ts';
import { assistance } from './assistance.ts';
import { border } from './border.ts';
import { brief } from './brief.ts';
import { calendar } from './calendar.ts';
import { chronology } from './chronology.ts';
import { correspondence, information } from './correspondence.ts';
import { declaredList } from './declared-list.ts';
import { directory } from './directory.ts';
import { divergences } from './divergences.ts';
import { due, overdue } from './due.ts';
import { goals } from './goals.ts';
import { holder } from './holder.ts';
import { instruments } from './instruments.ts';
import { later } from './later.ts';
import { ledger } from './ledger.ts';
import { mechanism, mechanisms, sleeping } from './mechanism.ts';
import { multilateral } from './multilateral.ts';
import { person } from './person.ts';
import { plans } from './plans.ts';
import { projects } from './projects.ts';
import { promises } from './promises.ts';
import { publication } from './publication.ts';
import type { Answer, Options, Question } from './question.ts';
import { review } from './review.ts';
import { series } from './series.ts';
import { tasks } from './tasks.ts';
import { training } from './training.ts';
import { matrix, uncovered } from './uncovered.ts';
import { volumes } from './volumes.ts';

/** Questions that are more than the list of one kind, in the order in which they are offered. */
const written: readonly Question[] = [
  chronology,
  calendar,
  ledger,
  promises,
  instruments,
  uncovered,
  matrix,
  plans,
  due,
  overdue,
  divergences,
  mechanisms,
  mechanism,
  series,
  sleeping,
  activities,
  directory,
  holder,
  person,
  assistance,
  training,
  border,
  projects,
  multilateral,
  correspondence,
  information,
  tasks,
  goals,
  publication,
  review,
  volumes,
  later,
  brief,
];

const asked = new WeakMap<Kinds, readonly Question[]>();

/** Every question that is asked of a register of these kinds: those above, then the lists that declarations give. */
export function questionsOf(kinds: Kinds): readonly Question[] {
  const known = asked.get(kinds);
  if (known !== undefined) return known;
  const lists = [...kinds.values()].flatMap((kind) =>
    kind.of === 'statement' && kind.listed === true ? [declaredList(kind)] : [],
  );
  const taken = lists.find(({ question }) => written.some((one) => one.question === question));
  if (taken !== undefined) throw new Error(`there is a question ${taken.question} already`);
  const all = [...written, ...lists];
  asked.set(kinds, all);
  return all;
}

/** Every question of the kinds there are. */
export const questions: readonly Question[] = questionsOf(allKinds);

/**
 * Asks a question. Answers are kept while the register stands, for the last few ways in which it was asked: a list that
 * is read again and again is computed once.
 */
export function askQuestion(asking: Asking, question: Question, options: Options = {}): Answer {
  const kept = askedEver(asking, `kept ${question.question}`, () => new Map<string, Answer>());
  const key = JSON.stringify([
    asking.day,
    ...Object.entries(options).sort(([one], [other]) => (one < other ? -1 : 1)),
  ]);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const answer = question.ask(asking, options);
  const [oldest] = kept.keys();
  if (kept.size >= keptAnswersMax && oldest !== undefined) kept.delete(oldest);
  kept.set(key, answer);
  return answer;
}

/** Ways of asking one question whose answers are kept. */
const keptAnswersMax = 32;

/** A question by its name. */
export const questionNamed = (name: string, kinds: Kinds = allKinds): Question | undefined =>
  questionsOf(kinds).find(({ question }) => question === name);
