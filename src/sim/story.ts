/** A promise of the protocol that did not hold in a world. */
export class Violation extends Error {
  /** The rule, as docs/protocol.md numbers it. */
  readonly rule: string;

  constructor(rule: string, what: string) {
    super(`${rule}: ${what}`);
    this.rule = rule;
  }
}

/** @throws Violation unless it holds */
export function promise(rule: string, holds: boolean, what: () => string): asserts holds {
  if (!holds) throw new Violation(rule, what());
}

/** What happened in a world, line by line, in the words of the design. */
export class Story {
  readonly lines: string[] = [];
  readonly figures = new Map<string, number>();
  step = 0;

  tell(who: string, what: string): void {
    this.lines.push(`${String(this.step).padStart(4)}  ${who.padEnd(4)} ${what}`);
  }

  count(figure: string, by = 1): void {
    this.figures.set(figure, (this.figures.get(figure) ?? 0) + by);
  }
}

/** Enough of a hash to tell two apart in a story. */
export const short = (hash: string): string => hash.slice(0, 8);
