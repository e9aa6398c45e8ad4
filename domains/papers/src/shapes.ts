/** What papers, drafts and deliveries look like on the wire. Browser-safe. */
import { Language } from '@skute/access/contract';
import { Id, Instant, IsoDate, text } from '@skute/platform/contract';
import { z } from 'zod';

export const paperKinds = ['start-note', 'gp-letter-3-months', 'gp-letter-end', 'end-note'] as const;
/** Notes are for the record at the clinic; letters are for the patient's own doctor. */
export const PaperKind = z.enum(paperKinds).meta({ id: 'PaperKind' });
export type PaperKind = z.output<typeof PaperKind>;

/** Written by the clinician. `summary` is filled from the facts, and hers from the moment she changes it. */
export const PaperPart = z.enum(['summary', 'assessment', 'advice']).meta({ id: 'PaperPart' });
export type PaperPart = z.output<typeof PaperPart>;

export const WrittenPart = z
  .strictObject({
    part: PaperPart,
    title: z.string().meta({ description: 'In the language of the paper.' }),
    text: z.string(),
    /** What the facts say now, for `summary`; empty for the others. Differs from `text` when she has written her own. */
    proposed: z.string(),
    /** Without it the paper can't be sent. */
    required: z.boolean(),
  })
  .meta({ id: 'WrittenPart' });
export type WrittenPart = z.output<typeof WrittenPart>;

/** Ready to be shown: words and numbers in the language of the paper. A value that was not answered says so. */
export const MeasureTable = z
  .strictObject({
    formId: z.string(),
    score: z.string(),
    title: z.string(),
    columns: z.array(z.string()).meta({ description: 'The first names the row.' }),
    rows: z.array(z.array(z.string())),
    /** That the wording is our own and not validated, which way is better, and by which limits. */
    notes: z.array(z.string()),
  })
  .meta({ id: 'MeasureTable' });
export type MeasureTable = z.output<typeof MeasureTable>;

/** A paper as it would be read: what is computed, and what is written. */
export const Paper = z
  .strictObject({
    kind: PaperKind,
    language: Language,
    title: z.string(),
    facts: z.array(z.strictObject({ label: z.string(), value: z.string() })),
    modules: z.strictObject({ title: z.string(), lines: z.array(z.string()) }),
    measures: z.strictObject({ title: z.string(), tables: z.array(MeasureTable), none: z.string() }),
    parts: z.array(WrittenPart),
    contact: z.strictObject({ title: z.string(), lines: z.array(z.string()) }),
    /** That the content is an example, where the programme says so; otherwise empty. */
    example: z.string(),
    /** All of it, to be pasted. Parts that are empty are left out. */
    plainText: z.string(),
  })
  .meta({ id: 'Paper' });
export type Paper = z.output<typeof Paper>;

const Saved = z.strictObject({ at: Instant, by: z.string() });

export const PaperDraft = z
  .strictObject({
    /** 1, 2, 3 … every saving is one more. 0: nothing has been saved. */
    number: z.number().int(),
    saved: Saved.nullable(),
    paper: Paper,
    /** Tells what this paper says. Sending names the one that was read, so that nothing else is sent. */
    fingerprint: z.string(),
    /** Required parts that are still empty. */
    missing: z.array(PaperPart),
  })
  .meta({ id: 'PaperDraft' });
export type PaperDraft = z.output<typeof PaperDraft>;

/** A PDF in a reply of JSON, so that it is logged, sealed in transit and refused like any other. */
export const Pdf = z
  .strictObject({
    contentType: z.literal('application/pdf'),
    /** Says nothing of what is in it. */
    fileName: z.string(),
    base64: z.string(),
    pages: z.number().int(),
  })
  .meta({ id: 'Pdf' });
export type Pdf = z.output<typeof Pdf>;

/**
 * `queued`: waits, or is tried again. `delivered`: handed over to the way out. `acknowledged`: the receiver has said that
 * it has it. `failed`: refused, or not got through in time; somebody must do something.
 */
export const DeliveryState = z
  .enum(['queued', 'delivered', 'acknowledged', 'failed'])
  .meta({ id: 'DeliveryState' });
export type DeliveryState = z.output<typeof DeliveryState>;

export const Delivery = z
  .strictObject({
    id: Id,
    to: z.enum(['record', 'gp']),
    /** The receiver's name; the unit's own record has that of the unit. */
    name: z.string(),
    state: DeliveryState,
    /** `refused-by-receiver`, `unknown-receiver`, `no-receipt`, `not-handed-over`, `not-readable`; null unless failed. */
    reason: z.string().nullable(),
    queuedAt: Instant,
    /** Of the state. */
    since: Instant,
    /** The receiver's own reference, when it has given one. */
    receipt: z.string().nullable(),
    /** A failed one may be sent again. */
    maySendAgain: z.boolean(),
  })
  .meta({ id: 'PaperDelivery' });
export type Delivery = z.output<typeof Delivery>;

export const SentLine = z
  .strictObject({
    paperId: Id,
    kind: PaperKind,
    title: z.string(),
    language: Language,
    sentAt: Instant,
    sentBy: z.string(),
    deliveries: z.array(Delivery),
  })
  .meta({ id: 'SentPaperLine' });
export type SentLine = z.output<typeof SentLine>;

/** What may be written now. */
export const PaperLine = z
  .strictObject({
    kind: PaperKind,
    title: z.string().meta({ description: 'In the reader’s language.' }),
    /** Whether it is time for it and none has been sent. */
    proposed: z.boolean(),
    /** Why it is proposed. */
    because: z
      .enum([
        'treatment-started',
        'measures-answered',
        'measures-expired',
        'time-ending',
        'in-maintenance',
        'treatment-ended',
      ])
      .nullable(),
    since: IsoDate.nullable(),
    draft: z.strictObject({ number: z.number().int(), saved: Saved, language: Language }).nullable(),
    sent: z.number().int().meta({ description: 'How many of this kind have been sent.' }),
  })
  .meta({ id: 'PaperLine' });
export type PaperLine = z.output<typeof PaperLine>;

export const Papers = z
  .strictObject({
    now: Instant,
    timeZone: z.string(),
    kinds: z.array(PaperLine),
    sent: z.array(SentLine).meta({ description: 'Newest first.' }),
    /** False while nobody has begun: an invitation gives no papers. */
    mayWrite: z.boolean(),
    /** What a paper is written in unless another language is chosen. */
    language: Language,
  })
  .meta({ id: 'Papers' });
export type Papers = z.output<typeof Papers>;

/** A HER-id of the Norwegian address register, or an organisation number; both are kept as they are written. */
const Address = {
  herId: z
    .string()
    .regex(/^\d{1,10}$/)
    .nullable()
    .default(null),
  organisationNumber: z
    .string()
    .regex(/^(\d{9}|\d{6}-?\d{4})$/)
    .nullable()
    .default(null),
};

/** The record is the unit's own, and its address is known. A letter to the GP needs one of the two addresses. */
export const Recipient = z
  .discriminatedUnion('to', [
    z.strictObject({ to: z.literal('record') }),
    z
      .strictObject({ to: z.literal('gp'), name: text({ min: 1, max: 120 }), ...Address })
      .refine(({ herId, organisationNumber }) => herId !== null || organisationNumber !== null, {
        error: 'a HER-id or an organisation number',
      }),
  ])
  .meta({ id: 'PaperRecipient' });
export type Recipient = z.output<typeof Recipient>;

export const SentPaper = z
  .strictObject({ line: SentLine, paper: Paper, timeZone: z.string() })
  .meta({ id: 'SentPaper' });
export type SentPaper = z.output<typeof SentPaper>;
