import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/print.css';
import { mount } from 'svelte';
import App from './app.svelte';
import { currentRoute } from './shell/current.svelte.ts';
import { startSession } from './state/session.svelte.ts';
import { startTheme } from './state/theme.ts';
import { startLanguage } from './state/words.svelte.ts';

startTheme();
// What everybody waits for is asked at once; what is not needed after all is thrown away.
void currentRoute.it?.route.load().catch(() => {});
const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');
const started = startSession();
await startLanguage();
mount(App, { target });
void started;
