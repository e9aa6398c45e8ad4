import { z } from 'zod';
import { languages } from './programme.ts';
import { days, id, line, prose } from './schema-parts.ts';

/** The shapes of programme.yaml and texts/<language>.yaml. Strict: a misspelt key is found, not ignored. */

const step = z.strictObject({
  id,
  minutes: z.int().min(1).max(120).meta({ description: 'How long the step takes, about.' }),
  hidden: z
    .boolean()
    .default(false)
    .meta({ description: 'Hidden until a rule or a clinician shows it for one patient.' }),
});

const section = z.strictObject({ id, steps: z.array(step).min(1).max(100) });

const module = z.strictObject({
  id,
  access: z.enum(['open', 'closed']).meta({ description: 'At the start of a treatment.' }),
  optional: z.boolean().default(false).meta({ description: 'For those it helps; a clinician may open it.' }),
  hidden: z
    .boolean()
    .default(false)
    .meta({ description: 'Hidden, with its steps, until a rule or a clinician shows it for one patient.' }),
  days: days.meta({
    description: 'Recommended days, for the clinician only. Nothing closes when they have passed.',
  }),
  sections: z.array(section).min(1).max(50),
});

const eligibilityLine = z.discriminatedUnion('kind', [
  z.strictObject({
    id,
    kind: z.literal('age'),
    atLeast: z.int().min(0).max(120),
    exceptionFrom: z
      .exactOptional(z.int().min(0).max(120))
      .meta({ description: 'From this age with a reason.' }),
  }),
  z.strictObject({ id, kind: z.literal('confirm') }),
]);

export const programmeYaml = z
  .strictObject({
    format: z.literal('skute-programme/1'),
    id,
    version: z.string().regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/, 'three numbers, such as "1.0.0"'),
    status: z.enum(['example', 'reviewed']),
    languages: z.partialRecord(z.enum(languages), z.enum(['full', 'summary'])),
    licence: line,
    clinicalOwner: z.strictObject({ name: line, role: line }),
    evidence: z.literal('evidence.md'),
    days,
    invitationDays: z.int().min(1).max(365).default(14),
    maintenanceDays: z.int().min(0).max(3650).default(90),
    motif: z.enum(['boat', 'none']).default('none'),
    eligibility: z.array(eligibilityLine).max(50).default([]),
    modules: z.array(module).min(1).max(50),
  })
  .refine((programme) => Object.values(programme.languages).includes('full'), {
    path: ['languages'],
    message: 'no language is "full"; expected at least one.',
  });

const mediaName = z
  .string()
  .regex(/^[a-z0-9-]{1,80}\.(svg|webm)$/, 'a file name, such as "gut.svg" or "breathing.webm"');

export const textsYaml = z.strictObject({
  programme: z.strictObject({ title: line, summary: prose, welcome: prose }),
  eligibility: z.record(id, z.strictObject({ question: line, help: prose })).default({}),
  modules: z.record(id, z.strictObject({ title: line, summary: prose })).default({}),
  sections: z.record(id, z.strictObject({ title: line })).default({}),
  rules: z.record(id, z.strictObject({ because: line })).default({}),
  measures: z.record(id, z.strictObject({ title: line, why: line })).default({}),
  media: z.record(mediaName, z.strictObject({ title: z.exactOptional(line), alt: prose })).default({}),
});

export const pageFrontMatter = z.strictObject({ title: line, summary: prose });
