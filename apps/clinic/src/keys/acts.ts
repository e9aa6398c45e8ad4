/** What can be done here and now. Screens say it; the palette, the shortcut sheet and the keyboard read it. */
import { useEffect, useRef } from 'react';

export interface Act {
  readonly id: string;
  readonly label: string;
  /** As written on the keyboard: `E`, `G A`, `?`. */
  readonly keys?: string;
  /** `go`: to another page. `here`: on this page. `always`: anywhere. */
  readonly group: 'go' | 'here' | 'always';
  /** Its key works only while the page's list or region has focus. */
  readonly inRegion?: boolean;
  readonly run: () => void;
}

const stands = new Map<symbol, readonly Act[]>();

/** While the component is on the screen, its acts can be done. */
export function useActs(acts: readonly Act[]): void {
  const stand = useRef(Symbol('acts'));
  useEffect(() => {
    stands.set(stand.current, acts);
  });
  useEffect(() => {
    const { current } = stand;
    return () => void stands.delete(current);
  }, []);
}

/** The page's own first, then what is always there. */
export function currentActs(): Act[] {
  const order = { here: 0, go: 1, always: 2 } as const;
  return [...stands.values()].flat().sort((a, b) => order[a.group] - order[b.group]);
}
