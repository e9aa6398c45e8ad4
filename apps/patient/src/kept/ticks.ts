import { type TickList, useForgetfulTicks } from '@skute/ui/content';
import { useState } from 'react';
import { isOwnDevice, keep, takeOut } from './device.ts';

/** The patient's ticks on one page. Never sent anywhere; kept on an own device only. */
export function useTicks(stepId: string): TickList {
  const forgetful = useForgetfulTicks();
  const [kept, setKept] = useState<ReadonlySet<string>>(() => new Set(takeOut<string[]>(`ticks/${stepId}`)));
  if (!isOwnDevice()) return forgetful;
  const toggle = (place: string): void => {
    const after = new Set(kept);
    if (!after.delete(place)) after.add(place);
    setKept(after);
    keep(`ticks/${stepId}`, [...after]);
  };
  return { ticked: kept, toggle };
}
