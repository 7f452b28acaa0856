import { answer } from '../../src/cli/command-line.fixture.ts';

/** Numbers from 0 up to 1, the same for a seed on every machine (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Hash of the content of a text that is laid out for signature at one party's node. */
export async function contentOf(cwd: string, party: string, text: string): Promise<string> {
  const shown = await answer<{ texts: readonly { content: string }[] }>(['sign', text, '--dir', party], {
    cwd,
  });
  return shown.texts[0]?.content ?? '';
}
