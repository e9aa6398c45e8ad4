/** What the patient sees and does in a treatment, and how a clinician steers it. Browser-safe. */
import { defineRoute, Id, Instant, IsoDate, text } from '@skute/platform/contract';
import { z } from 'zod';
import { patientFormRoutes, clinicFormRoutes } from './forms-contract.ts';
import { Because } from './shapes.ts';

export * from './forms-contract.ts';
export { Because };

/** Computed from what has happened and the clock; never stored. */
export const TreatmentStatus = z.enum([
  'invited',
  'lapsed',
  'active',
  'paused',
  'maintenance',
  'ended',
  'purged',
]);
export type TreatmentStatus = z.output<typeof TreatmentStatus>;

/** The six status words of the screens, less the ones that need a date. */
export const StepStatus = z.enum(['not-begun', 'begun', 'finished', 'not-open']).meta({ id: 'StepStatus' });

export const TreatmentCard = z
  .strictObject({
    id: Id,
    status: TreatmentStatus,
    programme: z.strictObject({
      versionId: Id,
      title: z.string(),
      summary: z.string(),
      welcome: z.string(),
      example: z.boolean(),
      motif: z.enum(['boat', 'none']),
    }),
    clinic: z.strictObject({ unit: z.string(), clinician: z.string(), country: z.enum(['NO', 'SE']) }),
    /** The unit's present. */
    now: Instant,
    timeZone: z.string(),
    startsOn: IsoDate,
    /** Day 0 is the start. Absent until the treatment is active. */
    day: z.number().int().nullable(),
    week: z.number().int().nullable(),
    weeks: z.number().int(),
    invitationEndsOn: IsoDate.nullable(),
    awayDays: z
      .number()
      .int()
      .nullable()
      .meta({ description: 'Whole days since the patient last did something.' }),
  })
  .meta({ id: 'TreatmentCard' });

export const TodayCard = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('next-step'),
      stepId: z.string(),
      title: z.string(),
      summary: z.string(),
      module: z.string(),
      minutes: z.number().int(),
      begun: z.boolean(),
    }),
    z.strictObject({ kind: z.literal('opened'), moduleId: z.string(), title: z.string(), because: Because }),
    z.strictObject({ kind: z.literal('shown'), stepId: z.string(), title: z.string(), because: Because }),
    z.strictObject({
      kind: z.literal('opens-later'),
      moduleId: z.string(),
      title: z.string(),
      opensOn: IsoDate,
    }),
    z
      .strictObject({
        kind: z.literal('forms-due'),
        /** The one to begin with. */
        formId: z.string(),
        title: z.string(),
        forms: z.number().int(),
        minutes: z.number().int(),
        dueOn: IsoDate,
        state: z.enum(['open', 'due', 'overdue']),
      })
      .meta({ description: 'One sitting, however many forms it has.' }),
    z.strictObject({ kind: z.literal('all-done') }),
  ])
  .meta({ id: 'TodayCard' });
export type TodayCard = z.output<typeof TodayCard>;

export const Today = z
  .strictObject({
    treatment: TreatmentCard.nullable(),
    cards: z.array(TodayCard).max(4),
    more: z.number().int(),
  })
  .meta({ id: 'Today' });
export type Today = z.output<typeof Today>;

export const StepLine = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    summary: z.string(),
    minutes: z.number().int(),
    status: StepStatus,
    /** May be opened now: visited before, or the first not visited in what is open. */
    reachable: z.boolean(),
    bookmarked: z.boolean(),
  })
  .meta({ id: 'StepLine' });

export const ModuleView = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    summary: z.string(),
    optional: z.boolean(),
    open: z.boolean(),
    /** Known when a rule by time will open it. */
    opensOn: IsoDate.nullable(),
    because: Because.nullable(),
    finished: z.boolean(),
    minutes: z.number().int(),
    sections: z.array(z.strictObject({ id: z.string(), title: z.string(), steps: z.array(StepLine) })),
  })
  .meta({ id: 'ModuleView' });

export const ProgrammeView = z
  .strictObject({ treatment: TreatmentCard, modules: z.array(ModuleView) })
  .meta({ id: 'ProgrammeView' });
export type ProgrammeView = z.output<typeof ProgrammeView>;

type InlineShape =
  | { kind: 'text'; value: string }
  | { kind: 'strong' | 'emphasis'; text: InlineShape[] }
  | { kind: 'link'; to: string; text: InlineShape[] }
  | { kind: 'break' };
const Inline: z.ZodType<InlineShape> = z
  .lazy(() =>
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('text'), value: z.string() }),
      z.strictObject({ kind: z.enum(['strong', 'emphasis']), text: z.array(Inline) }),
      z.strictObject({ kind: z.literal('link'), to: z.string(), text: z.array(Inline) }),
      z.strictObject({ kind: z.literal('break') }),
    ]),
  )
  .meta({ id: 'Inline' });

