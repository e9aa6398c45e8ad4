/** Letters and notes that come out of a treatment, and what a patient can take home as PDF. Browser-safe. */
import { Language } from '@skute/access/contract';
import { defineRoute, Id, text } from '@skute/platform/contract';
import { z } from 'zod';
import { PaperDraft, PaperKind, PaperPart, Papers, Pdf, Recipient, SentLine, SentPaper } from './shapes.ts';

export * from './shapes.ts';

const longestPart = 8_000;
const OfTreatment = z.strictObject({ treatmentId: Id });
const OfKind = z.strictObject({ treatmentId: Id, kind: PaperKind });
const OfPaper = z.strictObject({ treatmentId: Id, paperId: Id });
const ofClinic = '/api/clinic/treatments/:treatmentId';

export const getPapers = defineRoute({
  name: 'getPapers',
  method: 'GET',
  path: `${ofClinic}/papers`,
  summary:
    'Which letters and notes it is time for, which are begun, and what has become of those that were sent.',
  policy: 'treats-patient',
  audit: 'papers.list',
  idempotency: 'none',
  params: OfTreatment,
  replies: { 200: Papers },
});

export const getPaperDraft = defineRoute({
  name: 'getPaperDraft',
  method: 'GET',
  path: `${ofClinic}/papers/:kind/draft`,
  summary: 'A letter or note as it stands: facts of this moment, with what has been written and saved.',
  policy: 'treats-patient',
  audit: 'papers.draft',
  idempotency: 'none',
  params: OfKind,
  query: z.strictObject({
    language: Language.optional().meta({ description: 'That of the draft, or of the clinic, unless said.' }),
  }),
  replies: { 200: PaperDraft },
});

export const savePaperDraft = defineRoute({
  name: 'savePaperDraft',
  method: 'PUT',
  path: `${ofClinic}/papers/:kind/draft`,
  summary:
    'Saves what has been written. Where somebody else has saved since, nothing is overwritten: theirs is the answer.',
  policy: 'treats-patient',
  audit: 'papers.save',
  idempotency: 'natural',
  params: OfKind,
  body: z.strictObject({
    /** Number of the draft that this builds on; 0 for none. */
    basedOn: z.number().int().min(0).max(1_000_000),
    language: Language,
    /** What is as it was proposed is left out, and follows the facts. */
    parts: z.array(z.strictObject({ part: PaperPart, text: text({ max: longestPart }) })).max(3),
  }),
  replies: {
    200: z.discriminatedUnion('outcome', [
      z.strictObject({ outcome: z.literal('kept'), draft: PaperDraft }),
      z.strictObject({ outcome: z.literal('conflict'), draft: PaperDraft }),
    ]),
  },
});

export const previewPaper = defineRoute({
  name: 'previewPaper',
  method: 'GET',
  path: `${ofClinic}/papers/:kind/preview`,
  summary: 'The PDF that would be sent of what is saved.',
  policy: 'treats-patient',
  audit: 'papers.preview',
  idempotency: 'none',
  params: OfKind,
  query: z.strictObject({ language: Language.optional() }),
  replies: { 200: z.strictObject({ number: z.number().int(), fingerprint: z.string(), pdf: Pdf }) },
});

export const sendPaper = defineRoute({
  name: 'sendPaper',
  method: 'POST',
  path: `${ofClinic}/papers/:kind/send`,
  summary: 'Freezes what is saved, makes the PDF and puts it in the outbox. What was sent is never changed.',
  policy: 'treats-patient',
  audit: 'papers.send',
  idempotency: 'keyed',
  params: OfKind,
  body: z.strictObject({
    /** 0 for a paper that is sent as it was proposed. */
    basedOn: z.number().int().min(0).max(1_000_000),
    language: Language,
    /** Of the draft or preview that was read. */
    fingerprint: z.string().max(80),
    recipients: z
      .array(Recipient)
      .min(1)
      .max(2)
      .refine((all) => new Set(all.map(({ to }) => to)).size === all.length, { error: 'each once' }),
  }),
  replies: { 200: SentLine },
});

export const getSentPaper = defineRoute({
  name: 'getSentPaper',
  method: 'GET',
  path: `${ofClinic}/sent-papers/:paperId`,
  summary: 'What was sent, as it was sent, and where it is.',
  policy: 'treats-patient',
  audit: 'papers.sent',
  idempotency: 'none',
  params: OfPaper,
  replies: { 200: SentPaper },
});

export const getSentPaperPdf = defineRoute({
  name: 'getSentPaperPdf',
  method: 'GET',
  path: `${ofClinic}/sent-papers/:paperId/pdf`,
  summary: 'The PDF that was sent.',
  policy: 'treats-patient',
  audit: 'papers.sent-pdf',
  idempotency: 'none',
  params: OfPaper,
  replies: { 200: Pdf },
});

export const sendPaperAgain = defineRoute({
  name: 'sendPaperAgain',
  method: 'POST',
  path: `${ofClinic}/sent-papers/:paperId/deliveries/:deliveryId/again`,
  summary: 'Puts a delivery that failed in the outbox again, under the same id.',
  policy: 'treats-patient',
  audit: 'papers.send-again',
  idempotency: 'keyed',
  params: z.strictObject({ treatmentId: Id, paperId: Id, deliveryId: Id }),
  replies: { 200: SentLine },
});

export const getStepPdf = defineRoute({
  name: 'getStepPdf',
  method: 'GET',
  path: '/api/patient/steps/:stepId/pdf',
  summary: 'A step that the patient has visited, to keep or to print.',
  policy: 'own-treatment',
  audit: 'papers.own-step',
  idempotency: 'none',
  params: z.strictObject({ stepId: z.string().max(80) }),
  replies: { 200: Pdf },
});

export const getResponsePdf = defineRoute({
  name: 'getResponsePdf',
  method: 'GET',
  path: '/api/patient/responses/:responseId/pdf',
  summary: 'What the patient answered once, item by item, in the wording of then.',
  policy: 'own-treatment',
  audit: 'papers.own-response',
  idempotency: 'none',
  params: z.strictObject({ responseId: Id }),
  replies: { 200: Pdf },
});

export const getProgressPdf = defineRoute({
  name: 'getProgressPdf',
  method: 'GET',
  path: '/api/patient/progress/pdf',
  summary: 'The patient’s own course: what has been done, and the numbers.',
  policy: 'own-treatment',
  audit: 'papers.own-progress',
  idempotency: 'none',
  replies: { 200: Pdf },
});

export const clinicPaperRoutes = [
  getPapers,
  getPaperDraft,
  savePaperDraft,
  previewPaper,
  sendPaper,
  getSentPaper,
  getSentPaperPdf,
  sendPaperAgain,
];
export const patientPaperRoutes = [getStepPdf, getResponsePdf, getProgressPdf];
