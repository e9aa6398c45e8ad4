import { keepDraft } from '@skute/forms';
import type { QuestionnaireResponse } from '@skute/forms/rules';
import { isoInstant } from '@skute/platform/time';
import type { keepFormDraft as keepFormDraftRoute } from '../contract.ts';
import { formBarrier } from '../measures/form-barrier.ts';
import { refuse } from '../refusals.ts';
import type { Act } from './act.ts';
import { draftView } from './open-form.ts';
import { patientsOwn } from './patients-own.ts';
import type { TreatmentDeps } from './treatment-at-hand.ts';

/** A draft is not checked: what is half written is seldom right. Only what may be sent later is kept. */
export function keepFormDraft(deps: TreatmentDeps): Act<typeof keepFormDraftRoute> {
  return async (tx, ask) => {
    const found = await patientsOwn(deps, tx, ask);
    if (!found) return refuse('not-invited');
    const { formId } = ask.params;
    const barrier = formBarrier(found.course, formId);
    if (barrier) return refuse(barrier);
    const { facts, now } = found.course;
    const { basedOn, device, response } = ask.body;
    const other = await keepDraft(
      tx,
      deps.keys,
      {
        treatmentId: facts.id,
        patientId: facts.patientId,
        formId,
        number: basedOn + 1,
        device,
        savedAt: now,
      },
      response as unknown as QuestionnaireResponse,
    );
    return {
      status: 200,
      about: { patient: facts.patientId },
      body: other
        ? { outcome: 'conflict', draft: draftView(other) }
        : { outcome: 'kept', number: basedOn + 1, savedAt: isoInstant(now) },
    };
  };
}
