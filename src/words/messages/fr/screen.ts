import { app } from './app.ts';
import { ask } from './ask.ts';
import { common } from './common.ts';
import { desk } from './desk.ts';
import { exchange } from './exchange.ts';
import { field } from './field.ts';
import { founding } from './founding.ts';
import { glance } from './glance.ts';
import { grid } from './grid.ts';
import { help } from './help.ts';
import { plan } from './plan.ts';
import { problems } from './problems.ts';
import { record } from './record.ts';
import { redline } from './redline.ts';
import { reports } from './reports.ts';
import { roles } from './roles.ts';
import { settings } from './settings.ts';
import { signin } from './signin.ts';
import { signing } from './signing.ts';
import { sitting } from './sitting.ts';
import { states } from './states.ts';
import { work } from './work.ts';

/** All that screens say: what the app loads. */
export const screen = {
  ...common,
  ...signin,
  ...roles,
  ...desk,
  ...plan,
  ...grid,
  ...redline,
  ...signing,
  ...reports,
  ...exchange,
  ...field,
  ...founding,
  ...settings,
  ...sitting,
  ...states,
  ...help,
  ...ask,
  ...app,
  ...problems,
  ...record,
  ...glance,
  ...work,
};
