import { randomUUID } from 'node:crypto';
import { type Actor, type Ask, isRefusal, type Operation, type Served } from '@skute/access';
import type { Route } from '@skute/platform/contract';
import type { Database, TenantTx } from '@skute/platform/db';
import type { KeyStore } from '@skute/platform/keys';
import type { EpochMs } from '@skute/platform/time';
import type { ReadPackage } from '@skute/programmes';

/** The example programme is read once, and only when there is something to make. */
export interface Seeding extends SeedDeps {
  readonly example: () => Promise<ReadPackage>;
}

export interface SeedDeps {
  readonly database: Database;
  readonly keys: KeyStore;
  readonly served: readonly Served[];
  readonly now: EpochMs;
  readonly onProgress?: (what: string) => void;
}

/** Something that happens to the patient's treatment at its time. */
export interface DemoAct {
  readonly at: EpochMs;
  readonly run: (doing: Doing) => Promise<void>;
}

export interface Doing {
  readonly deps: Seeding;
  readonly tx: TenantTx;
  readonly actor: Actor;
  readonly clinician: Actor;
  readonly at: EpochMs;
}

type BodyOf<R extends Route> = Parameters<Operation<R>>[1]['body'];
type OkBody<R extends Route> =
  R['replies'] extends Record<number, unknown> ? Awaited<ReturnType<Operation<R>>> : never;

/** Runs the operation behind a route as if it had been asked for then. */
export async function perform<R extends Route>(
  deps: SeedDeps,
  tx: TenantTx,
  route: R,
  actor: Actor,
  realNow: EpochMs,
  body: BodyOf<R>,
  params: object = {},
): Promise<Extract<OkBody<R>, { body: unknown }>['body']> {
  const served = deps.served.find((one) => one.route.name === route.name);
  if (!served) throw new Error(`nobody serves ${route.name}`);
  const ask = { actor, body, params, query: {}, realNow, requestId: randomUUID() } as unknown as Ask;
  const result = await served.operation(tx, ask);
  if (isRefusal(result))
    throw new Error(`seeding: ${route.name} was refused: ${result.refused} ${result.detail ?? ''}`);
  return result.body as Extract<OkBody<R>, { body: unknown }>['body'];
}
