import { measureAppend, measureFsync } from './append.ts';
import { measureExchange, measurePouch } from './exchange.ts';
import type { Figures } from './figures.ts';
import { measureGit } from './git.ts';
import { measureLists } from './lists.ts';
import { makePlace } from './place.ts';
import { measureBare, measureFold, measureOpen, measureVerify } from './read.ts';

/** All measures, by the name that `measure.ts` is called with. */
export const measures: Readonly<Record<string, (given: never) => Promise<Figures>>> = {
  append: measureAppend,
  bare: measureBare,
  exchange: measureExchange,
  fold: measureFold,
  fsync: measureFsync,
  git: measureGit,
  lists: measureLists,
  open: measureOpen,
  place: makePlace,
  pouch: measurePouch,
  verify: measureVerify,
};
