import { randomUUID } from 'node:crypto';
import { inTenant, type TenantTx } from '@skute/platform/db';
import type { TestDatabase } from '@skute/testing';
import { createOrganisation } from '../../organisations.ts';
import type { Link } from '../chain.ts';
import { chainTenant } from '../sealing.ts';

export async function anOrganisation(db: TestDatabase): Promise<string> {
  const id = randomUUID();
  await createOrganisation(db.ownerPool, {
    id,
    slug: id,
    name: 'Helse',
    country: 'NO',
    organisationNumber: id,
  });
  return id;
}

/** An entry of the running transaction, with something in every column. */
export function logEntry(tx: TenantTx, act = 'treatment.read'): void {
  tx.send({
    name: 'test-log-entry',
    text: `
      insert into log.entry (tenant_id, actor_id, actor_kind, unit_id, act, outcome, patient_id, patient_ids, basis_id, request_id)
      values ($1, gen_random_uuid(), 'clinician', gen_random_uuid(), $2, 'allowed', gen_random_uuid(),
              array[gen_random_uuid(), gen_random_uuid()], gen_random_uuid(), gen_random_uuid())`,
    values: [tx.tenantId, act],
  });
}

export async function logged(db: TestDatabase, tenant: string, entries: number): Promise<void> {
  await inTenant(db.pool, tenant, async (tx) => {
    for (let entry = 0; entry < entries; entry += 1) logEntry(tx);
  });
}

/**
 * Chains all that has been logged so far. Other tests' transactions on the same server may keep the horizon back for a
 * while: this waits for them.
 */
export async function chained(
  db: TestDatabase,
  tenant: string,
  ...rest: Parameters<typeof chainTenant> extends [unknown, ...infer Rest] ? Rest : never
): Promise<Link> {
  for (let tries = 0; tries < 500; tries += 1) {
    const link = await inTenant(db.pool, tenant, (tx) => chainTenant(tx, ...rest));
    if (typeof link === 'object') {
      if ('refused' in link) throw new Error(link.refused);
      return link;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('the horizon did not pass what was logged');
}
