/** What those who run the service look at: is it alive, is it ready, and how is it going. Nothing personal. */
import { type Database, pendingMigrations } from '@skute/platform/db';
import type { Route } from '@skute/platform/contract';
import { registerDeclared } from '@skute/platform/http';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import { describeApi } from './openapi.ts';

export interface Metrics {
  readonly registry: Registry;
  readonly onAct: (route: string, roundTrips: number) => void;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const roundTrips = new Counter({
    name: 'skute_database_round_trips_total',
    help: 'Times that acts waited for the database.',
    labelNames: ['route'],
    registers: [registry],
  });
  return { registry, onAct: (route, trips) => roundTrips.inc({ route }, trips) };
}

/** Durations by route name, never by address: an address may hold an id. */
export function measureRequests(app: FastifyInstance, metrics: Metrics): void {
  const durations = new Histogram({
    name: 'skute_request_duration_seconds',
    help: 'From the request to the answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [metrics.registry],
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    durations.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
}

export async function serveOperations(
  app: FastifyInstance,
  database: Database,
  metrics: Metrics,
  routes: readonly Route[],
): Promise<void> {
  const declared = {
    policy: 'public',
    audit: 'none',
    idempotency: 'none',
    schemas: 'plain replies for machines',
  } as const;
  await registerDeclared(app, declared, async (scope) => {
    scope.get('/healthz', async () => ({ status: 'alive' }));
    scope.get('/readyz', async (_request, reply) => {
      const ready = await isReady(database);
      return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not-ready' });
    });
    scope.get('/metrics', async (_request, reply) =>
      reply.header('content-type', metrics.registry.contentType).send(await metrics.registry.metrics()),
    );
    let api: object | undefined;
    scope.get('/openapi.json', async () => (api ??= describeApi(app.swagger(), routes)));
  });
}

async function isReady(database: Database): Promise<boolean> {
  try {
    await database.pool.query({ name: 'ready', text: 'select 1' });
    return (await pendingMigrations(database.ownerPool)) === 0;
  } catch {
    return false;
  }
}
