import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/print.css';
import { loadScreenTranslator } from '../words/load.ts';
import { askAhead } from './ahead.ts';
import { readAhead } from './field/kept-ahead.ts';
import { routeAt } from './routes.ts';
import { chosenLanguage } from './state/chosen-language.ts';
import { fetchFonts } from './state/fonts.ts';
import { startTheme } from './state/theme.ts';

/*
 * The first script is small: it asks at once for all that the first screen waits for, its answers, words and script, each of
 * which would else be asked for when the one before it has come and been read. What is not needed after all is thrown away.
 */
const here = routeAt(location.pathname);
const asks = here?.route.asks?.(here.params, new URLSearchParams(location.search)) ?? [];
const asked = ['/api/node', '/api/session', '/api/programmes', ...asks];
if (navigator.onLine) for (const address of asked) askAhead(address);
else readAhead(asked);
void here?.route.load().catch(() => {});
void import('./app.ts').then(({ startApp }) => startApp());
fetchFonts(document.getElementById('ahead')?.textContent ?? '');
// The first look into what a browser keeps is waited for.
startTheme();
void loadScreenTranslator(chosenLanguage()).catch(() => {});
