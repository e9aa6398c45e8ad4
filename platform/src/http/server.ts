import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import swagger from '@fastify/swagger';
import fastify, {
  LogController,
  type FastifyInstance,
  type FastifyPluginAsync,
  type RouteOptions,
} from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { StartUpProblem } from '../db/start-up-problem.ts';
import { problem } from './problem.ts';
import { refuse } from './serve.ts';

/** What every route says of itself before the server starts. */
export interface Declaration {
  /** Who is let in, in the words of docs/access.md; `public` for everybody. */
  readonly policy: string;
  readonly audit: string;
  readonly idempotency: 'none' | 'natural' | 'keyed';
  /** Whether request and reply have schemas, or why there are none. */
  readonly schemas: boolean | string;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    declared?: Declaration;
  }
}

export interface HttpOptions {
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info';
  readonly bodyLimitBytes?: number;
}

/** A server on which a route without a declaration keeps everything from starting. */
export async function createHttp(options: HttpOptions): Promise<FastifyInstance> {
  const app = fastify({
    // No request lines and no bodies: addresses and contents of requests stay out of the log.
    logger: options.logLevel === 'silent' ? false : { level: options.logLevel },
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: options.bodyLimitBytes ?? 1024 * 1024,
    routerOptions: { maxParamLength: 200 },
    // Forwarded headers are not believed unless an operator says which proxy to trust.
    trustProxy: false,
    requestTimeout: 30_000,
    keepAliveTimeout: 65_000,
  });
  app.setValidatorCompiler(() => (value) => ({ value }));
  app.setSerializerCompiler(() => (value) => (typeof value === 'string' ? value : JSON.stringify(value)));
  collectRoutes(app);
  setHeaders(app);
  setErrors(app);
  await app.register(cookie);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Skute',
        version: '1',
        description: 'The API of the patient app and the clinic portal.',
      },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  return app;
}

/** Registers routes made by others (files, login, the test provider) under one declaration. */
export async function registerDeclared(
  app: FastifyInstance,
  declared: Declaration,
  plugin: FastifyPluginAsync,
  prefix = '',
): Promise<void> {
  await app.register(
    async (scope) => {
      scope.addHook('onRoute', (route) => {
        route.config = { declared, ...route.config };
        route.schema = { ...route.schema, hide: true } as NonNullable<typeof route.schema>;
      });
      await plugin(scope, {});
    },
    { prefix },
  );
}

function collectRoutes(app: FastifyInstance): void {
  const routes: RouteOptions[] = [];
  app.addHook('onRoute', (route) => void routes.push(route));
  app.addHook('onReady', async () => {
    for (const route of routes) {
      const fault = faultOf(route.config?.declared);
      if (fault)
        throw new StartUpProblem(
          `The route ${String(route.method)} ${route.url} ${fault}. It must not be served.`,
        );
    }
  });
}

function faultOf(declared: Declaration | undefined): string | undefined {
  if (!declared) return 'declares nothing';
  if (!declared.policy) return 'declares no policy';
  if (!declared.audit) return 'declares no audit class';
  if (!declared.idempotency) return 'declares no idempotency class';
  if (!declared.schemas) return 'declares no schemas';
  return undefined;
}

const defaultHeaders = Object.entries({
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
});

/** Headers that every answer carries. Pages add their own content policy. */
function setHeaders(app: FastifyInstance): void {
  // With callbacks: these run for every request, and an async hook costs several turns of the event loop's queue.
  app.addHook('onSend', (request, reply, _payload, done) => {
    for (const [name, value] of defaultHeaders) {
      if (!reply.hasHeader(name)) reply.header(name, value);
    }
    if (!reply.hasHeader('x-request-id')) reply.header('x-request-id', request.id);
    done();
  });
  // Defence against cross-site requests: browsers say where a request comes from.
  app.addHook('onRequest', (request, reply, done) => {
    const site = request.headers['sec-fetch-site'];
    const isRead = request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS';
    if (!isRead && request.url.startsWith('/api/') && site !== undefined && site !== 'same-origin') {
      refuse(reply, problem(403, 'cross-site-request', { requestId: request.id }));
      return;
    }
    done();
  });
}

function setErrors(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) =>
    refuse(reply, problem(404, 'not-found', { requestId: request.id })),
  );
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status === 503) {
      return refuse(reply.header('retry-after', '2'), problem(503, 'unavailable', { requestId: request.id }));
    }
    if (status >= 400 && status < 500) {
      return refuse(
        reply,
        problem(status in known ? status : 400, known[status] ?? 'invalid-request', {
          requestId: request.id,
        }),
      );
    }
    // The message may hold values (a driver's detail does): only the kind of error and where it arose are logged.
    request.log.error(
      { requestId: request.id, kind: error.name, code: error.code, at: originOf(error) },
      'unexpected error',
    );
    return refuse(reply, problem(500, 'unexpected', { requestId: request.id }));
  });
}

const known: Record<number, string> = {
  400: 'invalid-json',
  404: 'not-found',
  413: 'too-large',
  415: 'not-json',
};

function originOf(error: Error): string | undefined {
  return error.stack
    ?.split('\n')
    .find((line) => line.trimStart().startsWith('at '))
    ?.trim();
}
