/** What patients have answered, by the operation that keeps it for people, and a long form that each has begun. */
import { keepDraft, keepResponse } from '@skute/forms';
import type { Questionnaire } from '@skute/forms/rules';
import { inTenant } from '@skute/platform/db';
import { answered, answersTo, type Answered } from './answers.ts';
import { sentBy } from './asked.ts';
import { type Clinic, type SeedParts, tenantId } from './clinic.ts';
import { stepsToOpen } from './courses.ts';
import { longFormId } from './long-form.ts';
import type { Patient } from './patients.ts';
import { idFrom } from './random.ts';

const inOneTransaction = 200;
const shares = [0.2, 0.4, 0.6, 0.8];
const minutesToAnswer = 4;

export async function seedResponses(
  parts: SeedParts,
  clinic: Clinic,
  patients: readonly Patient[],
): Promise<void> {
  const made = await madeUp(clinic, parts.now);
  const begun = answersTo(questionnaireOf(clinic, longFormId), 0.5);
  const draft = { ...begun, item: (begun.item ?? []).slice(0, 12) };
  for (let from = 0; from < patients.length; from += inOneTransaction) {
    const some = patients.slice(from, from + inOneTransaction);
    await inTenant(parts.database.pool, tenantId, async (tx) => {
      await Promise.all(
        some.flatMap((patient, i) =>
          sentBy(patient.course).map(({ formId, at }, n) => {
            const content = made.get(formId)?.[(i + n) % shares.length];
            if (!content) throw new Error(`nothing was made up for ${formId}`);
            return keepResponse(tx, parts.keys, newResponse(parts, clinic, patient, formId, at), content);
          }),
        ),
      );
      const beginners = some.filter(({ course }) => stepsToOpen(course, parts.now) > 0);
      await Promise.all(
        beginners.map(({ id, treatmentId }) =>
          keepDraft(
            tx,
            parts.keys,
            {
              treatmentId,
              patientId: id,
              formId: longFormId,
              number: 1,
              device: 'bench',
              savedAt: parts.now,
            },
            draft,
          ),
        ),
      );
    });
  }
}

export function questionnaireOf({ forms }: Pick<Clinic, 'forms'>, formId: string): Questionnaire {
  const form = forms.find(({ id }) => id === formId);
  if (!form) throw new Error(`the programme has no form ${formId}`);
  return JSON.parse(form.content) as Questionnaire;
}

async function madeUp(clinic: Clinic, now: number): Promise<Map<string, readonly Answered[]>> {
  const made = new Map<string, readonly Answered[]>();
  for (const formId of ['symptoms', 'life', 'week']) {
    const questionnaire = questionnaireOf(clinic, formId);
    made.set(formId, await Promise.all(shares.map((share) => answered(questionnaire, share, now))));
  }
  return made;
}

function newResponse(
  { random }: SeedParts,
  { versionId }: Clinic,
  { id, treatmentId }: Patient,
  formId: string,
  answeredAt: number,
) {
  return {
    id: idFrom(random),
    patientId: id,
    treatmentId,
    versionId,
    formId,
    language: 'nb',
    beganAt: answeredAt - minutesToAnswer * 60_000,
    answeredAt,
  };
}
