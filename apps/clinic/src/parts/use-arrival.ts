import { type RefObject, useEffect } from 'react';

/** On coming to a page, its part with keys takes focus, so that they work at once. What has been chosen already keeps it. */
export function useArrival(region: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { activeElement } = document;
    const chosen = activeElement?.closest('[data-keys], dialog') !== null && activeElement !== null;
    if (!chosen) region.current?.focus({ preventScroll: true });
  }, [region]);
}