/** The blocks of a page are checked when the package is imported; here they pass through as they were stored. */
export const PageBlock = z.looseObject({ kind: z.string() }).meta({ id: 'PageBlock' });

export const StepView = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    summary: z.string(),
    minutes: z.number().int(),
    /** The language the page is in, which may be another than was asked for. */
    language: z.string(),
    blocks: z.array(PageBlock),
    module: z.strictObject({ id: z.string(), title: z.string() }),
    status: StepStatus,
    bookmarked: z.boolean(),
    example: z.boolean(),
    versionId: Id,
    previous: z.strictObject({ id: z.string(), title: z.string() }).nullable(),
    /** Where finishing leads; null at the end of what is open. */
    next: z.strictObject({ id: z.string(), title: z.string() }).nullable(),
    because: Because.nullable(),
  })
  .meta({ id: 'StepView' });
export type StepView = z.output<typeof StepView>;
export { Inline as InlineSchema };

const StepParams = z.strictObject({ stepId: z.string().max(80) });

export const getToday = defineRoute({
  name: 'getToday',
  method: 'GET',
  path: '/api/patient/today',
  summary: 'What matters to the patient now: at most four cards.',
  policy: 'own-treatment',
  audit: 'treatment.today',
  idempotency: 'none',
  replies: { 200: Today },
});

export const acceptInvitation = defineRoute({
  name: 'acceptInvitation',
  method: 'POST',
  path: '/api/patient/accept',
  summary: 'The patient accepts the invitation; the treatment becomes active.',
  policy: 'own-treatment',
  audit: 'treatment.accept',
  idempotency: 'keyed',
  replies: { 200: Today },
});

export const getProgramme = defineRoute({
  name: 'getProgramme',
  method: 'GET',
  path: '/api/patient/programme',
  summary: 'The whole route: modules and steps, what is open, and why.',
  policy: 'own-treatment',
  audit: 'treatment.programme',
  idempotency: 'none',
  replies: { 200: ProgrammeView },
});

export const openStep = defineRoute({
  name: 'openStep',
  method: 'POST',
  path: '/api/patient/steps/:stepId/open',
  summary: 'Opens a step that is reachable and remembers that it was visited.',
  policy: 'own-treatment',
  audit: 'treatment.step-open',
  idempotency: 'natural',
  params: StepParams,
  replies: { 200: StepView },
});

export const finishStep = defineRoute({
  name: 'finishStep',
  method: 'POST',
  path: '/api/patient/steps/:stepId/finish',
  summary: 'The patient is done with a visited step; says what comes next.',
  policy: 'own-treatment',
  audit: 'treatment.step-finish',
  idempotency: 'keyed',
  params: StepParams,
  replies: {
    200: z.strictObject({
      stepId: z.string(),
      next: z.strictObject({ id: z.string(), title: z.string() }).nullable(),
      moduleFinished: z.boolean(),
      opened: z.array(z.strictObject({ moduleId: z.string(), title: z.string(), because: Because })),
    }),
  },
});

export const bookmarkStep = defineRoute({
  name: 'bookmarkStep',
  method: 'PUT',
  path: '/api/patient/steps/:stepId/bookmark',
  summary: 'Keeps a visited step among the patient’s bookmarks, or takes it away.',
  policy: 'own-treatment',
  audit: 'treatment.bookmark',
  idempotency: 'natural',
  params: StepParams,
  body: z.strictObject({ on: z.boolean() }),
  replies: { 200: z.strictObject({ on: z.boolean() }) },
});

/** As the clinician sees one step: the patient's own, and what only the clinic knows. */
export const SteeredStep = StepLine.extend({
  hidden: z.boolean().meta({ description: 'Hidden for this patient now.' }),
  hiddenAtStart: z.boolean(),
  because: Because.nullable(),
  visitedAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
}).meta({ id: 'SteeredStep' });

export const SteeredModule = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    summary: z.string(),
    optional: z.boolean(),
    open: z.boolean(),
    hidden: z
      .boolean()
      .meta({ description: 'Hidden for this patient now, with all its steps, whether it is open or not.' }),
    hiddenAtStart: z.boolean(),
    opensOn: IsoDate.nullable(),
    because: Because.nullable(),
    finished: z.boolean(),
    /** Recommended days left since it opened; the clinic's only. Nothing closes at zero. */
    daysLeft: z.number().int().nullable(),
    sections: z.array(z.strictObject({ id: z.string(), title: z.string(), steps: z.array(SteeredStep) })),
  })
  .meta({ id: 'SteeredModule' });

