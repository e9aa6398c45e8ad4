/**
 * The one way to patients' data. An act is a transaction: tenant, load, rule, save, then gate and log row in one
 * statement, commit, and only then an answer. If the log row can't be written nothing is changed and nothing leaves.
 */
import { createHash } from 'node:crypto';
import type { Problem, Route } from '@skute/platform/contract';
import { inTenant, type TenantTx } from '@skute/platform/db';
import { type KeyStore, sealText, unsealText } from '@skute/platform/keys';
import type { EpochMs } from '@skute/platform/time';
import type { Pool } from 'pg';
import type { z } from 'zod';
import type { Actor } from './actor.ts';
import { failureOf, isLostRace, isRepeatedKey } from './failure.ts';
import { type Attempt, findAnswer, logRefused, rememberAnswer, writeAllowed } from './gateway-store.ts';
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
  /** What is wrong with the request, place by place; never a value that a person wrote. */
  readonly problems?: Problem['problems'] | undefined;
  /** Whose data was asked for in vain, where that is known. For the log only, so that probing can be traced; never answered. */
  readonly about?: string;
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
      const told: { about?: About } = {};
      try {
        return await perform(deps, served, ask, key, told);
      } catch (error) {
        if (error instanceof RefusedInside) return await refuse(deps, served, ask, key, error.refusal);
        if (key !== undefined && isRepeatedKey(error)) return await repeated(deps, served, ask, key);
        if (isLostRace(error) && attempt < raceTries) continue;
        const refusal = failureOf(error);
        if (!refusal) throw error;
        if (refusal.status === 503) return refusal;
        return await refuse(deps, served, ask, key, { ...refusal, ...patientIn(told.about) });
      }
    }
  };
}

async function perform(
  deps: GatewayDeps,
  served: Served,
  ask: Ask,
  key: string | undefined,
  told: { about?: About },
): Promise<Told> {
  const { route, operation } = served;
  const { actor } = ask;
  return inTenant(
    deps.pool,
    actor.tenantId,
    async (tx) => {
      const result = await operation(tx, ask);
      // A refusal leaves the transaction by the door that rolls it back.
      if (isRefusal(result)) throw new RefusedInside(result);
      told.about = result.about;
      // Here and not on the way out: a reply that breaks its contract must undo what it tells of.
      const body = checkedBody(route, result);
      if (key !== undefined) {
        const aboutId =
          result.about !== 'nobody' && 'patient' in result.about ? result.about.patient : actor.personId;
        const reply = sealText(
          await deps.keys.get(actor.tenantId, aboutId),
          placeOfReply(actor, aboutId, key),
          JSON.stringify(body),
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
      return { ...result, body } as Told;
    },
    (trips) => deps.onAct?.(route.name, trips),
  );
}

/** The schemas are strict: a field that is not declared stops the reply instead of leaking out. */
function checkedBody(route: Route, { status, body }: Told): unknown {
  const schema = route.replies[status];
  if (!schema) throw new Error(`${route.name} answers with the undeclared status ${String(status)}`);
  return schema.parse(body);
}

/** The same key again: the first answer, if the body is the same too. The repeat is an act of its own and is logged. */
async function repeated(deps: GatewayDeps, served: Served, ask: Ask, key: string): Promise<Told | Refusal> {
  const { actor } = ask;
  const { route } = served;
  const told: { about?: About } = {};
  try {
    return await inTenant(deps.pool, actor.tenantId, async (tx): Promise<Told | Refusal> => {
      const earlier = await findAnswer(tx, actor, key);
      if (!earlier) return { refused: 'try-again', status: 503 };
      if (earlier.route !== route.name || !earlier.bodyHash.equals(hashOf(ask))) {
        if (route.audit !== 'none') logRefused(tx, attemptOf(served, ask));
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
      told.about = about;
      const again = { status: earlier.status, body: JSON.parse(text), about } as Told;
      const body = checkedBody(route, again);
      if (route.audit !== 'none') {
        writeAllowed(tx, { policy: route.policy as PolicyName, act: route.audit, about, ask });
      }
      return { ...again, body } as Told;
    });
  } catch (error) {
    const refusal = failureOf(error);
    if (!refusal) throw error;
    if (refusal.status === 503 || route.audit === 'none') return refusal;
    return keepTrace(deps.pool, attemptOf(served, ask, patientIn(told.about).about), refusal);
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
  return keepTrace(deps.pool, attemptOf(served, ask, refusal.about), refusal);
}

/** Logs an attempt that was refused, also one that never came to the gateway. What can't be logged is not answered: 503. */
export async function keepTrace(pool: Pool, attempt: Attempt, refusal: Refusal): Promise<Refusal> {
  try {
    await inTenant(pool, attempt.actor.tenantId, async (tx) => logRefused(tx, attempt));
    return refusal;
  } catch (error) {
    return failureOf(error) ?? { refused: 'log-unavailable', status: 503 };
  }
}

function attemptOf({ route }: Served, ask: Ask, about?: string): Attempt {
  return { act: route.audit, actor: ask.actor, requestId: ask.requestId, ...(about ? { about } : {}) };
}

/** A list is about many: whose row was too much is not known. */
function patientIn(about: About | undefined): { about?: string } {
  return about !== undefined && about !== 'nobody' && 'patient' in about ? { about: about.patient } : {};
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
