import type { KeyObject } from 'node:crypto';
import type { TenantTx } from '@skute/platform/db';
import type { KeyStore } from '@skute/platform/keys';
import { createSearchKey, findSearchKey } from '../search-token.ts';
import { lockSearchKey } from '../store.ts';

/**
 * The organisation's search key, made with its first person. A second key would make everybody registered with the first
 * one impossible to find, so the making is guarded across processes.
 */
export async function searchKeyOf(tx: TenantTx, keys: KeyStore): Promise<KeyObject> {
  const known = await findSearchKey(keys, tx.tenantId);
  if (known) return known;
  await lockSearchKey(tx);
  return (await findSearchKey(keys, tx.tenantId)) ?? createSearchKey(keys, tx.tenantId);
}
