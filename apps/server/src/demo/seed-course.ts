import { type Actor, savePreferencesOf } from '@skute/access';
import { invite } from '@skute/clinics/contract';
import type { TenantTx } from '@skute/platform/db';
import { dateIn, type EpochMs } from '@skute/platform/time';
import { stepsInOrder } from '@skute/programmes/rules';
import { acceptInvitation, finishStep, openStep, steer } from '@skute/treatment/contract';
import { organisations, patientNamed, staffId, type StaffMember, staffNamed, units } from './cast.ts';
import type { DemoCourse } from './courses.ts';
import { type DemoAct, perform, type Seeding } from './perform.ts';
import { formActs } from './seed-forms.ts';

const dayMs = 86_400_000;

/** One patient's way so far, through the operations that serve people, as if each had been asked for on its day. */
export async function seedCourse(
  deps: Seeding,
  tx: TenantTx,
  course: DemoCourse,
  versionId: string,
): Promise<void> {
  const patient = patientNamed(course.patient);
  const clinician = clinicianActor(staffNamed(course.clinician));
  const at = (daysAgo: number, minutes = 0): EpochMs => deps.now - daysAgo * dayMs + minutes * 60_000;
  const invitedAt = at(course.invitedDaysAgo, -90);
  const zone = units[patient.organisation].timeZone;
  const lines = ['ibs-confirmed', 'no-eating-disorder', 'no-red-flags', 'reads-language', 'adult'];
  const invited = await perform(deps, tx, invite, clinician, invitedAt, {
    number: patient.number,
    given: patient.given,
    family: patient.family,
    language: patient.language,
    versionId,
    startsOn: dateIn(zone, invitedAt),
    answers: lines.map((id) => ({ id, met: true })),
  });
  if (course.acceptedDaysAgo === null) return;
  const actor = patientActor(clinician.tenantId, invited.patientId, patient.language);
  const acceptedAt = at(course.acceptedDaysAgo, -60);
  await perform(deps, tx, acceptInvitation, actor, acceptedAt, {});
  const preferences = { language: patient.language, textSize: 'md', theme: 'auto', welcomed: true } as const;
  savePreferencesOf(tx, actor.personId, preferences);
  const lastActiveAt = at(course.lastActiveDaysAgo, -30);
  const acts = [
    ...(await stepActs(deps, course, acceptedAt, lastActiveAt)),
    ...formActs(course, acceptedAt).filter((act) => act.at <= lastActiveAt),
  ];
  for (const act of acts.toSorted((a, b) => a.at - b.at))
    await act.run({ deps, tx, actor, clinician, ...act });
  if (course.pausedDaysAgo !== undefined) {
    const body = { act: 'pause', reason: 'På ferie, avtalt på telefon' } as const;
    await perform(deps, tx, steer, clinician, at(course.pausedDaysAgo), body, {
      treatmentId: invited.treatmentId,
    });
  }
}

/** Steps one after the other, spread evenly from the acceptance to the last day of activity. */
async function stepActs(deps: Seeding, course: DemoCourse, from: EpochMs, to: EpochMs): Promise<DemoAct[]> {
  const { programme } = await deps.example();
  if (!programme) throw new Error('the example programme can’t be read');
  const steps = stepsInOrder(programme)
    .filter(({ step, module }) => !step.hidden && !module.optional)
    .slice(0, course.steps);
  return steps.map(({ step }, place) => ({
    at: from + ((to - from) * (place + 1)) / steps.length,
    run: async ({ deps: same, tx, actor, at }) => {
      await perform(same, tx, openStep, actor, at, {}, { stepId: step.id });
      await perform(same, tx, finishStep, actor, at + 4 * 60_000, {}, { stepId: step.id });
    },
  }));
}

function clinicianActor(member: StaffMember): Actor {
  return {
    ...nobody,
    kind: 'clinician',
    tenantId: organisations[member.organisation].id,
    personId: staffId(member),
    unitId: units[member.organisation].id,
    roles: member.roles,
  };
}

function patientActor(tenantId: string, personId: string, language: Actor['language']): Actor {
  return { ...nobody, kind: 'patient', tenantId, personId, language };
}

const nobody: Omit<Actor, 'kind' | 'tenantId' | 'personId'> = {
  unitId: null,
  roles: [],
  language: 'nb',
  sessionHash: Buffer.alloc(32),
  sharedDevice: false,
  idleEndsAt: 0,
  endsAt: 0,
};
