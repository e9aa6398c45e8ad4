import { fullResponse, recordReading } from '@skute/forms';
import { evaluate } from '@skute/forms/rules';
import type { TenantTx } from '@skute/platform/db';
import type { getOwnResponse, readResponse, ResponseView } from '../contract.ts';
import { refuse } from '../refusals.ts';
import { responseView } from '../views/response-view.ts';
import type { Act } from './act.ts';
import { treatmentAtUnit } from './at-unit.ts';
import { circumstancesOf } from './circumstances.ts';
import { patientsOwn } from './patients-own.ts';
import type { AtHand, TreatmentDeps } from './treatment-at-hand.ts';

/** What the patient answered, for the patient. */
export function showOwnResponse(deps: TreatmentDeps): Act<typeof getOwnResponse> {
  return async (tx, ask) => {
    const found = await patientsOwn(deps, tx, ask);
    if (!found) return refuse('not-invited');
    const body = await responseOf(deps, tx, found, ask.params.responseId);
    if (!body) return refuse('unknown-response');
    return { status: 200, about: { patient: found.course.facts.patientId }, body };
  };
}

/** The same for the clinic, which by this has read it; handling what came of it is another act. */
export function read(deps: TreatmentDeps): Act<typeof readResponse> {
  return async (tx, ask) => {
    const { treatmentId, responseId } = ask.params;
    const found = await treatmentAtUnit(deps, tx, ask, treatmentId);
    if (!found) return refuse('unknown-treatment');
    const body = await responseOf(deps, tx, found, responseId);
    if (!body) return refuse('unknown-response');
    recordReading(tx, { responseId, byPerson: ask.actor.personId, at: found.course.now });
    return { status: 200, about: { patient: found.course.facts.patientId }, body };
  };
}

/** In the version of the programme that it was answered in, which may be an earlier one than the treatment's. */
async function responseOf(
  deps: TreatmentDeps,
  tx: TenantTx,
  found: AtHand,
  responseId: string,
): Promise<ResponseView | undefined> {
  const { id, patientId, versionId } = found.course.facts;
  const response = await fullResponse(tx, deps.keys, { treatmentId: id, patientId }, responseId);
  if (!response) return undefined;
  const version =
    response.versionId === versionId ? found.loaded : await deps.programme(tx, response.versionId);
  const form = version.forms.get(response.formId);
  if (!form) return undefined;
  const under = await circumstancesOf(form.form, {
    language: response.language,
    now: response.answeredAt,
    timeZone: found.course.facts.timeZone,
  });
  return responseView(
    { ...found, loaded: version },
    form,
    response,
    evaluate(form.form, response.answers, under),
  );
}
