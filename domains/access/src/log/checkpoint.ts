import { inTenant } from '@skute/platform/db';
import { type EpochMs, isoInstant } from '@skute/platform/time';
import type { Pool } from 'pg';
import { findLatestLink } from './chain-store.ts';
import { type Checkpoint, lastCheckpoints, openLedger, readLedger } from './ledger.ts';
import { openSigningKey, publicKeyFile, readPublicKeys } from './signing-key.ts';

export interface LedgerContradicted {
  readonly refused: 'log-contradicts-ledger';
  readonly tenant: string;
  /** The signed link that the log has no more, or has otherwise. */
  readonly link: number;
}

export interface Checkpoints {
  /** Signs the last link of an organisation's log into the ledger, unless it was signed already. */
  record(pool: Pool, tenant: string, now: EpochMs): Promise<Checkpoint | 'nothing-new' | LedgerContradicted>;
  close(): Promise<void>;
}

/** Reads through the ledger once, for the last checkpoint of each organisation. */
export async function openCheckpoints(directories: {
  readonly ledgerDir: string;
  readonly keysDir: string;
}): Promise<Checkpoints> {
  const { ledgerDir, keysDir } = directories;
  const signingKey = openSigningKey(keysDir, ledgerDir);
  const ledger = await openLedger(ledgerDir, signingKey);
  const latest = await latestCheckpoints(ledgerDir);
  return {
    async record(pool, tenant, now) {
      const before = latest.get(tenant);
      const found = await inTenant(pool, tenant, (tx) => findLatestLink(tx, before?.link ?? 0));
      if (before && found?.hashThen?.toString('hex') !== before.hash) {
        return { refused: 'log-contradicts-ledger', tenant, link: before.link };
      }
      if (!found || found.number === before?.link) return 'nothing-new';
      const checkpoint: Checkpoint = {
        tenant,
        link: found.number,
        hash: found.hash.toString('hex'),
        entries: (before?.entries ?? 0) + found.entriesSince,
        at: isoInstant(now),
      };
      await ledger.append(checkpoint);
      latest.set(tenant, checkpoint);
      return checkpoint;
    },
    close: () => ledger.close(),
  };
}

async function latestCheckpoints(ledgerDir: string): Promise<Map<string, Checkpoint>> {
  const publicKeys = readPublicKeys(publicKeyFile(ledgerDir));
  const last = await lastCheckpoints(ledgerDir, publicKeys);
  if (last) return last;
  const latest = new Map<string, Checkpoint>();
  for await (const line of readLedger(ledgerDir, publicKeys)) {
    if (line.kind !== 'checkpoint') continue;
    const { checkpoint } = line;
    if (checkpoint.link > (latest.get(checkpoint.tenant)?.link ?? 0))
      latest.set(checkpoint.tenant, checkpoint);
  }
  return latest;
}
