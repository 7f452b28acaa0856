import { untrack } from 'svelte';
import type { CallName } from '../../api/calls.ts';
import { type Answer, asProblem, call, type Input, type Problem } from '../client.ts';
import { type EventName, onEvent } from './events.svelte.ts';

/** What the node answers to one address, kept fresh while a screen looks at it. */
export interface Live<T> {
  readonly data: T | undefined;
  readonly problem: Problem | undefined;
  reload(): Promise<void>;
  /** Puts what a change returned in place at once. */
  set(data: T): void;
}

/** Call while a component starts. `input` may give undefined for "nothing to ask yet". */
export function live<Name extends CallName>(
  name: Name,
  input: () => Input<Name> | undefined,
  on: readonly EventName[] = ['register', 'workspace'],
): Live<Answer<Name>> {
  type T = Answer<Name>;
  let data = $state.raw<T>();
  let problem = $state.raw<Problem>();
  let asked = '';
  let running: AbortController | undefined;
  let again = false;

  async function load(): Promise<void> {
    const given = input();
    if (given === undefined) return;
    const wanted = JSON.stringify(given);
    if (running) {
      // One more after this one: a change may have come while it was answered.
      if (asked === wanted) {
        again = true;
        return;
      }
      running.abort();
    }
    if (asked !== wanted) data = undefined;
    asked = wanted;
    const mine = new AbortController();
    running = mine;
    try {
      const answer = await call(name, given, mine.signal);
      if (running !== mine) return;
      data = answer;
      problem = undefined;
    } catch (error) {
      if (running === mine) problem = asProblem(error);
    } finally {
      if (running === mine) {
        running = undefined;
        if (again) {
          again = false;
          void load();
        }
      }
    }
  }

  // Asked again when what is asked changes, not whenever the address does.
  const wanted = $derived(JSON.stringify(input()));
  $effect(() => {
    void wanted;
    untrack(() => void load());
  });
  $effect(() => {
    const stop = onEvent((name) => {
      if (on.includes(name)) void load();
    });
    return () => {
      stop();
      running?.abort();
      running = undefined;
    };
  });

  return {
    get data() {
      return data;
    },
    get problem() {
      return problem;
    },
    reload: load,
    set(next: T) {
      data = next;
    },
  };
}
