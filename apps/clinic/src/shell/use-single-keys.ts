import { useSyncExternalStore } from 'react';
import { singleKeysChanged, singleKeysOn } from './preferences.ts';

/** Whether shortcuts of one character are on; drawn again when that changes. */
export function useSingleKeys(): boolean {
  return useSyncExternalStore(watch, singleKeysOn);
}

function watch(changed: () => void): () => void {
  window.addEventListener(singleKeysChanged, changed);
  return () => window.removeEventListener(singleKeysChanged, changed);
}
