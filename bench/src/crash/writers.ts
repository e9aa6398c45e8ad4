/** Writers: each does one write after the other, and sends each again with the same key until it is answered. */
import http from 'node:http';
import { randomUUID } from 'node:crypto';
import { ask } from './ask.ts';
import { count, type RunRecord, type Write } from './record.ts';
import type { World } from '../seed/index.ts';
import { stepsToOpen } from '../seed/courses.ts';
import type { Patient } from '../seed/patients.ts';

export interface Writers {
  /** Lets every write that was begun be answered, and begins no more. */
  finish(): Promise<void>;
}

/** Gives the next write, or nothing when there are no more of them. */
export type Source = () => Write | undefined;

export function startWriters(port: number, sources: readonly Source[], record: RunRecord): Writers {
  const agent = new http.Agent({ keepAlive: true });
  let isOver = false;
  const writer = async (source: Source): Promise<void> => {
    for (let write = source(); write && !isOver; write = source()) await untilAnswered(port, agent, write, record);
  };
  const all = Promise.all(sources.map(writer));
  return {
    async finish() {
      isOver = true;
      await all;
      agent.destroy();
    },
  };
}

const pauseMs = 40;

async function untilAnswered(port: number, agent: http.Agent, write: Write, record: RunRecord): Promise<void> {
  for (;;) {
    const answer = await ask(port, agent, write);
    count(record, answer ? String(answer.status) : 'lost');
    if (answer && answer.status >= 200 && answer.status < 300) {
      record.acknowledged.push({ write, ...answer });
      return;
    }
    if (answer?.status === 409) {
      record.refused += 1;
      return;
    }
    if (answer && answer.status !== 503) {
      record.wrong.push(`${write.kind}: ${answer.status} ${answer.body.slice(0, 200)}`);
      return;
    }
    // A 503 says that nothing was changed; only silence leaves it open.
    if (!answer) record.unanswered += 1;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

/** Finishes the steps that these patients have visited, each once. */
export function finishing(world: World, patients: readonly { patient: Patient; cookie: string }[]): Source {
  const { steps } = world.clinic;
  const left = patients.flatMap(({ patient, cookie }) =>
    steps.slice(steps.length - stepsToOpen(patient.course, world.seededAt)).map((step) => ({ patient, cookie, step })),
  );
  return () => {
    const next = left.shift();
    return (
      next && {
        kind: 'finish',
        key: `crash-${randomUUID()}`,
        treatmentId: next.patient.treatmentId,
        cookie: next.cookie,
        path: `/api/patient/steps/${next.step}/finish`,
        body: '{}',
      }
    );
  };
}

/** Handles work of the patients in turn. The occurrence is the key, so that each write has a row that is its own. */
export function handling(patients: readonly Patient[], cookie: string): Source {
  return inTurn(patients, (patient, key) => ({
    kind: 'handle',
    key,
    treatmentId: patient.treatmentId,
    cookie,
    path: `/api/clinic/worklist/${patient.treatmentId}/handle`,
    body: JSON.stringify({ items: [{ kind: 'no-activity', occurrence: key }], outcome: 'done', note: 'Ringt.' }),
  }));
}

/** Pauses each patient's treatment and lets it go on, turn by turn. */
export function steering(patients: readonly Patient[], cookie: string): Source {
  const paused = new Set<string>();
  return inTurn(patients, ({ treatmentId }, key) => {
    const resumes = paused.delete(treatmentId);
    if (!resumes) paused.add(treatmentId);
    return {
      kind: 'steer',
      key,
      treatmentId,
      cookie,
      path: `/api/clinic/treatments/${treatmentId}/steer`,
      body: JSON.stringify(resumes ? { act: 'resume' } : { act: 'pause', reason: 'Avtalt på telefon' }),
    };
  });
}

function inTurn(patients: readonly Patient[], write: (patient: Patient, key: string) => Write): Source {
  let turn = 0;
  return () => {
    const patient = patients[turn % patients.length];
    turn += 1;
    return patient && write(patient, `crash-${randomUUID()}`);
  };
}
