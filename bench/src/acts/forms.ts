/** Acts on forms: opening one, sending one of 25 items, and the trend page that the clinician reads. */
import { randomUUID } from 'node:crypto';
import type { PlannedRequest } from '../drive/requests.ts';
import { answersTo } from '../seed/answers.ts';
import { mostSent, sentBy } from '../seed/asked.ts';
import { longFormId } from '../seed/long-form.ts';
import { questionnaireOf } from '../seed/responses.ts';
import { type Act, caseloads, get, type People, post } from './act.ts';

const mostInWindow = 4_000;

export const formActs: readonly Act[] = [
  {
    name: 'form',
    title: 'Patient opens a form',
    route: 'openForm',
    repeat: true,
    requests: ({ patients }) => patients.map(({ cookie }) => get(`/api/patient/forms/${longFormId}`, cookie)),
    twins: ({ patients }) =>
      patients.map(({ patient }) => get(`/form/${patient.id}/${patient.treatmentId}/${longFormId}`)),
  },
  {
    name: 'send',
    title: 'Patient sends 25 answers',
    route: 'sendForm',
    repeat: false,
    once: true,
    requests: (people) => {
      const bodyOf = bodiesOf(people);
      return people.patients.map(({ cookie }, i) => ({
        ...post(`/api/patient/forms/${longFormId}/send`, cookie),
        key: randomUUID(),
        body: bodyOf(i),
      }));
    },
    twins: (people) => sentToTwin('send', people),
    blind: (people) => sentToTwin('send-blind', people),
  },
  {
    name: 'trend',
    title: 'Trend page of 12 responses',
    route: 'getMeasures',
    repeat: true,
    requests: (people) =>
      measured(people).map(({ clinician, patient }) =>
        get(`/api/clinic/treatments/${patient.treatmentId}/measures`, clinician.cookie),
      ),
    twins: (people) =>
      measured(people).map(({ clinician, patient }) => get(`/trend/${clinician.id}/${patient.treatmentId}`)),
  },
];

/** Every patient once, with one of five sets of answers. */
function bodiesOf({ world }: People): (place: number) => string {
  const questionnaire = questionnaireOf(world.clinic, longFormId);
  const bodies = [0.1, 0.3, 0.5, 0.7, 0.9].map((share) =>
    JSON.stringify({
      beganAt: new Date(world.seededAt).toISOString(),
      response: answersTo(questionnaire, share),
    }),
  );
  return (place) => bodies[place % bodies.length] ?? '';
}

/** A twin does not mind that somebody has sent already: everybody sends again until there is enough for a window. */
function sentToTwin(name: string, people: People): PlannedRequest[] {
  const bodyOf = bodiesOf(people);
  const laps = Math.ceil(mostInWindow / people.patients.length);
  return Array.from({ length: laps }, () => people.patients)
    .flat()
    .map(({ patient }, i) => ({
      ...post(`/${name}/${patient.id}/${patient.treatmentId}/${randomUUID()}`),
      body: bodyOf(i),
    }));
}

function measured(people: People) {
  return caseloads(people, 1, ({ course }) => sentBy(course).length === mostSent);
}
