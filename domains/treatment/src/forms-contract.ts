/** Forms and measures in a treatment: what is asked, filling in, sending, and the course that comes of it. Browser-safe. */
import { defineRoute, Id, Instant, IsoDate } from '@skute/platform/contract';
import { z } from 'zod';
import { Because } from './shapes.ts';

/** FHIR R4, passed through: read with `readForm` of `@skute/forms/rules`. */
export const QuestionnaireJson = z
  .looseObject({ resourceType: z.literal('Questionnaire') })
  .meta({ id: 'Questionnaire' });

/** FHIR R4. Checked against the form when it is sent; a draft may be anything that has begun. */
export const QuestionnaireResponseJson = z
  .looseObject({ resourceType: z.literal('QuestionnaireResponse') })
  .meta({ id: 'QuestionnaireResponse' });

const AnswerableState = z.enum(['open', 'due', 'overdue']);

export const SittingForm = z
  .strictObject({
    formId: z.string(),
    title: z.string(),
    why: z.string().meta({ description: 'Why it is asked, in the reader’s language.' }),
    minutes: z.number().int(),
    state: AnswerableState,
    dueOn: IsoDate,
    expiresOn: IsoDate,
    /** Why this patient was asked, where not everybody is. */
    because: Because.nullable(),
    draftSavedAt: Instant.nullable(),
  })
  .meta({ id: 'SittingForm' });
export type SittingForm = z.output<typeof SittingForm>;

export const Upcoming = z
  .strictObject({ title: z.string(), opensOn: IsoDate })
  .meta({ id: 'UpcomingMeasure' });

export const ResponseLine = z
  .strictObject({
    id: Id,
    formId: z.string(),
    title: z.string(),
    answeredAt: Instant,
    /** From the first opening to sending; null where that is not known. */
    minutes: z.number().nullable(),
    /** When somebody at the clinic first read it. */
    readAt: Instant.nullable(),
  })
  .meta({ id: 'ResponseLine' });

export const Sitting = z
  .strictObject({
    now: Instant,
    timeZone: z.string(),
    forms: z.array(SittingForm).meta({ description: 'What can be answered now, in the order to answer it.' }),
    next: Upcoming.nullable(),
    answered: z.array(ResponseLine).meta({ description: 'Newest first.' }),
  })
  .meta({ id: 'Sitting' });
export type Sitting = z.output<typeof Sitting>;

export const Draft = z
  .strictObject({
    number: z.number().int(),
    device: z.string(),
    savedAt: Instant,
    response: QuestionnaireResponseJson,
  })
  .meta({ id: 'FormDraft' });
export type Draft = z.output<typeof Draft>;

export const FormView = z
  .strictObject({
    formId: z.string(),
    versionId: Id,
    example: z.boolean(),
    now: Instant,
    timeZone: z.string(),
    questionnaire: QuestionnaireJson,
    /** `not-asked`: nothing asks for it now, nor has asked. */
    state: z.enum(['open', 'due', 'overdue', 'answered', 'expired', 'held', 'not-asked']),
    dueOn: IsoDate.nullable(),
    expiresOn: IsoDate.nullable(),
    because: Because.nullable(),
    why: z.string(),
    draft: Draft.nullable(),
  })
  .meta({ id: 'FormView' });
export type FormView = z.output<typeof FormView>;

const Direction = z.enum(['lower-is-better', 'higher-is-better', 'none']);

export const ScoreView = z
  .strictObject({
    instrument: z.string(),
    score: z.string(),
    direction: Direction,
    /** Null: too much is missing. */
    value: z.number().nullable(),
    band: z.string().nullable(),
    /** The same score the last time, in the same treatment. */
    before: z.number().nullable(),
    /** Whether the difference is as large as many people notice; null where the instrument has no such limit. */
    noticeable: z.boolean().nullable(),
  })
  .meta({ id: 'ScoreView' });

export const Receipt = z
  .strictObject({
    responseId: Id,
    formId: z.string(),
    answeredAt: Instant,
    scores: z.array(ScoreView),
    readByAt: Instant.nullable().meta({
      description: 'Until when the clinic reads it, in its opening hours.',
    }),
    /** An answer that should not wait for the clinic: the numbers to call are shown. */
    urgent: z.boolean(),
    opened: z.array(
      z.strictObject({
        kind: z.enum(['module', 'step', 'form']),
        id: z.string(),
        title: z.string(),
        because: Because,
      }),
    ),
    remaining: z.array(SittingForm),
    next: Upcoming.nullable(),
  })
  .meta({ id: 'FormReceipt' });
export type Receipt = z.output<typeof Receipt>;

