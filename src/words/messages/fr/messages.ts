import { cli } from './cli.ts';
import { screen } from './screen.ts';

/** French. */
export const messages = {
  ...screen,
  ...cli,
};
