/** The acts that are measured: which requests they are, to Skute and to their bare twins. */
import { randomUUID } from 'node:crypto';
import type { PlannedRequest } from '../drive/requests.ts';
import { stepsToOpen } from '../seed/courses.ts';
import type { Patient } from '../seed/patients.ts';
import { type Act, caseloads, get, type People, post } from './act.ts';
import { formActs } from './forms.ts';

export const acts: readonly Act[] = [
  {
    name: 'today',
    title: 'Patient opens Today',
    route: 'getToday',
    repeat: true,
    requests: ({ patients }) => patients.map(({ cookie }) => get('/api/patient/today', cookie)),
    twins: ({ patients }) => patients.map(({ patient }) => get(`/today/${patient.id}`)),
  },
  {
    name: 'today-cold',
    title: 'The same, first act of a session',
    route: 'getToday',
    repeat: false,
    sessions: 12,
    requests: ({ patients }) => patients.map(({ cookie }) => get('/api/patient/today', cookie)),
    twins: ({ patients }) => patients.map(({ patient }) => get(`/today/${patient.id}`)),
  },
  {
    name: 'open',
    title: 'Patient opens a step',
    route: 'openStep',
    repeat: false,
    requests: (people) =>
      stepsInTurn(people, ({ cookie }, step) => post(`/api/patient/steps/${step}/open`, cookie)),
    twins: (people) => stepsInTurn(people, ({ patient }, step) => twinStep('open', patient, step)),
    blind: (people) => stepsInTurn(people, ({ patient }, step) => twinStep('open-blind', patient, step)),
  },
  {
    name: 'finish',
    title: 'Patient finishes a step',
    route: 'finishStep',
    repeat: false,
    requests: (people) =>
      stepsInTurn(people, ({ cookie }, step) => ({
        ...post(`/api/patient/steps/${step}/finish`, cookie),
        key: randomUUID(),
      })),
    twins: (people) => stepsInTurn(people, ({ patient }, step) => twinStep('finish', patient, step)),
    blind: (people) => stepsInTurn(people, ({ patient }, step) => twinStep('finish-blind', patient, step)),
  },
  worklist('worklist', 'Worklist of 50 patients', false),
  worklist('worklist-full', 'Worklist with 50 rows', true),
  {
    name: 'page',
    title: 'Patient page',
    route: 'getPatientPage',
    repeat: true,
    requests: (people) =>
      caseloads(people, 9).map(({ clinician, patient }) =>
        get(`/api/clinic/treatments/${patient.treatmentId}`, clinician.cookie),
      ),
    twins: (people) =>
      caseloads(people, 9).map(({ clinician, patient }) =>
        get(`/page/${clinician.id}/${patient.treatmentId}`),
      ),
  },
  ...formActs,
];

function worklist(name: string, title: string, silent: boolean): Act {
  const chosen = ({ clinicians }: People) => clinicians.filter((clinician) => clinician.silent === silent);
  return {
    name,
    title,
    route: 'getWorklist',
    repeat: true,
    requests: (people) => chosen(people).map(({ cookie }) => get('/api/clinic/worklist', cookie)),
    twins: (people) => chosen(people).map(({ id, unitId }) => get(`/worklist/${id}/${unitId}`)),
  };
}

function twinStep(name: string, patient: Patient, step: string): PlannedRequest {
  return post(`/${name}/${patient.id}/${patient.treatmentId}/${step}/${randomUUID()}`);
}

/** Every patient’s next step, then every patient’s step after that: nobody has two requests under way at once. */
function stepsInTurn<T>(
  { world, patients }: People,
  make: (one: People['patients'][number], step: string) => T,
): T[] {
  const { steps } = world.clinic;
  return steps.flatMap((_, turn) =>
    patients.flatMap((one) => {
      const { course } = one.patient;
      const left = stepsToOpen(course, world.seededAt);
      const step = steps[steps.length - left + turn];
      return turn < left && step ? [make(one, step)] : [];
    }),
  );
}
