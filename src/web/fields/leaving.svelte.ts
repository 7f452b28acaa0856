/** Whether a pointer is held down. A key leaves no place for what moves. */
let isHeld = false;
addEventListener('pointerdown', () => (isHeld = true), true);
for (const end of ['pointerup', 'pointercancel']) addEventListener(end, () => (isHeld = false), true);

/**
 * Whether one has left a field, so that what is wrong with it is marked; the words for it come when nothing is held down any
 * more. Where they came at once, the button that one presses would move away under the hand, and not be pressed.
 */
export function leaving() {
  let left = $state(false);
  let said = $state(false);
  return {
    get left() {
      return left;
    },
    /** The words may stand. */
    get said() {
      return said;
    },
    leave(): void {
      left = true;
      if (isHeld) addEventListener('pointerup', () => setTimeout(() => (said = true)), { once: true });
      else said = true;
    },
    /** Enter sends a form from within its field. */
    enter(event: KeyboardEvent): void {
      if (event.key === 'Enter') this.leave();
    },
  };
}
