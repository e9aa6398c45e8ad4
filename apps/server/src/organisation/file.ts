/** The file that says how an organisation is to be. Its form is told in docs/organisation.md. */
import { z } from 'zod';

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const name = z.string().trim().min(1, 'a name').max(120, 'at most 120 characters');

const Interval = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/, 'hours such as 08:00-15:30')
  .transform((written) => ({ opens: written.slice(0, 5), closes: written.slice(6) }))
  .refine(({ opens, closes }) => opens < closes, { error: 'hours that end after they begin' });

const Open = z
  .partialRecord(z.enum(days), Interval)
  .transform((open) =>
    days.flatMap((day, place) => (open[day] ? [{ weekday: place + 1, ...open[day] }] : [])),
  );

const UnitLine = z.strictObject({
  number: z.string(),
  name,
  timeZone: z.string().refine(isTimeZone, { error: 'a time zone such as Europe/Oslo' }),
  open: Open,
  closed: z.array(z.iso.date({ error: 'a date such as 2026-12-24' })).default([]),
});

const RoleLine = z.strictObject({
  unit: z.string(),
  role: z.enum(['clinician', 'unit-administrator'], { error: 'clinician or unit-administrator' }),
});

const StaffLine = z.strictObject({
  number: z.string(),
  given: name,
  family: name,
  title: name.optional(),
  /** For a number that tells no date of birth. */
  born: z.iso.date({ error: 'a date such as 1984-04-12' }).optional(),
  hpr: z
    .string()
    .regex(/^\d{1,9}$/, 'at most nine digits')
    .optional(),
  roles: z.array(RoleLine),
});

/** Everything is text: a number that begins with 0 must not lose it. */
export const OrganisationFile = z.strictObject({
  organisation: z.strictObject({
    name,
    short: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower-case letters, digits and hyphens'),
    country: z.enum(['NO', 'SE'], { error: 'NO or SE' }),
    number: z.string(),
  }),
  units: z.array(UnitLine).min(1, 'at least one unit'),
  staff: z.array(StaffLine).default([]),
});
export type OrganisationFile = z.output<typeof OrganisationFile>;

function isTimeZone(written: string): boolean {
  try {
    // Offsets and abbreviations are taken too, but know no summer time.
    return written.includes('/') && Boolean(new Intl.DateTimeFormat('en', { timeZone: written }));
  } catch {
    return false;
  }
}
