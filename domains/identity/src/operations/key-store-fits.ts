import type { TenantTx } from '@skute/platform/db';
import type { KeyStore } from '@skute/platform/keys';
import { findSearchKey } from '../search-token.ts';
import { hasPeople } from '../store.ts';

/** Whether the organisation's people were sealed with keys of this store: nobody is there, or its search key opens. */
export async function keyStoreFits(tx: TenantTx, keys: KeyStore): Promise<boolean> {
  if (!(await hasPeople(tx))) return true;
  return (await findSearchKey(keys, tx.tenantId).catch(() => undefined)) !== undefined;
}
