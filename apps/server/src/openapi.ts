/** What the API's description says beyond the schemas: who may, what is logged, how a write is repeated, what is refused. */
import { isPolicy, policies } from '@skute/access';
import type { Route } from '@skute/platform/contract';
import { sessionCookie } from './answers.ts';

type Json = Record<string, unknown>;

interface ApiOperation extends Json {
  readonly operationId?: string;
  readonly parameters?: readonly Json[];
  readonly responses?: Readonly<Record<string, unknown>>;
}

interface ApiDocument extends Json {
  readonly components?: Json;
  readonly paths?: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>;
}

/** A route that is served and not told of stays as it is. */
export function describeApi(document: object, routes: readonly Route[]): Json {
  const { components, paths, ...rest } = document as ApiDocument;
  const byName = new Map(routes.map((route) => [route.name, route]));
  const described = Object.entries(paths ?? {}).map(([path, methods]) => [
    path,
    mapValues(methods, (operation) => {
      const route = byName.get(operation.operationId ?? '');
      return route ? describeOperation(operation, route) : operation;
    }),
  ]);
  return {
    ...rest,
    components: { ...components, responses: problemReplies(), securitySchemes: { session } },
    paths: Object.fromEntries(described),
  };
}

const session = {
  type: 'apiKey',
  in: 'cookie',
  name: sessionCookie,
  description: 'Set when the login has ended well; SameSite=Strict, for this host alone.',
};

function describeOperation(operation: ApiOperation, route: Route): ApiOperation {
  const parameters = [...(operation.parameters ?? []), ...headersOf(route)];
  const problems = problemStatuses(route).filter((status) => !(status in route.replies));
  return {
    ...operation,
    ...(isPolicy(route.policy) && { description: policies[route.policy] }),
    ...(parameters.length > 0 && { parameters }),
    security: route.policy === 'public' ? [] : [{ session: [] }],
    responses: {
      ...operation.responses,
      ...Object.fromEntries(
        problems.map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]),
      ),
    },
    'x-skute': { policy: route.policy, audit: route.audit, idempotency: route.idempotency },
  };
}

function headersOf({ method, idempotency }: Route): Json[] {
  if (method === 'GET') return [];
  const own = {
    name: 'x-skute',
    in: 'header',
    required: true,
    description: 'What no form on another site can send.',
    schema: { type: 'string', const: '1' },
  };
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description:
      'Made before the first try and the same through all tries: the same key with the same request gets the first answer again.',
    schema: { type: 'string', pattern: '^[\\x21-\\x7e]{8,200}$' },
  };
  return idempotency === 'keyed' ? [own, key] : [own];
}

const problemTexts: Readonly<Record<number, string>> = {
  400: 'The request is not as it must be; `problems` says where.',
  401: 'Nobody is signed in, or the session has ended.',
  403: 'This role may not, or the request came from another site.',
  404: 'Foreign or absent: they look the same.',
  409: 'It can’t be done now; `code` says why.',
  413: 'The request is too large.',
  415: 'The request must be JSON.',
  422: 'It can’t be carried out; `code` says why. Also an idempotency key that was used for another request.',
  500: 'A fault of ours.',
  503: 'Not now. Try again after `Retry-After`, with the same idempotency key.',
};

/** What may be answered besides the declared replies, as far as the declaration tells. */
export function problemStatuses({ policy, method }: Route): number[] {
  const isWrite = method !== 'GET';
  const isOwn = policy === 'signed-in' || policy === 'public';
  return [
    400,
    ...(policy === 'public' ? [] : [401]),
    ...(isWrite || (!isOwn && policy !== 'own-treatment') ? [403] : []),
    ...(isOwn ? [] : [404]),
    ...(isWrite ? [409, 413, 415, 422] : []),
    500,
    503,
  ];
}

function problemReplies(): Json {
  return Object.fromEntries(
    Object.entries(problemTexts).map(([status, description]) => [
      `Problem${status}`,
      {
        description,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        ...(status === '503' && {
          headers: { 'Retry-After': { description: 'Seconds.', schema: { type: 'integer' } } },
        }),
      },
    ]),
  );
}

function mapValues<V, W>(values: Readonly<Record<string, V>>, change: (value: V) => W): Record<string, W> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
}
