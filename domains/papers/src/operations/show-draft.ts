import { isRefusal } from '@skute/access';
import { dateIn, isoInstant } from '@skute/platform/time';
import type { getPaperDraft, previewPaper } from '../contract.ts';
import { isRefused, makeOrRefuse, pdfReply } from '../documents/make.ts';
import { paperDocument } from '../documents/paper-document.ts';
import type { Act } from './act.ts';
import { draftAtHand } from './find-draft.ts';
import { draftView, type PaperDeps } from './paper-at-hand.ts';

export function showDraft(deps: PaperDeps): Act<typeof getPaperDraft> {
  return async (tx, ask) => {
    const found = await draftAtHand(deps, tx, ask, { ...ask.params, language: ask.query.language });
    if (isRefusal(found)) return found;
    const patient = found.atHand.view.course.facts.patientId;
    return { status: 200, about: { patient }, body: draftView(found.atHand, found.asked) };
  };
}

/** The PDF that would be sent of it now. */
export function preview(deps: PaperDeps): Act<typeof previewPaper> {
  return async (tx, ask) => {
    const found = await draftAtHand(deps, tx, ask, { ...ask.params, language: ask.query.language });
    if (isRefusal(found)) return found;
    const { course, clinic } = found.atHand.view;
    const { number, fingerprint, paper } = draftView(found.atHand, found.asked);
    const made = await makeOrRefuse(
      paperDocument(paper, { unit: clinic.unit, madeAt: isoInstant(course.now) }),
    );
    if (isRefused(made)) return made;
    const pdf = pdfReply(made, dateIn(course.facts.timeZone, course.now));
    return {
      status: 200,
      about: { patient: course.facts.patientId },
      body: { number, fingerprint, pdf },
    };
  };
}