export const RuleView = z
  .strictObject({
    id: z.string(),
    because: z.string(),
    /** `waiting`: has not come true. `fired`: has taken effect. `held`: stopped for this patient. `undone`: its effect was taken back. */
    state: z.enum(['waiting', 'fired', 'held', 'undone']),
    dueOn: IsoDate.nullable(),
    firedAt: Instant.nullable(),
    reason: z.string().nullable(),
    opens: z.array(z.string()).meta({ description: 'Titles of the modules and steps it opens or shows.' }),
  })
  .meta({ id: 'RuleView' });

export const SteeringView = z
  .strictObject({
    treatment: TreatmentCard,
    version: z
      .number()
      .int()
      .meta({ description: 'Number of the last event: tells whether anything has changed since.' }),
    lastActiveAt: Instant.nullable(),
    sinceStartDays: z.number().int().nullable(),
    daysLeft: z.number().int().nullable(),
    modules: z.array(SteeredModule),
    rules: z.array(RuleView),
    history: z.array(
      z.strictObject({
        at: Instant,
        kind: z.string(),
        about: z.string().nullable().meta({ description: 'Title of the module, step or rule it is about.' }),
        by: z.enum(['patient', 'clinician', 'rule']),
        reason: z.string().nullable(),
      }),
    ),
    allowed: z.array(z.enum(['pause', 'resume', 'renew-invitation', 'steer'])),
  })
  .meta({ id: 'SteeringView' });
export type SteeringView = z.output<typeof SteeringView>;

const TreatmentParams = z.strictObject({ treatmentId: Id });
const Reason = text({ min: 3, max: 500 });

export const getSteering = defineRoute({
  name: 'getSteering',
  method: 'GET',
  path: '/api/clinic/treatments/:treatmentId/programme',
  summary:
    'The patient’s own view of the programme, with what is not reachable, days left, rules and history.',
  policy: 'treats-patient',
  audit: 'treatment.steering',
  idempotency: 'none',
  params: TreatmentParams,
  replies: { 200: SteeringView },
});

export const previewStep = defineRoute({
  name: 'previewStep',
  method: 'GET',
  path: '/api/clinic/treatments/:treatmentId/steps/:stepId',
  summary: 'One step as the patient sees it, and whether the patient can reach it.',
  policy: 'treats-patient',
  audit: 'treatment.step-preview',
  idempotency: 'none',
  params: z.strictObject({ treatmentId: Id, stepId: z.string().max(80) }),
  replies: { 200: z.strictObject({ step: StepView, reachable: z.boolean(), hidden: z.boolean() }) },
});

export const steer = defineRoute({
  name: 'steer',
  method: 'POST',
  path: '/api/clinic/treatments/:treatmentId/steer',
  summary:
    'Opens or closes a module, shows or hides a module or step, holds, releases or undoes a rule, adds, moves or cancels a measurement, pauses, resumes, or renews the invitation.',
  policy: 'treats-patient',
  audit: 'treatment.steer',
  idempotency: 'keyed',
  params: TreatmentParams,
  body: z.discriminatedUnion('act', [
    z.strictObject({ act: z.literal('open-module'), moduleId: z.string(), reason: Reason.optional() }),
    z.strictObject({ act: z.literal('close-module'), moduleId: z.string(), reason: Reason }),
    z.strictObject({ act: z.literal('show-module'), moduleId: z.string(), reason: Reason }),
    z.strictObject({ act: z.literal('hide-module'), moduleId: z.string(), reason: Reason }),
    z.strictObject({ act: z.literal('show-step'), stepId: z.string(), reason: Reason }),
    z.strictObject({ act: z.literal('hide-step'), stepId: z.string(), reason: Reason }),
    z.strictObject({ act: z.literal('hold-rule'), ruleId: z.string(), reason: Reason }),
    z.strictObject({ act: z.literal('release-rule'), ruleId: z.string() }),
    z.strictObject({ act: z.literal('undo-rule'), ruleId: z.string(), reason: Reason }),
    z.strictObject({
      act: z.literal('add-point'),
      pointId: z.string(),
      on: IsoDate,
      reason: Reason.optional(),
    }),
    z.strictObject({
      act: z.literal('move-point'),
      key: z.string().max(200),
      on: IsoDate,
      reason: Reason.optional(),
    }),
    z.strictObject({ act: z.literal('cancel-point'), key: z.string().max(200), reason: Reason }),
    z.strictObject({ act: z.literal('pause'), reason: Reason }),
    z.strictObject({ act: z.literal('resume') }),
    z.strictObject({ act: z.literal('renew-invitation') }),
  ]),
  replies: { 200: SteeringView },
});

export const patientRoutes = [
  getToday,
  acceptInvitation,
  getProgramme,
  openStep,
  finishStep,
  bookmarkStep,
  ...patientFormRoutes,
];
export const steeringRoutes = [getSteering, previewStep, steer, ...clinicFormRoutes];
