import { cli } from './cli.ts';
import { screen } from './screen.ts';

/** English: defines the keys and arguments that the other languages must have. */
export const messages = {
  ...screen,
  ...cli,
};
