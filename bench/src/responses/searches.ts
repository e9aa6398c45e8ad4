/** The searches that responses are found by. None reads the answers: lists and courses are told by scores. */
import { tenantId } from '../seed/clinic.ts';
import { years } from './fill.ts';

/** One of those who have answered. */
export interface Subject {
  readonly patientId: string;
  readonly treatmentId: string;
}

export interface Search {
  readonly title: string;
  readonly name: string;
  readonly text: string;
  readonly types: readonly string[];
  /** The index that is meant for it. */
  readonly index: string;
  /** Of somebody, by a number from 0 to 1 for what is chosen at random. */
  readonly values: (subject: Subject, random: number) => readonly string[];
}

const columns = `
  select r.id, r.patient_id, r.treatment_id, r.form_id, r.language, r.began_at, r.answered_at, r.scores
  from forms.response r`;

const dayMs = 86_400_000;
const daysAgo = (days: number): string => new Date(Date.now() - days * dayMs).toISOString();

export const searches: readonly Search[] = [
  {
    title: 'a patient’s week forms of the last year, newest first',
    name: 'bench-responses-of-patient',
    text: `${columns}
      where r.tenant_id = $1 and r.patient_id = $2 and r.form_id = $3 and r.answered_at >= $4
      order by r.answered_at desc`,
    types: ['uuid', 'uuid', 'text', 'timestamptz'],
    index: 'response_of_patient',
    values: ({ patientId }) => [tenantId, patientId, 'week', daysAgo(365)],
  },
  {
    title: 'all of a treatment, oldest first',
    name: 'bench-responses-of-treatment',
    text: `${columns}
      where r.tenant_id = $1 and r.treatment_id = $2
      order by r.answered_at, r.id`,
    types: ['uuid', 'uuid'],
    index: 'response_of_treatment',
    values: ({ treatmentId }) => [tenantId, treatmentId],
  },
  {
    title: 'a form in a month, newest 50',
    name: 'bench-responses-of-form',
    text: `${columns}
      where r.tenant_id = $1 and r.form_id = $2 and r.answered_at >= $3 and r.answered_at < $4
      order by r.answered_at desc
      limit 50`,
    types: ['uuid', 'text', 'timestamptz', 'timestamptz'],
    index: 'response_of_form',
    values: (_, random) => {
      const days = 31 + Math.floor(random * (years * 365 - 62));
      return [tenantId, 'week', daysAgo(days + 31), daysAgo(days)];
    },
  },
];
