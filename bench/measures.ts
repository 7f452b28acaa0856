import type { Figures } from './figures.ts';

type Measure = (given: never) => Promise<Figures>;

/**
 * All measures, by the name that `measure.ts` is called with. Each is loaded only when it is taken: what another needs,
 * such as a whole node for the lists, would count in its memory.
 */
export const measures: Readonly<Record<string, () => Promise<Measure>>> = {
  append: async () => (await import('./append.ts')).measureAppend,
  bare: async () => (await import('./read.ts')).measureBare,
  exchange: async () => (await import('./exchange.ts')).measureExchange,
  fold: async () => (await import('./read.ts')).measureFold,
  fsync: async () => (await import('./append.ts')).measureFsync,
  git: async () => (await import('./git.ts')).measureGit,
  import: async () => (await import('./import.ts')).measureImport,
  lists: async () => (await import('./lists.ts')).measureLists,
  open: async () => (await import('./read.ts')).measureOpen,
  paper: async () => (await import('./paper.ts')).measurePaper,
  place: async () => (await import('./place.ts')).makePlace,
  pouch: async () => (await import('./exchange.ts')).measurePouch,
  search: async () => (await import('./search.ts')).measureSearch,
  start: async () => (await import('./start.ts')).measureStart,
  verify: async () => (await import('./read.ts')).measureVerify,
};
