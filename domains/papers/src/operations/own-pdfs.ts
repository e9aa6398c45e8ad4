import type { Refusal } from '@skute/access';
import { scoredResponses } from '@skute/forms';
import { identitiesOf, type Identity } from '@skute/identity';
import type { TenantTx } from '@skute/platform/db';
import type { PdfDocument } from '@skute/platform/pdf';
import { dateIn } from '@skute/platform/time';
import { answerTo, type AtHand, barrierTo, patientsOwn, showOwnResponse } from '@skute/treatment';
import type { getProgressPdf, getResponsePdf, getStepPdf, Pdf } from '../contract.ts';
import { isRefused, makeOrRefuse, pdfReply } from '../documents/make.ts';
import { progressDocument } from '../documents/progress-document.ts';
import { responseDocument } from '../documents/response-document.ts';
import { stepDocument } from '../documents/step-document.ts';
import type { Act } from './act.ts';
import type { PaperDeps } from './paper-at-hand.ts';

/** What can be read can be kept; it counts as no visit. */
export function ownStep(deps: PaperDeps): Act<typeof getStepPdf> {
  return async (tx, ask) => {
    const { stepId } = ask.params;
    const view = await patientsOwn(deps, tx, ask);
    if (!view) return answerTo('not-invited');
    const barrier = barrierTo(view.course, stepId);
    if (barrier) return answerTo(barrier);
    if (!view.course.progress.has(stepId)) return answerTo('step-not-visited');
    const document = stepDocument(view, stepId);
    return document ? answer(view, document) : answerTo('unknown-step');
  };
}

export function ownResponse(deps: PaperDeps): Act<typeof getResponsePdf> {
  const read = showOwnResponse(deps);
  return async (tx, ask) => {
    const [view, told, patient] = await Promise.all([
      patientsOwn(deps, tx, ask),
      read(tx, { ...ask }),
      patientOf(deps, tx, ask.actor.personId),
    ]);
    if (!view || !patient) return answerTo('not-invited');
    if ('refused' in told) return answerTo(told.refused);
    return answer(view, responseDocument(view, told.body, patient));
  };
}

export function ownProgress(deps: PaperDeps): Act<typeof getProgressPdf> {
  return async (tx, ask) => {
    const patientId = ask.actor.personId;
    const [view, patient] = await Promise.all([patientsOwn(deps, tx, ask), patientOf(deps, tx, patientId)]);
    if (!view || !patient) return answerTo('not-invited');
    const whose = { treatmentId: view.course.facts.id, patientId };
    const responses = await scoredResponses(tx, deps.keys, whose);
    return answer(view, progressDocument({ view, responses, patient, writer: '' }));
  };
}

async function patientOf(deps: PaperDeps, tx: TenantTx, id: string): Promise<Identity | undefined> {
  return (await identitiesOf(tx, deps.keys, [id])).get(id);
}

async function answer(
  { course }: AtHand,
  document: PdfDocument,
): Promise<{ status: 200; about: { patient: string }; body: Pdf } | Refusal> {
  const made = await makeOrRefuse(document);
  if (isRefused(made)) return made;
  const { patientId, timeZone } = course.facts;
  return {
    status: 200,
    about: { patient: patientId },
    body: pdfReply(made, dateIn(timeZone, course.now)),
  };
}
