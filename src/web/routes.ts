import type { Component } from 'svelte';
import { addressOf } from './client.ts';
import { tableQuery, whichIn } from './screens/plan/which.ts';
import { matchPath, type Params } from './state/match.ts';

export interface Screen {
  /** A component that takes `Params`, or nothing: `screenOf` gives it its type. */
  readonly default: unknown;
}
export const screenOf = (screen: Screen): Component<{ params: Params }> =>
  screen.default as Component<{ params: Params }>;
export interface Route {
  readonly pattern: string;
  /** Which entry of the navigation it belongs to. */
  readonly part: 'desk' | 'programme' | 'plan' | 'record' | 'exchange' | 'settings' | 'field';
  readonly load: () => Promise<Screen>;
  /** Addresses of the node whose answers the screen needs before it shows anything, as it will ask for them. */
  readonly asks?: (params: Params, query: URLSearchParams) => readonly string[];
}
export interface Current {
  readonly route: Route;
  readonly params: Params;
}

const loaded = new Map<Route, Screen>();

/** Loads the screen of a route; the browser takes a turn or more for it even when its script is there already. */
export async function loadScreen(route: Route): Promise<Screen> {
  const screen = await route.load();
  loaded.set(route, screen);
  return screen;
}

/** The screen of a route that has been loaded, at once. */
export const loadedScreen = (route: Route): Screen | undefined => loaded.get(route);

/** The screen that a path names. */
export function routeAt(path: string): Current | undefined {
  for (const route of routes) {
    const params = matchPath(route.pattern, path);
    if (params) return { route, params };
  }
  return undefined;
}

