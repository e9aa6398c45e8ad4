/** Wires the domains to HTTP. The only place that knows them all. */
import {
  type Actor,
  createGateway,
  createSessions,
  type Gateway,
  isPolicy,
  isRefusal,
  type Organisation,
  refusedBySession,
  type Served,
  type Sessions,
} from '@skute/access';
import { clinicRoutes } from '@skute/clinics';
import type { Database } from '@skute/platform/db';
import { type Answer, createHttp, serve } from '@skute/platform/http';
import type { KeyStore } from '@skute/platform/keys';
import type { Clock } from '@skute/platform/time';
import { loadVersion } from '@skute/programmes';
import { treatmentRoutes } from '@skute/treatment';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { serveMedia } from './media-route.ts';
import { createMetrics, measureRequests, type Metrics, serveOperations } from './operations-routes.ts';
import { refusalAnswer, sessionCookie, sessionRefusal } from './answers.ts';
import { sessionHandlers } from './session-routes.ts';
import { serveApps } from './web-routes.ts';

export interface AppDeps {
  readonly database: Database;
  readonly keys: KeyStore;
  readonly clock: Clock;
  readonly mode: 'practice' | 'production';
  readonly organisations: readonly Organisation[];
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info';
  /** Where the browser goes to end its session at the identity provider too. */
  readonly signOutAt: (actor: Actor) => Promise<string>;
}

export interface App {
  readonly http: FastifyInstance;
  readonly sessions: Sessions;
  readonly gateway: Gateway;
  readonly metrics: Metrics;
  readonly served: readonly Served[];
}

export async function createApp(deps: AppDeps): Promise<App> {
  const http = await createHttp({ logLevel: deps.logLevel });
  const metrics = createMetrics();
  measureRequests(http, metrics);
  const sessions = createSessions(deps.database.pool);
  const gateway = createGateway({ pool: deps.database.pool, keys: deps.keys, onAct: metrics.onAct });
  const recognise = (request: FastifyRequest): Promise<Actor | undefined> =>
    sessions.recognise(request.cookies[sessionCookie], deps.clock());

  const served = servedRoutes(deps);
  for (const one of served) {
    const { route } = one;
    const { policy } = route;
    if (!isPolicy(policy)) throw new Error(`the route ${route.name} has the unknown policy ${policy}`);
    const admit = async (request: FastifyRequest) => {
      const actor = await recognise(request);
      const refused = refusedBySession(policy, actor, deps.mode);
      return refused || !actor ? sessionRefusal(refused ?? 'not-signed-in') : { admitted: actor };
    };
    serve(http, route, admit, async (actor, request, input, key): Promise<Answer> => {
      const ask = { actor, ...input, realNow: deps.clock(), requestId: request.id };
      const result = await gateway(one, ask as Parameters<Gateway>[1], key);
      if (isRefusal(result)) return refusalAnswer(result);
      return { status: result.status, body: result.body };
    });
  }
  sessionHandlers(http, { deps, sessions, gateway, recognise });
  await serveMedia(http, deps.database.pool, recognise);
  await serveOperations(http, deps.database, metrics);
  await serveApps(http);
  return { http, sessions, gateway, metrics, served };
}

/** Every route on patients' data, with the operation behind it. */
export function servedRoutes(deps: Pick<AppDeps, 'keys' | 'mode' | 'organisations'>): Served[] {
  const countryOf = (tenantId: string): 'NO' | 'SE' =>
    deps.organisations.find(({ id }) => id === tenantId)?.country ?? 'NO';
  const common = { keys: deps.keys, programme: loadVersion, newId: randomUUID, countryOf };
  return [...treatmentRoutes(common), ...clinicRoutes({ ...common, practice: deps.mode === 'practice' })];
}
