/**
 * What is typed but not sent, so that a reload, a crash or a time-out loses nothing. Lives in this tab only; a key says
 * which form it is, and at most the opaque id of a treatment, so that one patient's draft never shows up at another's.
 */
import { useCallback, useEffect, useState } from 'react';

const prefix = 'skute.clinic.draft.';

export function readDraft<T>(key: string): T | undefined {
  const kept = sessionStorage.getItem(prefix + key);
  // Written by this file, by this version or an older one: the caller's type is trusted, as is our own storage.
  return kept === null ? undefined : (JSON.parse(kept) as T);
}

export function keepDraft(key: string, value: unknown): void {
  sessionStorage.setItem(prefix + key, JSON.stringify(value));
}

export function dropDraft(key: string): void {
  sessionStorage.removeItem(prefix + key);
}

/** At sign-out. */
export function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
}

/** State that is kept on every change. The third part ends the draft: it was sent, or is not wanted. */
export function useDraft<T>(key: string, empty: T): [T, (next: T) => void, () => void] {
  const [value, setValue] = useState<T>(() => readDraft<T>(key) ?? empty);
  const [ended, setEnded] = useState(false);
  useEffect(() => {
    if (!ended && value !== empty) keepDraft(key, value);
  }, [key, value, empty, ended]);
  const change = useCallback((next: T) => {
    setEnded(false);
    setValue(next);
  }, []);
  const end = useCallback(() => {
    dropDraft(key);
    setEnded(true);
    setValue(empty);
  }, [key, empty]);
  return [value, change, end];
}
