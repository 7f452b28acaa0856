import { mount } from 'svelte';
import App from './app.svelte';
import { startSession } from './state/session.svelte.ts';
import { startLanguage } from './state/words.svelte.ts';

/** Shows the app in the page. */
export async function startApp(): Promise<void> {
  const target = document.getElementById('app');
  if (!target) throw new Error('index.html has no #app');
  const started = startSession();
  await startLanguage();
  mount(App, { target });
  await started;
}
