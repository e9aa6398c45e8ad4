/** Why an act on a treatment can't be done. Expected, so a value and not an exception. */
export type RefusalKind =
  /** The step is not among those of the programme. */
  | 'unknown-step'
  | 'unknown-module'
  | 'unknown-rule'
  | 'unknown-form'
  | 'unknown-response'
  /** A measurement point, or an occurrence of one, that the programme or the treatment does not have. */
  | 'unknown-point'
  | 'already-answered'
  /** Nothing asks for the form now. */
  | 'form-not-asked'
  | 'form-expired'
  /** Some answers are missing or can't be; `problems` says which. */
  | 'answers-not-right'
  /** Not of a patient whom the clinician treats at her unit, or nowhere: foreign and absent look the same. */
  | 'unknown-treatment'
  /** The step is hidden, or its module is closed. */
  | 'step-not-open'
  /** The step is open, but a step before it has not been visited. */
  | 'not-reachable'
  /** Only a visited step can be finished or kept. */
  | 'step-not-visited'
  /** The patient has no treatment, or it is gone. */
  | 'not-invited'
  | 'invitation-not-accepted'
  | 'invitation-lapsed'
  | 'invitation-already-accepted'
  | 'treatment-paused'
  | 'not-paused'
  | 'in-maintenance'
  | 'treatment-ended'
  | 'not-ended'
  | 'module-not-open'
  /** A rule that has taken effect is undone, not held. */
  | 'rule-has-fired'
  | 'rule-not-held'
  | 'nothing-to-undo'
  /** Maintenance may not end before today, nor after the programme's limit. */
  | 'date-out-of-range'
  /** The patient has a living treatment, in whatever programme. */
  | 'has-treatment';

export interface Refusal {
  readonly refused: RefusalKind;
  /** Where, what kind of thing was found, and what was expected. Never the answer itself. */
  readonly problems?: { where: string; found: string; expected: string }[];
}

export function refuse(refused: RefusalKind): Refusal {
  return { refused };
}

export function isRefusal(value: object): value is Refusal {
  return 'refused' in value;
}
