/** How long something may take before one notices that one waits, in ms: nothing is shown earlier. */
export const noticeable = 300;

/** Whether something has been under way for so long that one notices. Call while a component starts. */
export function noticed(underWay: () => boolean): { readonly it: boolean } {
  let it = $state(false);
  $effect(() => {
    if (!underWay()) return undefined;
    const timer = setTimeout(() => {
      it = true;
    }, noticeable);
    return () => {
      clearTimeout(timer);
      it = false;
    };
  });
  return {
    get it() {
      return it;
    },
  };
}
