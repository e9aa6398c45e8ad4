import type { Ask, Refusal, Told } from '@skute/access';
import type { Route } from '@skute/platform/contract';
import type { TenantTx } from '@skute/platform/db';

export type Act<R extends Route> = (tx: TenantTx, ask: Ask<R>) => Promise<Told<R> | Refusal>;
