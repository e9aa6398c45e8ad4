import type { Problem, Route } from '@skute/platform/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { placesOf, problem, unwritablePlace } from './problem.ts';

export interface Input {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The body has been through the reply's schema already, before what it tells of was committed. */
  readonly isChecked?: boolean;
}

/** Who is asking, or the answer that keeps them out. Asked before the request is read any further. */
export type Admit<Who> = (request: FastifyRequest) => Promise<{ readonly admitted: Who } | Answer>;

/** Answers one parsed request. `idempotencyKey` is there on every `keyed` route. */
export type Respond<Who> = (
  who: Who,
  request: FastifyRequest,
  input: Input,
  idempotencyKey: string | undefined,
) => Promise<Answer>;

const writes = new Set(['POST', 'PUT', 'DELETE']);
const keyPattern = /^[\x21-\x7e]{8,200}$/;

/** Puts a declared route on the server: admit, parse, answer, and let only declared fields out. */
export function serve<Who>(
  app: FastifyInstance,
  route: Route,
  admit: Admit<Who>,
  respond: Respond<Who>,
): void {
  app.route({
    method: route.method,
    url: route.path,
    schema: {
      summary: route.summary,
      operationId: route.name,
      ...(shapeIsEmpty(route.params) ? {} : { params: route.params }),
      ...(shapeIsEmpty(route.query) ? {} : { querystring: route.query }),
      ...(route.method === 'GET' || shapeIsEmpty(route.body) ? {} : { body: route.body }),
      response: route.replies,
    },
    config: {
      declared: {
        policy: route.policy,
        audit: route.audit,
        idempotency: route.idempotency,
        schemas: route.params !== undefined && route.replies !== undefined,
      },
    },
    handler: async (request, reply) => {
      const entrance = await admit(request);
      if (!('admitted' in entrance)) return send(route, reply, entrance);
      const read = parse(route, request);
      if ('code' in read) return refuse(reply, { ...read, requestId: request.id });
      const answer = await respond(entrance.admitted, request, read.input, read.key);
      return send(route, reply, answer);
    },
  });
}

/** Answers with a problem, in the media type that says so. */
export function refuse(reply: FastifyReply, body: Problem): FastifyReply {
  return reply
    .code(body.status)
    .header('content-type', 'application/problem+json')
    .send(JSON.stringify(body));
}

function parse(route: Route, request: FastifyRequest): { input: Input; key: string | undefined } | Problem {
  const key = request.headers['idempotency-key'];
  if (route.idempotency === 'keyed' && (typeof key !== 'string' || !keyPattern.test(key))) {
    return invalid([
      {
        where: 'header Idempotency-Key',
        found: key === undefined ? 'nothing' : 'another form',
        expected: '8–200 visible ASCII characters',
      },
    ]);
  }
  if (writes.has(route.method) && request.headers['x-skute'] !== '1') {
    return problem(403, 'cross-site-request', { detail: 'Writes carry the header x-skute: 1.' });
  }
  const parts = { params: request.params, query: request.query, body: request.body ?? {} };
  const input: Record<string, unknown> = {};
  for (const part of ['params', 'query', 'body'] as const) {
    const unwritable = unwritablePlace(parts[part], part);
    if (unwritable) return invalid([unwritable]);
    const parsed = route[part].safeParse(parts[part]);
    if (!parsed.success) return invalid(placesOf(parsed.error, part));
    input[part] = parsed.data;
  }
  return { input: input as unknown as Input, key: route.idempotency === 'keyed' ? String(key) : undefined };
}

function invalid(problems: Problem['problems']): Problem {
  return problem(400, 'invalid-request', problems ? { problems } : {});
}

function send(route: Route, reply: FastifyReply, answer: Answer): FastifyReply {
  for (const [name, value] of Object.entries(answer.headers ?? {})) reply.header(name, value);
  const schema = route.replies[answer.status];
  if (!schema) return refuse(reply, { ...(answer.body as Problem), requestId: reply.request.id });
  // The schemas are strict: a field that is not declared stops the reply instead of leaking out.
  return reply
    .code(answer.status)
    .header('content-type', 'application/json; charset=utf-8')
    .send(JSON.stringify(answer.isChecked ? answer.body : schema.parse(answer.body)));
}

function shapeIsEmpty(schema: Route['params']): boolean {
  return 'shape' in schema && Object.keys(schema.shape as object).length === 0;
}
