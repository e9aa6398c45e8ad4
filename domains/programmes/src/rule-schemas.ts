import { z } from 'zod';
import { type Condition, type Effect, raisedFlags } from './programme.ts';
import { exactlyOneKey, formWord, hasOneKey, id } from './schema-parts.ts';

/** The shape of rules.yaml. */

const points = z.number().min(-1_000_000).max(1_000_000);
const difference = z.number().gt(0).max(1_000_000);
const oneOf = (a: number | undefined, b: number | undefined): boolean =>
  (a === undefined) !== (b === undefined);

const answer = z.strictObject({
  form: id,
  item: formWord.meta({ description: 'The linkId of an item of the form.' }),
  is: z
    .union([formWord, z.number(), z.boolean()], 'the code of an option, a number, or true or false')
    .meta({ description: 'One of the answers to the item.' }),
});

const score = z
  .strictObject({
    form: id,
    score: formWord.meta({ description: "One of the scores of the form's instrument." }),
    atLeast: points.optional(),
    atMost: points.optional(),
  })
  .refine(({ atLeast, atMost }) => oneOf(atLeast, atMost), 'expected exactly one of atLeast, atMost.');

const change = z
  .strictObject({
    form: id,
    score: formWord.meta({ description: "One of the scores of the form's instrument." }),
    worseBy: difference.optional(),
    betterBy: difference.optional(),
    since: z
      .enum(['first', 'last'])
      .meta({ description: 'Compared with the first answered form, or the one before.' }),
  })
  .refine(({ worseBy, betterBy }) => oneOf(worseBy, betterBy), 'expected exactly one of worseBy, betterBy.');

const late = z.strictObject({
  point: id.meta({ description: 'A point of measures.yaml.' }),
  days: z.int().min(0).max(365).meta({ description: 'Days after the due date.' }),
});

const when = z
  .strictObject({
    day: z.int().min(0).max(3650).optional(),
    moduleDone: id.optional(),
    stepDone: id.optional(),
    silentDays: z.int().min(1).max(3650).optional(),
    daysLeft: z.int().min(0).max(3650).optional(),
    formSent: id.optional(),
    answer: answer.optional(),
    score: score.optional(),
    change: change.optional(),
    late: late.optional(),
  })
  .refine(hasOneKey, {
    message:
      'expected exactly one of day, moduleDone, stepDone, silentDays, daysLeft, formSent, answer, score, change, late.',
  })
  .meta(exactlyOneKey);

const then = z
  .strictObject({
    open: id.optional(),
    show: id.optional(),
    hide: id.optional(),
    showModule: id.optional(),
    hideModule: id.optional(),
    schedule: id.optional(),
    flag: z.enum(raisedFlags).optional(),
  })
  .refine(hasOneKey, {
    message: 'expected exactly one of open, show, hide, showModule, hideModule, schedule, flag.',
  })
  .meta(exactlyOneKey);

export const rulesYaml = z.array(z.strictObject({ id, when, then: z.array(then).min(1).max(20) })).max(200);

/** The schema has made sure that one key is there; the types of the rest of the system say which. */
export function toCondition(value: z.output<typeof when>): Condition {
  return value as Condition;
}

export function toEffect(value: z.output<typeof then>): Effect {
  return value as Effect;
}
