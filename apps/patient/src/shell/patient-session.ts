import type { Session } from '@skute/access/contract';
import { type SessionState, useSession } from '@skute/ui/session';

export type PatientSession = Extract<Session, { kind: 'patient' }>;

export function patientOf(state: SessionState): PatientSession | undefined {
  return state.kind === 'signed-in' && state.session.kind === 'patient' ? state.session : undefined;
}

/** For pages inside the gate, where somebody is signed in. */
export function usePatient(): PatientSession {
  const session = patientOf(useSession());
  if (!session) throw new Error('A page inside the gate was drawn without a patient');
  return session;
}
