/** Where the app stands: the address, and nothing but the address. Hash-free, over the History API. */

export interface Query {
  readonly [name: string]: string | undefined;
}

class Place {
  path = $state(location.pathname);
  search = $state(location.search);
  /** Grows with each step, so that a screen can tell a fresh visit from a change of its filters. */
  visit = $state(0);
  /** Read once for each address: a table asks for every row. */
  readonly query = $derived(new URLSearchParams(this.search));
}

const place = new Place();

export const router = {
  get path(): string {
    return place.path;
  },
  get search(): string {
    return place.search;
  },
  get visit(): number {
    return place.visit;
  },
  /** One parameter of the address, empty if absent. */
  query(name: string): string {
    return place.query.get(name) ?? '';
  },
};

function read(): void {
  if (place.path !== location.pathname) place.visit += 1;
  place.path = location.pathname;
  place.search = location.search;
}

/** Goes to an address of the app. `replace` for what is no step of its own, like a letter more in a filter. */
export function go(href: string, how: { readonly replace?: boolean } = {}): void {
  const samePage = new URL(href, location.href).pathname === location.pathname;
  if (how.replace) history.replaceState(history.state, '', href);
  else history.pushState({}, '', href);
  read();
  if (!samePage) window.scrollTo(0, 0);
}

/** The same page with other parameters; an empty or undefined one is dropped. */
export function withQuery(changes: Query, search: string = place.search): string {
  const query = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  const text = query.toString();
  return text ? `?${text}` : location.pathname;
}

export function setQuery(changes: Query, how: { readonly replace?: boolean } = {}): void {
  go(withQuery(changes), how);
}

/** Turns clicks on plain links of this node into steps of the app. Returns what undoes it. */
export function followLinks(): () => void {
  const click = (event: MouseEvent): void => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
    if (link.pathname.startsWith('/api/') || link.dataset['reload'] !== undefined) return;
    if (link.hash && link.pathname === location.pathname) return;
    event.preventDefault();
    go(link.href);
  };
  document.addEventListener('click', click);
  window.addEventListener('popstate', read);
  return () => {
    document.removeEventListener('click', click);
    window.removeEventListener('popstate', read);
  };
}
