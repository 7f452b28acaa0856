import type { Node } from './node.ts';
import type { Programme } from './programme.ts';
import { readAll } from './search.ts';

/**
 * Reads what can be found from the moment the node serves, in turns that nobody else needs, so that who searches first need
 * not wait for it. What is said later is read by the next search. Returns what ends it.
 */
export function searchAhead(node: Node): () => void {
  let goesOn = true;
  const read = async (programme: Programme): Promise<void> => {
    const register = await programme.register();
    await readAll({ register, day: programme.today(), sight: 'restricted' }, () => goesOn);
  };
  const begin = (programme: Programme): void =>
    void read(programme).catch(() => {
      // The register cannot be read now: who asks for it is told why.
    });
  for (const programme of node.programmes().values()) begin(programme);
  const unfollow = node.onProgramme(begin);
  return () => {
    goesOn = false;
    unfollow();
  };
}
