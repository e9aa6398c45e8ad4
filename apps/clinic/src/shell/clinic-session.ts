import type { Session } from '@skute/access/contract';
import { useLanguage } from '@skute/ui/i18n';
import { createContext, useContext, useMemo } from 'react';
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

/** The unit's present, which in practice mode may be ahead of the real time. */
export function useHere(): Here {
  const { session, readAt } = useClinician();
  const language = useLanguage();
  const ahead = Date.parse(session.unitNow) - readAt;
  const minute = Math.floor(Date.now() / 60_000);
  return useMemo(
    () => ({ now: minute * 60_000 + ahead, timeZone: session.unit.timeZone, language }),
    [minute, ahead, session.unit.timeZone, language],
  );
}
