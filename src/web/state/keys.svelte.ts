import { untrack } from 'svelte';
import type { MessageKey } from '../../words/format.ts';

/* Which keys do what, told by whoever listens to them, and the one key that shows it all. */

/** The keys of one part of a screen, a message for each. */
export interface KeyGroup {
  readonly title: MessageKey;
  readonly keys: readonly MessageKey[];
}

/** Where the choice lies that `?` shall do nothing: who dictates to a computer types it without meaning it. */
const place = 'counterpart-keys';

class Keys {
  groups = $state.raw<readonly KeyGroup[]>([]);
  shown = $state(false);
  isOn = $state(localStorage.getItem(place) !== 'off');
}
const keys = new Keys();

export const keyHelp = {
  /** Of the screen that is shown. */
  get groups(): readonly KeyGroup[] {
    return keys.groups;
  },
  get shown(): boolean {
    return keys.shown;
  },
  set shown(value: boolean) {
    keys.shown = value;
  },
  /** Whether `?` shows it (WCAG 2.1.4). */
  get isOn(): boolean {
    return keys.isOn;
  },
  set isOn(value: boolean) {
    keys.isOn = value;
    if (value) localStorage.removeItem(place);
    else localStorage.setItem(place, 'off');
  },
};

/** Tells of the keys that a part of a screen listens to, as long as it is there. Call while a component starts. */
export function offerKeys(title: MessageKey, of: readonly MessageKey[]): void {
  $effect(() => {
    const group: KeyGroup = { title, keys: of };
    untrack(() => {
      keys.groups = [...keys.groups, group];
    });
    return () => {
      keys.groups = keys.groups.filter((one) => one !== group);
    };
  });
}

/** Shows the keys on `?`, unless one types, or a dialog is open. */
export function listenForHelp(): () => void {
  const key = (event: KeyboardEvent): void => {
    if (event.key !== '?' || !keys.isOn || event.defaultPrevented || event.isComposing) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target) || document.querySelector('dialog:modal')) return;
    event.preventDefault();
    keys.shown = true;
  };
  window.addEventListener('keydown', key);
  return () => window.removeEventListener('keydown', key);
}

const boxes: ReadonlySet<string> = new Set(['checkbox', 'radio', 'button', 'submit', 'range', 'file']);

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !boxes.has(target.type);
  if (target instanceof HTMLElement && target.isContentEditable) return true;
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
