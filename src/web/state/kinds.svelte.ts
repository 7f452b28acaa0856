import type { Kind } from '../../core/kinds/declare.ts';
import { call } from '../client.ts';

/** The declarations that forms and tables are made from: asked for once. */
class Kinds {
  all = $state.raw<ReadonlyMap<string, Kind>>(new Map());
}
const kinds = new Kinds();
let asked: Promise<void> | undefined;

export function useKinds(): { readonly all: ReadonlyMap<string, Kind> } {
  asked ??= call('GET /api/kinds', {}).then(
    (list) => {
      kinds.all = new Map(list.map((kind) => [kind.kind, kind]));
    },
    () => {
      asked = undefined;
    },
  );
  return kinds;
}
