import type { Actor } from '@skute/access';
import { getPatientPage, handleWork } from '@skute/clinics/contract';
import type { Questionnaire } from '@skute/forms/rules';
import type { TenantTx } from '@skute/platform/db';
import type { EpochMs } from '@skute/platform/time';
import { getMeasures, getToday, readResponse, sendForm } from '@skute/treatment/contract';
import { demoAnswers } from './answers.ts';
import type { DemoCourse } from './courses.ts';
import { type DemoAct, perform, type Seeding } from './perform.ts';

const dayMs = 86_400_000;

/** What is newer than this waits for the clinic. */
const unreadDays = 4;

/** The start's forms in the first hour, then each week's on its day; the clinic has read all but the newest. */
export function formActs({ weeks = [], threeMonths }: DemoCourse, acceptedAt: EpochMs): DemoAct[] {
  const [start, ...rest] = weeks;
  const weekly = rest.flatMap((share, week) =>
    typeof share === 'number' ? [{ day: 7 * (week + 1), share, form: 'week' }] : [],
  );
  const sittings = [
    ...['symptoms', 'life', 'safety'].map((form) => ({ day: 0, share: start, form })),
    ...weekly,
    ...['symptoms', 'life', 'safety', 'satisfaction'].map((form) => ({ day: 93, share: threeMonths, form })),
  ].filter((sitting): sitting is { day: number; share: number; form: string } => sitting.share !== undefined);
  return sittings.map(({ day, share, form }, place) => ({
    at: acceptedAt + day * dayMs + (20 + place) * 60_000,
    run: async ({ deps, tx, actor, clinician, at }) => {
      await answer(deps, tx, actor, at, form, form === 'satisfaction' ? 1 - share : share);
      if (at < deps.now - unreadDays * dayMs) await handleAll(deps, tx, actor, clinician, at + 60_000);
    },
  }));
}

async function answer(
  deps: Seeding,
  tx: TenantTx,
  actor: Actor,
  at: EpochMs,
  formId: string,
  share: number,
): Promise<void> {
  const { forms } = await deps.example();
  const content = forms.find(({ id }) => id === formId)?.content;
  if (!content) throw new Error(`the example programme has no form ${formId}`);
  const response = demoAnswers(JSON.parse(content) as Questionnaire, share);
  const beganAt = new Date(at - 3 * 60_000).toISOString();
  await perform(deps, tx, sendForm, actor, at, { beganAt, response }, { formId });
}

/** The clinician has read what came, and is done with it. */
async function handleAll(
  deps: Seeding,
  tx: TenantTx,
  actor: Actor,
  clinician: Actor,
  at: EpochMs,
): Promise<void> {
  const { treatment } = await perform(deps, tx, getToday, actor, at, {});
  if (!treatment) return;
  const params = { treatmentId: treatment.id };
  const { responses } = await perform(deps, tx, getMeasures, clinician, at, {}, params);
  for (const { id } of responses.filter(({ readAt }) => readAt === null)) {
    await perform(deps, tx, readResponse, clinician, at, {}, { ...params, responseId: id });
  }
  const page = await perform(deps, tx, getPatientPage, clinician, at, {}, params);
  const items = page.work.map(({ kind, occurrence }) => ({ kind, occurrence }));
  if (items.length > 0)
    await perform(deps, tx, handleWork, clinician, at, { items, outcome: 'done' }, params);
}
