import type { Session } from '@skute/access/contract';
import { useLanguage } from '@skute/ui/i18n';
import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';
import type { Here } from '../words/time-words.ts';

export type ClinicianSession = Extract<Session, { kind: 'clinician' }>;

export interface SignedIn {
  readonly session: ClinicianSession;
  /** When the session was read, by this device's clock. */
  readonly readAt: number;
}

export const SignedInContext = createContext<SignedIn | undefined>(undefined);

/** Who is working here. Only inside the shell. */
export function useClinician(): SignedIn {
  const signedIn = useContext(SignedInContext);
  if (!signedIn) throw new Error('Used outside the signed-in shell.');
  return signedIn;
}

/** When the server last told the time, by this device's clock. Changed preferences make a new session, but tell no time. */
export function readAtOf({ unitNow, idleEndsAt }: ClinicianSession): number {
  const told = `${unitNow} ${idleEndsAt}`;
  if (lastTold.told !== told) lastTold = { told, at: Date.now() };
  return lastTold.at;
}

let lastTold = { told: '', at: 0 };

/** The unit's present, which in practice mode may be ahead of the real time. Moves with the minutes. */
export function useHere(): Here {
  const { session, readAt } = useClinician();
  const language = useLanguage();
  const ahead = Date.parse(session.unitNow) - readAt;
  const now = useSyncExternalStore(watchMinutes, () => wholeMinute(Date.now() + ahead));
  const { timeZone } = session.unit;
  return useMemo(() => ({ now, timeZone, language }), [now, timeZone, language]);
}

const wholeMinute = (ms: number): number => Math.floor(ms / 60_000) * 60_000;

function watchMinutes(changed: () => void): () => void {
  const timer = setInterval(changed, 10_000);
  return () => clearInterval(timer);
}
