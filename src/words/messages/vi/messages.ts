import { cli } from './cli.ts';
import { screen } from './screen.ts';

/** Vietnamese. */
export const messages = {
  ...screen,
  ...cli,
};
