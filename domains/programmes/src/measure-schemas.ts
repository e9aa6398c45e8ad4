import { z } from 'zod';
import type { MeasurementPoint, Timing } from './programme.ts';
import { id } from './schema-parts.ts';

/** The shape of measures.yaml. Whether the numbers fit together is for checks/measures.ts to say. */

const timings = ['day', 'months', 'everyDays', 'afterModule', 'afterStep', 'afterPoint', 'onDemand'] as const;
const follows = ['afterModule', 'afterStep', 'afterPoint'] as const;

const day = z.int().min(0).max(3650);

const when = z
  .strictObject({
    day: day.optional().meta({ description: 'Day of the treatment; day 0 is the start.' }),
    months: z.int().min(1).max(120).optional().meta({ description: 'Calendar months after the start.' }),
    everyDays: z.int().min(1).max(3650).optional().meta({ description: 'With fromDay and toDay.' }),
    fromDay: day.optional(),
    toDay: day.optional(),
    afterModule: id.optional().meta({ description: 'When every visible step of the module is finished.' }),
    afterStep: id.optional(),
    afterPoint: id.optional().meta({ description: 'When the forms of another point are answered.' }),
    days: day.optional().meta({ description: 'With afterModule, afterStep and afterPoint; 0 if left out.' }),
    onDemand: z.literal(true).optional().meta({ description: "By a rule's schedule, or by a clinician." }),
  })
  .superRefine((value, context) => {
    const used = timings.filter((key) => value[key] !== undefined);
    const say = (message: string) => context.addIssue({ code: 'custom', message });
    if (used.length !== 1) return say(`expected exactly one of ${timings.join(', ')}.`);
    const ranged = value.fromDay !== undefined && value.toDay !== undefined;
    const rangeless = value.fromDay === undefined && value.toDay === undefined;
    if (used[0] === 'everyDays' ? !ranged : !rangeless)
      say('expected fromDay and toDay together with everyDays, and with nothing else.');
    if (value.days !== undefined && !follows.some((key) => key === used[0]))
      say('expected days together with afterModule, afterStep or afterPoint, and with nothing else.');
  });

const daysOpen = z.int().min(0).max(365);

const point = z.strictObject({
  id,
  forms: z
    .array(id)
    .min(1)
    .max(20)
    .refine((forms) => new Set(forms).size === forms.length, 'has the same form twice; expected each once.')
    .meta({ description: 'Answered in one sitting, in this order.' }),
  when,
  dueDays: daysOpen.meta({ description: 'Days from the opening until it should be answered.' }),
  expireDays: daysOpen.meta({ description: 'Days from the opening until it can no longer be answered.' }),
  flagWhenLate: z
    .boolean()
    .default(true)
    .meta({ description: 'Whether the clinic is told when it is overdue.' }),
});

export const measuresYaml = z.array(point).max(50);

export function toMeasurementPoint(value: z.output<typeof point>): MeasurementPoint {
  return { ...value, when: toTiming(value.when) };
}

/** The schema has made sure that the keys fit together; the types of the rest of the system say how. */
function toTiming(value: z.output<typeof when>): Timing {
  const isFollowing = follows.some((key) => value[key] !== undefined);
  return (isFollowing ? { days: 0, ...value } : value) as Timing;
}
