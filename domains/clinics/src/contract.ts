/** The clinic's day: worklist, patients, inviting, and the practice clock. Browser-safe. */
import { Because, TreatmentStatus } from '@skute/treatment/contract';
import { BirthDate, defineRoute, Id, Instant, IsoDate, text } from '@skute/platform/contract';
import { z } from 'zod';

export const FlagKind = z
  .enum([
    'follow-up-call',
    'no-activity',
    'time-ending',
    'form-saved',
    'late-form',
    'score-worse',
    'safety-answer',
    'contact-wish',
    'fodmap-wish',
    'invitation-lapsing',
    'invitation-lapsed',
  ])
  .meta({ id: 'FlagKind' });

export const Work = z
  .strictObject({
    kind: FlagKind,
    /** Says which occurrence of the kind this is, so that handling one does not handle the next. */
    occurrence: z.string(),
    because: z.string(),
    since: Instant,
    dueAt: Instant.meta({ description: 'In the unit’s opening hours.' }),
    proposal: z.enum(['call', 'renew-invitation', 'look', 'plan-ending', 'read-form']),
  })
  .meta({ id: 'Work' });

export const WorklistRow = z
  .strictObject({
    treatmentId: Id,
    patientId: Id,
    name: z.string(),
    born: BirthDate,
    programme: z.string(),
    status: TreatmentStatus,
    day: z.number().int().nullable(),
    lastActiveAt: Instant.nullable(),
    responsible: z.string(),
    mine: z.boolean(),
    work: z.array(Work).min(1),
    group: z.enum(['today', 'waiting', 'unanswered']),
  })
  .meta({ id: 'WorklistRow' });

export const Worklist = z
  .strictObject({
    now: Instant,
    timeZone: z.string(),
    rows: z.array(WorklistRow),
    /** When the list is empty: what comes next, if anything is known. */
    nextDueAt: Instant.nullable(),
    counts: z.strictObject({ mine: z.number().int(), all: z.number().int() }),
  })
  .meta({ id: 'Worklist' });
export type Worklist = z.output<typeof Worklist>;

export const getWorklist = defineRoute({
  name: 'getWorklist',
  method: 'GET',
  path: '/api/clinic/worklist',
  summary: 'Who needs something, with because and a proposed action; one row a patient.',
  policy: 'clinician-at-unit',
  audit: 'clinic.worklist',
  idempotency: 'none',
  query: z.strictObject({ split: z.enum(['mine', 'all']).default('mine') }),
  replies: { 200: Worklist },
});

export const handleWork = defineRoute({
  name: 'handleWork',
  method: 'POST',
  path: '/api/clinic/worklist/:treatmentId/handle',
  summary: 'Marks work as done, puts it off, or takes either back.',
  policy: 'treats-patient',
  audit: 'clinic.work-handled',
  idempotency: 'keyed',
  params: z.strictObject({ treatmentId: Id }),
  body: z.strictObject({
    items: z
      .array(z.strictObject({ kind: FlagKind, occurrence: z.string().max(120) }))
      .min(1)
      .max(20),
    outcome: z.enum(['done', 'later', 'reopened']),
    until: IsoDate.optional().meta({ description: 'For `later`: from tomorrow to a year ahead.' }),
    note: text({ max: 500 }).optional(),
  }),
  replies: { 200: z.strictObject({ handled: z.number().int() }) },
});

/** Where a page of patients ended: `2026-03-09T07:40:00.000Z_` and an id. Opaque to the apps. */
const PageEnd = z.string().max(200).refine(isPageEnd, { error: 'the `after` of a page before' });

function isPageEnd(value: string): boolean {
  const [at = '', id, ...more] = value.split('_');
  return /^(19|20|21)\d\d-/.test(at) && isRealInstant(at) && Id.safeParse(id).success && more.length === 0;
}

function isRealInstant(text: string): boolean {
  const at = Date.parse(text);
  return Number.isFinite(at) && new Date(at).toISOString() === text;
}

export const PatientRow = z
  .strictObject({
    patientId: Id,
    treatmentId: Id,
    name: z.string(),
    born: BirthDate,
    programme: z.string(),
    status: TreatmentStatus,
    day: z.number().int().nullable(),
    lastActiveAt: Instant.nullable(),
    finishedSteps: z.number().int(),
    steps: z.number().int(),
    responsible: z.string(),
    mine: z.boolean(),
  })
  .meta({ id: 'PatientRow' });

export const findPatients = defineRoute({
  name: 'findPatients',
  method: 'POST',
  path: '/api/clinic/patients/find',
  summary:
    'Patients of the unit whom the clinician treats, by name, identity number or filter. A POST, so that no name or number is in an address.',
  policy: 'clinician-at-unit',
  audit: 'clinic.patients',
  idempotency: 'natural',
  body: z.strictObject({
    search: text({ max: 80 }).default(''),
    filter: z.enum(['all', 'mine', 'inactive-7-days', 'ends-within-30-days', 'invited']).default('all'),
    after: PageEnd.optional().meta({ description: 'Where the previous page ended, as that page said.' }),
  }),
  replies: { 200: z.strictObject({ rows: z.array(PatientRow), after: z.string().nullable() }) },
});

