import { useState } from 'react';

/** The places on one page that the patient has ticked. */
export interface TickList {
  readonly ticked: ReadonlySet<string>;
  readonly toggle: (place: string) => void;
}

/** Ticks that last as long as the page is open: on a shared device nothing is kept. */
export function useForgetfulTicks(): TickList {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  return { ticked, toggle: (place) => setTicked((before) => toggled(before, place)) };
}

export function toggled(before: ReadonlySet<string>, place: string): ReadonlySet<string> {
  const after = new Set(before);
  if (!after.delete(place)) after.add(place);
  return after;
}
