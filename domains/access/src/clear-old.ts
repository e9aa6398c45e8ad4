import { inTenant } from '@skute/platform/db';
import type { EpochMs } from '@skute/platform/time';
import type { Pool } from 'pg';
import { organisations } from './organisations.ts';
import { deleteOld } from './sessions/store.ts';

/** Clears what has had its time, one organisation after the other. Running it twice does no harm. */
export async function clearOld(pool: Pool, now: EpochMs): Promise<void> {
  for (const { id } of await organisations(pool)) {
    await inTenant(pool, id, async (tx) => deleteOld(tx, new Date(now)));
  }
}