export const PatientPage = z
  .strictObject({
    patientId: Id,
    name: z.string(),
    born: BirthDate,
    age: z.number().int(),
    /** The last characters only; the whole number is shown on request and logged. */
    numberEnds: z.string(),
    language: z.string(),
    responsible: z.string(),
    relation: z.strictObject({ from: Instant, reason: z.string() }),
    treatmentId: Id,
    programme: z.string(),
    example: z.boolean(),
    status: TreatmentStatus,
    startsOn: IsoDate,
    day: z.number().int().nullable(),
    daysLeft: z.number().int().nullable(),
    invitationEndsOn: IsoDate.nullable(),
    lastActiveAt: Instant.nullable(),
    finishedSteps: z.number().int(),
    steps: z.number().int(),
    current: z.strictObject({ module: z.string(), step: z.string() }).nullable(),
    week: z
      .array(z.strictObject({ date: IsoDate, visited: z.number().int(), finished: z.number().int() }))
      .length(7),
    work: z.array(Work),
    /** What was done about work, newest first: the latest twenty, with the words of whoever did it. */
    handled: z.array(
      z.strictObject({
        at: Instant,
        kind: FlagKind,
        outcome: z.enum(['done', 'later', 'reopened']),
        until: IsoDate.nullable(),
        note: z.string().nullable(),
        by: z.string(),
      }),
    ),
    opened: z.array(z.strictObject({ title: z.string(), because: Because })),
    eligibility: z.array(
      z.strictObject({ question: z.string(), met: z.boolean(), overrideReason: z.string().nullable() }),
    ),
    now: Instant,
    timeZone: z.string(),
  })
  .meta({ id: 'PatientPage' });
export type PatientPage = z.output<typeof PatientPage>;

export const getPatientPage = defineRoute({
  name: 'getPatientPage',
  method: 'GET',
  path: '/api/clinic/treatments/:treatmentId',
  summary: 'One patient’s treatment at a glance.',
  policy: 'treats-patient',
  audit: 'clinic.patient-page',
  idempotency: 'none',
  params: z.strictObject({ treatmentId: Id }),
  replies: { 200: PatientPage },
});

export const AvailableProgramme = z
  .strictObject({
    versionId: Id,
    title: z.string(),
    summary: z.string(),
    version: z.string(),
    example: z.boolean(),
    days: z.number().int(),
    invitationDays: z.number().int(),
    modules: z.number().int(),
    steps: z.number().int(),
    eligibility: z.array(
      z.strictObject({
        id: z.string(),
        kind: z.enum(['age', 'confirm']),
        question: z.string(),
        help: z.string(),
        atLeast: z.number().int().nullable(),
        exceptionFrom: z.number().int().nullable(),
      }),
    ),
    /** What opens on which day of the treatment, by rule or from the start. */
    calendar: z.array(
      z.strictObject({ day: z.number().int(), opens: z.array(z.string()), because: z.string().nullable() }),
    ),
    outline: z.array(
      z.strictObject({ title: z.string(), optional: z.boolean(), steps: z.array(z.string()) }),
    ),
  })
  .meta({ id: 'AvailableProgramme' });

export const listProgrammes = defineRoute({
  name: 'listProgrammes',
  method: 'GET',
  path: '/api/clinic/programmes',
  summary: 'Programmes that the organisation has activated.',
  policy: 'clinician-at-unit',
  audit: 'none',
  idempotency: 'none',
  replies: { 200: z.strictObject({ programmes: z.array(AvailableProgramme) }) },
});

export const lookUpPerson = defineRoute({
  name: 'lookUpPerson',
  method: 'POST',
  path: '/api/clinic/people/look-up',
  summary:
    'Checks an identity number and says whether the person is known to the organisation, before inviting.',
  policy: 'clinician-at-unit',
  audit: 'clinic.look-up',
  idempotency: 'natural',
  body: z.strictObject({ number: text({ min: 1, max: 20 }) }),
  replies: {
    200: z.discriminatedUnion('known', [
      z.strictObject({
        known: z.literal(true),
        name: z.string(),
        born: BirthDate,
        hasTreatment: z.boolean(),
      }),
      z.strictObject({ known: z.literal(false), born: BirthDate }),
    ]),
  },
});

export const invite = defineRoute({
  name: 'invite',
  method: 'POST',
  path: '/api/clinic/invitations',
  summary:
    'Gives a patient a programme: checks the eligibility list, makes the care relation, and starts the invitation’s clock.',
  policy: 'clinician-at-unit',
  audit: 'clinic.invite',
  idempotency: 'keyed',
  body: z.strictObject({
    number: text({ min: 1, max: 20 }),
    given: text({ min: 1, max: 80 }).optional().meta({ description: 'Needed when the person is not known.' }),
    family: text({ min: 1, max: 80 }).optional(),
    language: z.enum(['nb', 'nn', 'sv', 'en']),
    versionId: Id,
    startsOn: IsoDate,
    answers: z.array(
      z.strictObject({ id: z.string().max(80), met: z.boolean(), reason: text({ max: 500 }).optional() }),
    ),
  }),
  replies: { 201: z.strictObject({ treatmentId: Id, patientId: Id, invitationEndsOn: IsoDate }) },
});

export const windClock = defineRoute({
  name: 'windClock',
  method: 'POST',
  path: '/api/clinic/clock',
  summary: 'Practice mode only: winds the unit’s clock forward, never back.',
  policy: 'clinician-at-unit-in-practice',
  audit: 'none',
  idempotency: 'keyed',
  body: z.strictObject({
    forwardHours: z
      .number()
      .int()
      .min(1)
      .max(24 * 366),
  }),
  replies: { 200: z.strictObject({ unitNow: Instant }) },
});

export const clinicRoutes = [
  getWorklist,
  handleWork,
  findPatients,
  getPatientPage,
  listProgrammes,
  lookUpPerson,
  invite,
  windClock,
];
