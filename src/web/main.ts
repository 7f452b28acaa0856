import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/print.css';
import { mount } from 'svelte';
import App from './app.svelte';
import { startSession } from './state/session.svelte.ts';
import { startTheme } from './state/theme.ts';
import { startLanguage } from './state/words.svelte.ts';

startTheme();
const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');
await startLanguage();
mount(App, { target });
void startSession();
