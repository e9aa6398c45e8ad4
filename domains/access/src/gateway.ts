/**
 * The one way to patients' data. An act is a transaction: tenant, load, rule, save, then gate and log row in one
 * statement, commit, and only then an answer. If the log row can't be written nothing is changed and nothing leaves.
 */
import { createHash } from 'node:crypto';
import type { Route } from '@skute/platform/contract';
import { inTenant, type TenantTx } from '@skute/platform/db';
import { type KeyStore, sealText, unsealText } from '@skute/platform/keys';
import type { EpochMs } from '@skute/platform/time';
import type { Pool } from 'pg';
import type { z } from 'zod';
import type { Actor } from './actor.ts';
import { failureOf, isLostRace, isRepeatedKey } from './failure.ts';
import { findAnswer, logRefused, rememberAnswer, writeAllowed } from './gateway-store.ts';
import { type PolicyName, isPolicy } from './policy.ts';

/** Whose data an answer holds: one patient's, those of a list, or nobody's. */
export type About = { readonly patient: string } | { readonly patients: readonly string[] } | 'nobody';

/** The answer to an act, with what the log needs to know of it. */
export type Told<R extends Route = Route> = {
  [S in keyof R['replies'] & number]: {
    readonly status: S;
    readonly body: z.output<R['replies'][S]>;
    readonly about: About;
  };
}[keyof R['replies'] & number];

/** An expected no. `kind` is a stable code, with the status that goes with it and nothing of the patient's. */
export interface Refusal {
  readonly refused: string;
  readonly status: 400 | 401 | 403 | 404 | 409 | 422 | 503;
  readonly detail?: string;
}

export interface Ask<R extends Route = Route> {
  readonly actor: Actor;
  readonly params: z.output<R['params']>;
  readonly query: z.output<R['query']>;
  readonly body: z.output<R['body']>;
  /** Real time. The unit's present may be ahead of it in practice mode. */
  readonly realNow: EpochMs;
  readonly requestId: string;
}

export type Operation<R extends Route = Route> = (tx: TenantTx, ask: Ask<R>) => Promise<Told<R> | Refusal>;

/** A route with the operation that answers it. */
export interface Served {
  readonly route: Route;
  readonly operation: Operation;
}

export function answers<R extends Route>(route: R, operation: Operation<R>): Served {
  return { route, operation: operation as unknown as Operation };
}

export const notFound: Refusal = { refused: 'not-found', status: 404 };

export function isRefusal(result: object): result is Refusal {
  return 'refused' in result;
}

export interface GatewayDeps {
  readonly pool: Pool;
  readonly keys: KeyStore;
  /** Told after each act, for metrics and for the test that counts round trips. */
  readonly onAct?: (route: string, roundTrips: number) => void;
}

export type Gateway = (served: Served, ask: Ask, idempotencyKey?: string) => Promise<Told | Refusal>;

const raceTries = 3;

export function createGateway(deps: GatewayDeps): Gateway {
  return async (served, ask, key) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await perform(deps, served, ask, key);
      } catch (error) {
        if (error instanceof RefusedInside) return await refuse(deps, served, ask, key, error.refusal);
        if (key !== undefined && isRepeatedKey(error)) return await repeated(deps, served, ask, key);
        if (isLostRace(error) && attempt < raceTries) continue;
        const refusal = failureOf(error);
        if (!refusal) throw error;
        return refusal.status === 503 ? refusal : await refuse(deps, served, ask, key, refusal);
      }
    }
  };
}

async function perform(deps: GatewayDeps, served: Served, ask: Ask, key: string | undefined): Promise<Told> {
  const { route, operation } = served;
  const { actor } = ask;
  return inTenant(
    deps.pool,
    actor.tenantId,
    async (tx) => {
      const result = await operation(tx, ask);
      // A refusal leaves the transaction by the door that rolls it back.
      if (isRefusal(result)) throw new RefusedInside(result);
      if (key !== undefined) {
        const aboutId =
          result.about !== 'nobody' && 'patient' in result.about ? result.about.patient : actor.personId;
        const reply = sealText(
          await deps.keys.get(actor.tenantId, aboutId),
          placeOfReply(actor, aboutId, key),
          JSON.stringify(result.body),
        );
        rememberAnswer(tx, {
          actor,
          key,
          route: route.name,
          bodyHash: hashOf(ask),
          aboutId,
          status: result.status,
          reply,
        });
      }
      if (route.audit !== 'none') {
        if (!isPolicy(route.policy)) throw new Error(`the policy ${route.policy} is unknown`);
        writeAllowed(tx, { policy: route.policy as PolicyName, act: route.audit, about: result.about, ask });
      }
      return result;
    },
    (trips) => deps.onAct?.(route.name, trips),
  );
}

/** The same key again: the first answer, if the body is the same too. The repeat is an act of its own and is logged. */
async function repeated(deps: GatewayDeps, served: Served, ask: Ask, key: string): Promise<Told | Refusal> {
  const { actor } = ask;
  try {
    return await inTenant(deps.pool, actor.tenantId, async (tx): Promise<Told | Refusal> => {
      const earlier = await findAnswer(tx, actor, key);
      if (!earlier) return { refused: 'try-again', status: 503 };
      if (earlier.route !== served.route.name || !earlier.bodyHash.equals(hashOf(ask))) {
        return { refused: 'key-used-for-another-request', status: 422 };
      }
      const text = unsealText(
        await deps.keys.get(actor.tenantId, earlier.aboutId),
        placeOfReply(actor, earlier.aboutId, key),
        earlier.reply,
      );
      const about: About =
        earlier.aboutId === actor.personId && actor.kind === 'clinician'
          ? 'nobody'
          : { patient: earlier.aboutId };
      if (served.route.audit !== 'none') {
        writeAllowed(tx, { policy: served.route.policy as PolicyName, act: served.route.audit, about, ask });
      }
      return { status: earlier.status, body: JSON.parse(text), about } as Told;
    });
  } catch (error) {
    const refusal = failureOf(error);
    if (!refusal) throw error;
    return refusal;
  }
}

/** A refused attempt is logged on its own. The same keyed request may have succeeded before: then that is the answer. */
async function refuse(
  deps: GatewayDeps,
  served: Served,
  ask: Ask,
  key: string | undefined,
  refusal: Refusal,
): Promise<Told | Refusal> {
  if (key !== undefined && refusal.status !== 401) {
    const earlier = await inTenant(deps.pool, ask.actor.tenantId, (tx) => findAnswer(tx, ask.actor, key));
    if (earlier) return repeated(deps, served, ask, key);
  }
  if (served.route.audit === 'none') return refusal;
  try {
    await inTenant(deps.pool, ask.actor.tenantId, async (tx) => logRefused(tx, served.route.audit, ask));
    return refusal;
  } catch (error) {
    return failureOf(error) ?? { refused: 'log-unavailable', status: 503 };
  }
}

class RefusedInside extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.refused);
    this.refusal = refusal;
  }
}

function hashOf(ask: Ask): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([ask.params, ask.query, ask.body]))
    .digest();
}

function placeOfReply(actor: Actor, person: string, key: string) {
  const row = createHash('sha256').update(`${actor.personId} ${key}`).digest('hex');
  return { tenant: actor.tenantId, person, table: 'access.answered_write', row, field: 'reply' };
}
