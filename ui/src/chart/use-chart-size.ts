import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { ChartSize } from './geometry.ts';

/** What the chart has to itself, and the size of the text around it; follows both. */
export function useChartSize(): { ref: RefObject<HTMLDivElement | null>; size: ChartSize } {
  const ref = useRef<HTMLDivElement>(null);
  const [measured, setMeasured] = useState({ width: 640, textSize: 14 });
  useLayoutEffect(() => {
    const box = ref.current;
    if (!box) return undefined;
    const measure = (): void => {
      const width = Math.round(box.clientWidth);
      const textSize = Math.max(14, Math.round(Number.parseFloat(getComputedStyle(box).fontSize) || 0));
      // Hidden, as in a closed tab: what was there is kept.
      if (width === 0) return;
      setMeasured((before) =>
        before.width === width && before.textSize === textSize ? before : { width, textSize },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, []);
  return { ref, size: { ...measured, plotHeight: plotHeight(measured) } };
}

/** Half as high as wide, and high enough for four names one above the other. */
function plotHeight({ width, textSize }: { readonly width: number; readonly textSize: number }): number {
  return Math.round(Math.min(320, Math.max(width * 0.5, textSize * 15)));
}