/** Every address of the app. Each screen is fetched when it is first visited. */
export const routes: readonly Route[] = [
  { pattern: '/', part: 'desk', load: () => import('./screens/desk/desk-screen.svelte') },
  {
    pattern: '/programmes',
    part: 'programme',
    load: () => import('./screens/founding/programmes-screen.svelte'),
  },
  {
    pattern: '/programmes/new',
    part: 'programme',
    load: () => import('./screens/founding/prepare-screen.svelte'),
  },
  {
    pattern: '/programmes/join',
    part: 'programme',
    load: () => import('./screens/founding/join-screen.svelte'),
  },
  {
    pattern: '/p/:programme',
    part: 'programme',
    load: () => import('./screens/programme/programme-screen.svelte'),
  },
  {
    pattern: '/p/:programme/founding',
    part: 'programme',
    load: () => import('./screens/founding/founding-screen.svelte'),
  },
  {
    pattern: '/p/:programme/t/:kind/:suffix',
    part: 'plan',
    load: () => import('./screens/plan/plan-screen.svelte'),
    asks: (params, query) => {
      const which = whichIn(params, (name) => query.get(name) ?? '');
      const table = {
        params: { programme: params['programme'] ?? '', text: which.text },
        query: tableQuery(which),
      };
      return ['/api/kinds', addressOf('GET /api/programmes/{programme}/texts/{text}/table', table)];
    },
  },
  {
    pattern: '/p/:programme/t/:kind/:suffix/submission',
    part: 'plan',
    load: () => import('./screens/submission/submission-screen.svelte'),
  },
  {
    pattern: '/p/:programme/t/:kind/:suffix/redline',
    part: 'plan',
    load: () => import('./screens/redline/redline-screen.svelte'),
  },
  {
    pattern: '/p/:programme/t/:kind/:suffix/table',
    part: 'plan',
    load: () => import('./screens/sitting/sitting-screen.svelte'),
  },
  {
    pattern: '/p/:programme/a/:act',
    part: 'plan',
    load: () => import('./screens/signing/signing-screen.svelte'),
  },
  {
    pattern: '/p/:programme/s/:kind/:suffix',
    part: 'record',
    load: () => import('./screens/subject/subject-screen.svelte'),
  },
  {
    pattern: '/p/:programme/record',
    part: 'record',
    load: () => import('./screens/record/record-home.svelte'),
  },
  {
    pattern: '/p/:programme/record/chronology',
    part: 'record',
    load: () => import('./screens/record/chronology/chronology-screen.svelte'),
  },
  {
    pattern: '/p/:programme/record/calendar',
    part: 'record',
    load: () => import('./screens/record/calendar/calendar-screen.svelte'),
  },
  {
    pattern: '/p/:programme/record/ledger',
    part: 'record',
    load: () => import('./screens/record/ledger/ledger-screen.svelte'),
  },
  {
    pattern: '/p/:programme/record/mechanisms',
    part: 'record',
    load: () => import('./screens/record/mechanisms/mechanisms-screen.svelte'),
  },
  {
    pattern: '/p/:programme/record/instruments',
    part: 'record',
    load: () => import('./screens/record/instruments/instruments-screen.svelte'),
  },
  {
    pattern: '/p/:programme/record/matrix',
    part: 'record',
    load: () => import('./screens/record/instruments/matrix-screen.svelte'),
  },
  {
    pattern: '/p/:programme/record/border',
    part: 'record',
    load: () => import('./screens/record/border/border-screen.svelte'),
  },
  {
    pattern: '/p/:programme/record/assistance',
    part: 'record',
    load: () => import('./screens/record/assistance/assistance-screen.svelte'),
  },
  {
    pattern: '/p/:programme/record/projects',
    part: 'record',
    load: () => import('./screens/record/projects/projects-screen.svelte'),
  },
  {
    pattern: '/p/:programme/record/directory',
    part: 'record',
    load: () => import('./screens/record/directory/directory-screen.svelte'),
  },
  {
    pattern: '/p/:programme/record/brief',
    part: 'record',
    load: () => import('./screens/record/brief/brief-screen.svelte'),
  },
  {
    pattern: '/p/:programme/record/tasks',
    part: 'record',
    load: () => import('./screens/record/tasks/tasks-screen.svelte'),
  },
  {
    pattern: '/p/:programme/record/goals',
    part: 'record',
    load: () => import('./screens/record/goals/goals-screen.svelte'),
  },
  {
    pattern: '/p/:programme/record/publication',
    part: 'record',
    load: () => import('./screens/record/publication/publication-screen.svelte'),
  },
  {
    pattern: '/p/:programme/record/publication/:kind/:suffix',
    part: 'record',
    load: () => import('./screens/record/publication/clear-screen.svelte'),
  },
  {
    pattern: '/p/:programme/record/intake',
    part: 'record',
    load: () => import('./screens/record/intake/intakes-screen.svelte'),
  },
  {
    pattern: '/p/:programme/record/intake/:intake',
    part: 'record',
    load: () => import('./screens/record/intake/intake-screen.svelte'),
  },
  {
    pattern: '/p/:programme/record/search',
    part: 'record',
    load: () => import('./screens/record/search-screen.svelte'),
  },
  {
    pattern: '/p/:programme/record/list/:list',
    part: 'record',
    load: () => import('./screens/record/listed-screen.svelte'),
  },
  {
    pattern: '/p/:programme/record/ask/:question',
    part: 'record',
    load: () => import('./screens/record/question-screen.svelte'),
  },
  {
    pattern: '/p/:programme/exchange',
    part: 'exchange',
    load: () => import('./screens/exchange/exchange-screen.svelte'),
  },
  { pattern: '/exchange', part: 'exchange', load: () => import('./screens/exchange/exchange-home.svelte') },
  { pattern: '/news', part: 'desk', load: () => import('./screens/desk/news-screen.svelte') },
  { pattern: '/field', part: 'field', load: () => import('./screens/field/field-home.svelte') },
  {
    pattern: '/p/:programme/field',
    part: 'field',
    load: () => import('./screens/field/matters-screen.svelte'),
  },
  {
    pattern: '/p/:programme/field/on/:kind/:suffix',
    part: 'field',
    load: () => import('./screens/field/report-screen.svelte'),
  },
  {
    pattern: '/p/:programme/field/outbox',
    part: 'field',
    load: () => import('./screens/field/outbox-screen.svelte'),
  },
  {
    pattern: '/p/:programme/field/take',
    part: 'exchange',
    load: () => import('./screens/field/take-screen.svelte'),
  },
  { pattern: '/settings', part: 'settings', load: () => import('./screens/settings/settings-screen.svelte') },
  {
    pattern: '/settings/wordings',
    part: 'settings',
    load: () => import('./screens/wordings/wordings-screen.svelte'),
  },
  {
    pattern: '/p/:programme/keys',
    part: 'settings',
    load: () => import('./screens/settings/keys-screen.svelte'),
  },
];
