import type { Ask, Told } from '@skute/access';
import type { Route } from '@skute/platform/contract';
import type { TenantTx } from '@skute/platform/db';
import type { Refusal } from '../refusals.ts';

/** An operation before the door: its refusals are words of the domain, which routes.ts gives a status. */
export type Act<R extends Route> = (tx: TenantTx, ask: Ask<R>) => Promise<Told<R> | Refusal>;
