import { useEffect } from 'react';
import { drop, keep, takeOut } from './device.ts';

/** Comes back to where the patient was on a page. Kept on an own device; forgotten when the page is finished. */
export function useScrollPlace(stepId: string, ready: boolean): void {
  useEffect(() => {
    if (!ready) return;
    const place = takeOut<number>(`scroll/${stepId}`);
    // After the router's own scrolling to the top, and the first layout.
    const frame = requestAnimationFrame(() => {
      if (place !== undefined && place > 0) window.scrollTo({ top: place, behavior: 'instant' });
    });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const scrolled = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => keep(`scroll/${stepId}`, Math.round(window.scrollY)), 250);
    };
    window.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      window.removeEventListener('scroll', scrolled);
    };
  }, [stepId, ready]);
}

export function forgetScrollPlace(stepId: string): void {
  drop(`scroll/${stepId}`);
}
