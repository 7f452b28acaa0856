import { untrack } from 'svelte';
import type { JsonObject } from '../../../core/bytes/json.ts';
import type { Fields, Label } from '../../../core/kinds/declare.ts';
import type { Facet } from '../../../core/register/ask/narrow.ts';
import { asProblem, call, type Problem } from '../../client.ts';
import { onEvent } from '../../state/events.svelte.ts';
import { live } from '../../state/live.svelte.ts';
import { beforePrint, printedMax } from '../../state/printing.ts';
import { programmeContext } from '../../state/programme.svelte.ts';
import { router } from '../../state/router.svelte.ts';
import { screenLanguage } from '../../state/words.svelte.ts';
import type { AskOptions, Row } from './ask.svelte.ts';
import { learnNames } from './names.svelte.ts';

export interface ListingGiven {
  readonly question: string | undefined;
  readonly options?: AskOptions;
  /** Names in the address that choose no column. */
  readonly apart?: readonly string[];
  readonly newest?: boolean;
  /** A column of codes by which each year is split. */
  readonly split?: string;
  /** What is drawn of it needs all of it at once. */
  readonly whole?: boolean;
  /** Nothing of it is narrowed, so nothing is counted. */
  readonly uncounted?: boolean;
}

interface Head {
  readonly label: Label;
  readonly options: Fields;
  readonly columns: Fields;
  readonly about: JsonObject;
  /** Lines that are left, and lines there are. */
  readonly total: number;
  readonly all: number;
  readonly version: number;
}

/** A list as far as it is here. */
export interface Listing<Of> {
  readonly question: string | undefined;
  /** What it is asked with, for a file of the same. */
  readonly given: AskOptions;
  readonly head: Head | undefined;
  readonly rows: readonly Of[];
  /** How many are not here yet. */
  readonly left: number;
  /** By what it can be narrowed, counted over all of it. */
  readonly facets: readonly Facet[];
  /** What is left of it by year, the earliest first. */
  readonly years: readonly {
    readonly year: string;
    readonly count: number;
    readonly parts: Readonly<Record<string, number>>;
  }[];
  /** For what waits for the first lines. */
  readonly problem: Problem | undefined;
  readonly more: () => void;
  readonly reload: () => Promise<void>;
}

/** Lines that are asked for at once. */
const slice = 200;
/** The most that the node gives at once. */
const sliceMax = 10_000;

const question = 'GET /api/programmes/{programme}/ask/{question}';

/** What the address narrows a list by: its words, and a value for each other name. */
function narrowingHere(apart: readonly string[] = []): { words?: string; where?: string } {
  const words = router.query('q');
  const chosen = [...new URLSearchParams(router.search)].filter(
    ([name, value]) => name !== 'q' && value !== '' && !apart.includes(name),
  );
  // A line that one comes for.
  const column = (name: string): string => (name === 'row' ? 'subject' : name);
  return {
    ...(words === '' ? {} : { words }),
    ...(chosen.length === 0
      ? {}
      : { where: chosen.map(([name, value]) => `${column(name)}:${value.replaceAll(';', ' ')}`).join(';') }),
  };
}

/**
 * A list of any length: the node narrows it by what the address says, and gives it slice by slice as one scrolls. After a
 * change of the register what was read before stays until all of it has come anew. Call while a component starts.
 */
export function createListing<Of = Row>(given: () => ListingGiven): Listing<Of> {
  const programme = programmeContext();
  let head = $state.raw<Head>();
  let rows = $state.raw<readonly Of[]>([]);
  let problem = $state.raw<Problem>();
  let running: AbortController | undefined;
  let adding: Promise<void> | undefined;

  const least = $derived(given().whole === true ? sliceMax : slice);
  const narrowing = $derived.by((): AskOptions => {
    const { apart, options = {} } = given();
    return { ...options, ...narrowingHere(apart) };
  });
  const asked = $derived.by(() => {
    const { newest, question: name } = given();
    return {
      name,
      query: {
        ...narrowing,
        ...(newest === true ? { order: 'newest' as const } : {}),
        lang: screenLanguage(),
      },
    };
  });
  const counted = live('GET /api/programmes/{programme}/ask/{question}/facets', () => {
    const { split, uncounted } = given();
    const { name } = asked;
    if (name === undefined || uncounted === true) return undefined;
    return {
      params: { programme: programme().id, question: name },
      query: { ...narrowing, lang: screenLanguage(), ...(split === undefined ? {} : { split }) },
    };
  }, ['register']);

  const read = (name: string, query: object, from: number, limit: number, signal: AbortSignal) =>
    call(
      question,
      {
        params: { programme: programme().id, question: name },
        query: { ...query, from: String(from), limit: String(limit) },
      },
      signal,
    );

  /** Reads so many lines from the first on. */
  async function begin(many: number): Promise<void> {
    const { name, query } = asked;
    if (name === undefined) return;
    running?.abort();
    const mine = new AbortController();
    running = mine;
    try {
      const answer = await read(name, query, 0, Math.min(sliceMax, Math.max(least, many)), mine.signal);
      if (running !== mine) return;
      learnNames(answer.rows);
      head = answer as Head;
      rows = answer.rows as readonly unknown[] as readonly Of[];
      problem = undefined;
    } catch (error) {
      if (running === mine) problem = asProblem(error);
    }
  }

  /** Reads on, unless that is under way. */
  const more = (many: number): Promise<void> =>
    running === undefined || head === undefined || rows.length >= head.total
      ? Promise.resolve()
      : (adding ??= readOn(running, head.version, many));

  async function readOn(mine: AbortController, version: number, many: number): Promise<void> {
    try {
      const { name = '', query } = asked;
      const answer = await read(name, query, rows.length, many, mine.signal);
      // At once: whoever sees what came may ask for more.
      adding = undefined;
      if (running !== mine) return;
      learnNames(answer.rows);
      // The list is another one meanwhile: its places are, too.
      if (answer.version !== version) await begin(rows.length + many);
      else rows = [...rows, ...(answer.rows as readonly unknown[] as readonly Of[])];
    } catch (error) {
      adding = undefined;
      if (running === mine) problem = asProblem(error);
    }
  }

  /** Reads all that a page prints, as long as more comes. */
  async function all(before = -1): Promise<void> {
    const here = rows.length;
    if (head === undefined || head.total > printedMax || here >= head.total || here === before) return;
    await more(sliceMax);
    await all(here);
  }
  $effect(() => beforePrint(() => all()));

  const wanted = $derived(JSON.stringify(asked));
  $effect(() => {
    void wanted;
    untrack(() => void begin(least));
  });
  $effect(() => {
    const stop = onEvent((name) => {
      if (name === 'register') void begin(rows.length);
    });
    return () => {
      stop();
      running?.abort();
      running = undefined;
    };
  });

  return {
    get question() {
      return asked.name;
    },
    get given() {
      return narrowing;
    },
    get head() {
      return head;
    },
    get rows() {
      return rows;
    },
    get left() {
      return head === undefined ? 0 : Math.max(0, head.total - rows.length);
    },
    get facets() {
      const columns = head?.columns ?? {};
      return (counted.data?.facets ?? []).flatMap(({ column, values }) => {
        const field = columns[column];
        return field === undefined ? [] : [{ column, field, values }];
      });
    },
    get years() {
      return counted.data?.years ?? [];
    },
    get problem() {
      return problem;
    },
    more: () => void more(slice),
    reload: () => begin(rows.length),
  };
}
