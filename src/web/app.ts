import { mount } from 'svelte';
import { allAhead } from './ahead.ts';
import App from './app.svelte';
import { loadScreen, routeAt } from './routes.ts';
import { startSession } from './state/session.svelte.ts';
import { startLanguage } from './state/words.svelte.ts';

/** How long the frame of the app waits for its first screen, in ms: after that it is shown without it. */
const patience = 400;

/** Shows the app in the page. */
export async function startApp(): Promise<void> {
  const target = document.getElementById('app');
  if (!target) throw new Error('index.html has no #app');
  const here = routeAt(location.pathname);
  const whole = Promise.all([allAhead(), here && loadScreen(here.route).catch(() => {})]);
  const started = startSession();
  await startLanguage();
  // What is shown at once is laid out and painted once.
  await Promise.race([
    Promise.all([whole, started]),
    new Promise((resolve) => setTimeout(resolve, patience)),
  ]);
  mount(App, { target });
  await started;
}
