import type { Actor } from './actor.ts';

/**
 * Who may use a route, as sentences. `docs/access.md` holds the same words as a table, and a test compares them.
 * Which patient is the database's to decide, in `log.write_allowed`, in the same transaction as the act.
 */
export const policies = {
  public: 'Anybody, signed in or not.',
  'signed-in': 'Anybody who is signed in, about themselves.',
  'own-treatment': 'A patient, about their own treatment.',
  'clinician-at-unit': 'A clinician with a role at the unit, about patients they have a care relation with.',
  'clinician-at-unit-in-practice': 'A clinician with a role at the unit, in practice mode only.',
  'treats-patient': 'A clinician with a role at the unit and a care relation with the patient.',
} as const;

export type PolicyName = keyof typeof policies;

export type Refused = 'not-signed-in' | 'not-allowed' | 'not-found';

/** The part of a policy that the session alone can answer. Undefined: go on. */
export function refusedBySession(
  policy: PolicyName,
  actor: Actor | undefined,
  mode: 'practice' | 'production',
): Refused | undefined {
  if (policy === 'public') return undefined;
  if (!actor) return 'not-signed-in';
  switch (policy) {
    case 'signed-in':
      return undefined;
    case 'own-treatment':
      return actor.kind === 'patient' ? undefined : 'not-found';
    case 'clinician-at-unit-in-practice':
      return mode === 'practice' ? refusedClinician(actor) : 'not-found';
    case 'clinician-at-unit':
    case 'treats-patient':
      return refusedClinician(actor);
  }
}

/** To a patient the clinic's routes do not exist; a colleague whose role is another is told so. */
function refusedClinician(actor: Actor): Refused | undefined {
  if (actor.kind !== 'clinician') return 'not-found';
  return actor.roles.includes('clinician') ? undefined : 'not-allowed';
}

export function isPolicy(name: string): name is PolicyName {
  return name in policies;
}
