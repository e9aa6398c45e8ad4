/**
 * What a route promises, written once and used on both sides: the server's handlers, the typed client of the apps,
 * and /openapi.json. Browser-safe.
 */
import { z } from 'zod';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * How a write may be repeated.
 * `none`: a read. `natural`: doing it twice is the same as once. `keyed`: carries an `Idempotency-Key` header, and
 * the same key with the same body gets the same answer.
 */
export type Idempotency = 'none' | 'natural' | 'keyed';

/**
 * What the access log says of the route. `none` only where no patient's data can be in the reply.
 * The other words are the acts that the log, and the patient, see.
 */
export type AuditClass = 'none' | `${string}.${string}`;

type Replies = Record<number, z.ZodType>;

export interface Route<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R extends Replies = Replies,
> {
  readonly name: string;
  readonly method: Method;
  /** With `:names` for path parameters. */
  readonly path: string;
  /** One sentence for the API's description. */
  readonly summary: string;
  /** Which rule lets an actor in; the words are those of `docs/access.md`. */
  readonly policy: string;
  readonly audit: AuditClass;
  readonly idempotency: Idempotency;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly replies: R;
}

const nothing = z.strictObject({});
type Nothing = typeof nothing;

type RouteInput<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends Replies> = Omit<
  Route<P, Q, B, R>,
  'params' | 'query' | 'body'
> & { params?: P; query?: Q; body?: B };

/** Declares a route. Parts left out take nothing: a parameter, query field or body that is sent anyway is refused. */
export function defineRoute<
  R extends Replies,
  P extends z.ZodType = Nothing,
  Q extends z.ZodType = Nothing,
  B extends z.ZodType = Nothing,
>(route: RouteInput<P, Q, B, R>): Route<P, Q, B, R> {
  return {
    ...route,
    params: route.params ?? (nothing as unknown as P),
    query: route.query ?? (nothing as unknown as Q),
    body: route.body ?? (nothing as unknown as B),
  };
}

/** RFC 9457 problem reply. `where` names the place in the request; no value that a person wrote is ever in it. */
export const Problem = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    /** Stable, for programs and translations: `step-not-open`, `invalid-request`, … */
    code: z.string(),
    detail: z.string().optional(),
    requestId: z.string().optional(),
    problems: z
      .array(z.strictObject({ where: z.string(), found: z.string(), expected: z.string() }))
      .optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.output<typeof Problem>;

/**
 * Text as a person may write it. Refuses what PostgreSQL or a renderer can't carry: NUL and lone surrogates.
 * `min` counts what is left when white space around it is gone.
 */
export function text(options: { min?: number; max: number }): z.ZodString {
  return z
    .string()
    .max(options.max)
    .refine((value) => value.trim().length >= (options.min ?? 0), {
      error: `at least ${options.min ?? 0} characters`,
    })
    .refine((value) => !value.includes('\u0000'), { error: 'text without NUL' })
    .refine((value) => value.isWellFormed(), { error: 'well-formed Unicode' });
}

export const Id = z.uuid().meta({ description: 'An opaque id.' });
/** A calendar date in the unit's time zone, 2026-03-09. Within what the calendar of a treatment can reach. */
export const IsoDate = z.iso
  .date()
  .refine((date) => date >= '1900-01-01' && date <= '2200-12-31', { error: 'a date from 1900 to 2200' });
/** A date of birth as an identity number says it: the oldest series begin in the 1850s. Only ever sent, not taken. */
export const BirthDate = z.iso.date();
/** An instant in UTC, 2026-03-09T07:40:00.000Z. */
export const Instant = z.iso.datetime({ offset: true });

export * from './client.ts';
