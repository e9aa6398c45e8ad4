/** Wires the domains to HTTP. The only place that knows them all. */
import {
  type Actor,
  createGateway,
  createSessions,
  failureOf,
  type Gateway,
  isPolicy,
  isRefusal,
  keepTrace,
  type Organisation,
  type Refusal,
  refusedBySession,
  type Served,
  type Sessions,
} from '@skute/access';
import { sessionRoutes } from '@skute/access/contract';
import { clinicRoutes } from '@skute/clinics';
import type { Database } from '@skute/platform/db';
import { type Answer, createHttp, serve } from '@skute/platform/http';
import { paperRoutes } from '@skute/papers';
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
  /** Where the browser goes to end its session at the identity provider too. Asked when the session here has ended. */
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
    sessions.recognise(request.cookies[sessionCookie], deps.clock()).catch(notNow);

  const served = servedRoutes(deps);
  for (const one of served) {
    const { route } = one;
    const { policy } = route;
    if (!isPolicy(policy)) throw new Error(`the route ${route.name} has the unknown policy ${policy}`);
    const admit = async (request: FastifyRequest) => {
      const actor = await recognise(request);
      const refused = refusedBySession(policy, actor, deps.mode);
      if (actor && !refused) return { admitted: actor };
      const answer = sessionRefusal(refused ?? 'not-signed-in');
      if (!actor || route.audit === 'none') return answer;
      // Somebody known at a door that is not theirs: in the log like any other attempt that was refused.
      const refusal = { refused: refused ?? 'not-allowed', status: answer.status } as Refusal;
      const attempt = { act: route.audit, actor, requestId: request.id };
      return refusalAnswer(await keepTrace(deps.database.pool, attempt, refusal));
    };
    serve(http, route, admit, async (actor, request, input, key): Promise<Answer> => {
      const ask = { actor, ...input, realNow: deps.clock(), requestId: request.id };
      const result = await gateway(one, ask as Parameters<Gateway>[1], key);
      if (isRefusal(result)) return refusalAnswer(result);
      return { status: result.status, body: result.body, isChecked: true };
    });
  }
  sessionHandlers(http, { deps, sessions, gateway, recognise });
  await serveMedia(http, deps.database.pool, recognise);
  await serveOperations(http, deps.database, metrics, [
    ...served.map(({ route }) => route),
    ...sessionRoutes,
  ]);
  await serveApps(http);
  return { http, sessions, gateway, metrics, served };
}

/** Every route on patients' data, with the operation behind it. */
export function servedRoutes(deps: Pick<AppDeps, 'keys' | 'mode'>): Served[] {
  const common = { keys: deps.keys, programme: loadVersion, newId: randomUUID };
  return [
    ...treatmentRoutes(common),
    ...paperRoutes(common),
    ...clinicRoutes({ ...common, practice: deps.mode === 'practice' }),
  ];
}

/** Without the database nobody can be recognised: that is a matter of time, and no fault of the request's. */
function notNow(error: unknown): never {
  throw failureOf(error)?.status === 503
    ? Object.assign(new Error('unavailable'), { statusCode: 503 })
    : error;
}