export const Trend = z
  .strictObject({
    formId: z.string(),
    title: z.string(),
    instrument: z.string(),
    score: z.string(),
    /** Ours is labelled as not validated. */
    validated: z.boolean(),
    direction: Direction,
    min: z.number(),
    max: z.number(),
    bands: z
      .array(z.strictObject({ id: z.string(), from: z.number(), above: z.boolean() }))
      .meta({ description: 'From this value, or where `above` from just over it, to the next.' }),
    changes: z.array(
      z.strictObject({ id: z.string(), points: z.number(), source: z.string(), forPatients: z.boolean() }),
    ),
    points: z.array(
      z.strictObject({
        on: IsoDate,
        /** Null for a time that was not answered. */
        responseId: Id.nullable(),
        value: z.number().nullable(),
        band: z.string().nullable(),
        missing: z.number().int(),
        ruleVersion: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Trend' });
export type Trend = z.output<typeof Trend>;

export const Progress = z
  .strictObject({
    now: Instant,
    timeZone: z.string(),
    trends: z.array(Trend),
    next: Upcoming.nullable(),
    answered: z.array(ResponseLine),
  })
  .meta({ id: 'Progress' });
export type Progress = z.output<typeof Progress>;

export const AnswerLine = z
  .strictObject({
    linkId: z.string(),
    level: z.number().int(),
    kind: z.enum(['group', 'question']),
    /** The wording it was answered under. */
    text: z.string(),
    answers: z.array(z.string()),
    /** `missing`: not answered. `declined`: *vil ikke svare*. */
    state: z.enum(['answered', 'missing', 'declined']),
    calculated: z.boolean(),
  })
  .meta({ id: 'AnswerLine' });

export const ResponseView = z
  .strictObject({
    response: ResponseLine,
    timeZone: z.string(),
    language: z.string(),
    scores: z.array(ScoreView),
    lines: z.array(AnswerLine),
  })
  .meta({ id: 'ResponseView' });
export type ResponseView = z.output<typeof ResponseView>;

export const OccurrenceView = z
  .strictObject({
    key: z.string(),
    pointId: z.string(),
    title: z.string(),
    state: z.enum(['upcoming', 'open', 'due', 'overdue', 'expired', 'answered', 'cancelled', 'held']),
    opensOn: IsoDate,
    dueOn: IsoDate,
    expiresOn: IsoDate,
    because: Because.nullable(),
    forms: z.array(z.strictObject({ id: z.string(), title: z.string(), answeredAt: Instant.nullable() })),
  })
  .meta({ id: 'Occurrence' });

export const Measures = z
  .strictObject({
    now: Instant,
    timeZone: z.string(),
    occurrences: z.array(OccurrenceView).meta({ description: 'Oldest first, those ahead included.' }),
    points: z.array(z.strictObject({ id: z.string(), title: z.string() })),
    trends: z.array(Trend),
    responses: z.array(ResponseLine),
    maySteer: z.boolean(),
  })
  .meta({ id: 'Measures' });
export type Measures = z.output<typeof Measures>;

const FormParams = z.strictObject({ formId: z.string().max(80) });
const device = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);

export const getSitting = defineRoute({
  name: 'getSitting',
  method: 'GET',
  path: '/api/patient/forms',
  summary: 'The forms to answer now, what comes next, and what has been answered.',
  policy: 'own-treatment',
  audit: 'forms.sitting',
  idempotency: 'none',
  replies: { 200: Sitting },
});

export const openForm = defineRoute({
  name: 'openForm',
  method: 'GET',
  path: '/api/patient/forms/:formId',
  summary: 'A form to fill in, with what has been begun, on whatever device.',
  policy: 'own-treatment',
  audit: 'forms.open',
  idempotency: 'none',
  params: FormParams,
  replies: { 200: FormView },
});

export const keepFormDraft = defineRoute({
  name: 'keepFormDraft',
  method: 'PUT',
  path: '/api/patient/forms/:formId/draft',
  summary:
    'Keeps what has been begun. Where another device has saved since, nothing is overwritten: its draft is the answer.',
  policy: 'own-treatment',
  audit: 'forms.draft',
  idempotency: 'natural',
  params: FormParams,
  body: z.strictObject({
    /** Number of the draft that this builds on; 0 for none. */
    basedOn: z.number().int().min(0).max(1_000_000),
    device,
    response: QuestionnaireResponseJson,
  }),
  replies: {
    200: z.discriminatedUnion('outcome', [
      z.strictObject({ outcome: z.literal('kept'), number: z.number().int(), savedAt: Instant }),
      z.strictObject({ outcome: z.literal('conflict'), draft: Draft }),
    ]),
  },
});

export const sendForm = defineRoute({
  name: 'sendForm',
  method: 'POST',
  path: '/api/patient/forms/:formId/send',
  summary:
    'Sends the answers. Hidden ones are dropped, calculated ones made anew, and wrong ones refused by item.',
  policy: 'own-treatment',
  audit: 'forms.send',
  idempotency: 'keyed',
  params: FormParams,
  body: z.strictObject({ beganAt: Instant.nullable(), response: QuestionnaireResponseJson }),
  replies: { 200: Receipt },
});

export const getProgress = defineRoute({
  name: 'getProgress',
  method: 'GET',
  path: '/api/patient/progress',
  summary: 'The patient’s own course, by score.',
  policy: 'own-treatment',
  audit: 'forms.progress',
  idempotency: 'none',
  replies: { 200: Progress },
});

export const getOwnResponse = defineRoute({
  name: 'getOwnResponse',
  method: 'GET',
  path: '/api/patient/responses/:responseId',
  summary: 'What the patient answered once, item by item, in the wording of then.',
  policy: 'own-treatment',
  audit: 'forms.response',
  idempotency: 'none',
  params: z.strictObject({ responseId: Id }),
  replies: { 200: ResponseView },
});

export const getMeasures = defineRoute({
  name: 'getMeasures',
  method: 'GET',
  path: '/api/clinic/treatments/:treatmentId/measures',
  summary: 'When which form is or was asked for, the scores that came of it, and the responses.',
  policy: 'treats-patient',
  audit: 'forms.measures',
  idempotency: 'none',
  params: z.strictObject({ treatmentId: Id }),
  replies: { 200: Measures },
});

export const readResponse = defineRoute({
  name: 'readResponse',
  method: 'POST',
  path: '/api/clinic/treatments/:treatmentId/responses/:responseId/read',
  summary: 'One response item by item. The patient sees from then on that the clinic has read it.',
  policy: 'treats-patient',
  audit: 'forms.read',
  idempotency: 'natural',
  params: z.strictObject({ treatmentId: Id, responseId: Id }),
  replies: { 200: ResponseView },
});

export const patientFormRoutes = [getSitting, openForm, keepFormDraft, sendForm, getProgress, getOwnResponse];
export const clinicFormRoutes = [getMeasures, readResponse];
