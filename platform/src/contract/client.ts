import type { z } from 'zod';
import type { Problem, Route } from './index.ts';

type ReplyOf<R extends Route> = {
  [S in keyof R['replies'] & number]: { readonly status: S; readonly body: z.output<R['replies'][S]> };
}[keyof R['replies'] & number];

/** Refusals common to every route arrive as problems, whichever the route. */
export type Refused = { readonly status: 'refused'; readonly problem: Problem };
/** No answer came: no network, or the server did not answer in time. Nothing is known of what it did. */
export type Unanswered = { readonly status: 'unanswered' };
export type Answer<R extends Route> = ReplyOf<R> | Refused | Unanswered;

/** A part that takes nothing need not be given. */
type Part<K extends string, T extends z.ZodType> =
  z.input<T> extends Record<string, never> ? unknown : { [key in K]: z.input<T> };
export type CallInput<R extends Route> = Part<'params', R['params']> &
  Part<'query', R['query']> &
  Part<'body', R['body']>;

export interface CallOptions {
  /** For `keyed` routes; made by the caller before the first try and kept through retries. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

/** Calls one route of the app's own server with the browser's session cookie. Never throws for an answer that came. */
export async function call<R extends Route>(
  route: R,
  input: CallInput<R>,
  options: CallOptions = {},
): Promise<Answer<R>> {
  const parts = input as { params?: Record<string, string>; query?: Record<string, string>; body?: unknown };
  let response: Response;
  try {
    response = await fetch(addressOf(route.path, parts.params ?? {}, parts.query ?? {}), {
      method: route.method,
      credentials: 'same-origin',
      headers: headersFor(route, parts.body, options),
      ...(parts.body === undefined ? {} : { body: JSON.stringify(parts.body) }),
      ...(options.signal ? { signal: options.signal } : {}),
    });
  } catch {
    return { status: 'unanswered' };
  }
  return readAnswer(route, response);
}

function headersFor(route: Route, body: unknown, options: CallOptions): Record<string, string> {
  return {
    accept: 'application/json',
    // A header that a cross-site form can't set; the server refuses writes without it.
    'x-skute': '1',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(route.idempotency === 'keyed'
      ? { 'idempotency-key': options.idempotencyKey ?? crypto.randomUUID() }
      : {}),
  };
}

function addressOf(path: string, params: Record<string, string>, query: Record<string, string>): string {
  const filled = path.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams(
    Object.entries(query).filter(([, value]) => value !== undefined),
  ).toString();
  return search === '' ? filled : `${filled}?${search}`;
}

async function readAnswer<R extends Route>(route: R, response: Response): Promise<Answer<R>> {
  const body: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined);
  if (response.status in route.replies) return { status: response.status, body } as Answer<R>;
  if (body !== undefined && typeof body === 'object' && body !== null && 'code' in body) {
    return { status: 'refused', problem: body as Problem };
  }
  return { status: 'unanswered' };
}
