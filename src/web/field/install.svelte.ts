/** The app on a device: its service worker, which keeps the app's own files, and what to do when there is a newer one. */
class Install {
  /** A newer app lies ready; it takes over when asked. */
  ready = $state(false);
  /** Another tab took the newer app. */
  elsewhere = $state(false);
}
export const install = new Install();

const script = '/service-worker.js';
let started = false;
let taking = false;
let registration: ServiceWorkerRegistration | undefined;

interface Policy {
  createScriptURL(url: string): string;
}
interface Factory {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): Policy;
}

/** The one address that this page may run as a worker (`trusted-types` in the node's policy). */
function workerAddress(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: Factory };
  const allow = (url: string): string => {
    if (url !== script) throw new TypeError(`${url} is no worker of this app`);
    return url;
  };
  return (
    trustedTypes?.createPolicy('counterpart-worker', { createScriptURL: allow }).createScriptURL(script) ??
    script
  );
}

/** Begins to keep the app here. For accounts that report: whoever only sits at a desk needs no copy. */
export async function installApp(): Promise<void> {
  if (started || !import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  started = true;
  const { serviceWorker } = navigator;
  const hadWorker = serviceWorker.controller !== null;
  serviceWorker.addEventListener('controllerchange', () => {
    if (taking) location.reload();
    else if (hadWorker) install.elsewhere = true;
  });
  try {
    registration = await serviceWorker.register(workerAddress());
  } catch {
    // Not kept on this device: everything works while the node can be reached.
    started = false;
    return;
  }
  const follow = (worker: ServiceWorker | null): void => {
    const look = (): void => {
      if (worker?.state === 'installed' && serviceWorker.controller) install.ready = true;
    };
    worker?.addEventListener('statechange', look);
    look();
  };
  follow(registration.waiting);
  follow(registration.installing);
  registration.addEventListener('updatefound', () => follow(registration?.installing ?? null));
}

/** Takes the newer app: this page loads again. Forms that were begun come back. */
export function takeUpdate(): void {
  if (install.elsewhere || !registration?.waiting) {
    location.reload();
    return;
  }
  taking = true;
  registration.waiting.postMessage('take over');
}
