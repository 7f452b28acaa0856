import { cli } from './cli.ts';
import { screen } from './screen.ts';

/** Lao: to be read by a native reader, see review.ts. */
export const messages = {
  ...screen,
  ...cli,
};
