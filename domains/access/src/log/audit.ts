import type { KeyObject } from 'node:crypto';
import type { Pool } from 'pg';
import { organisations } from '../organisations.ts';
import type { LedgerFinding } from './findings.ts';
import { type Checkpoint, readLedger } from './ledger.ts';
import { type TenantReport, verifyTenant } from './verify.ts';

export interface AuditReport {
  readonly intact: boolean;
  readonly tenants: readonly TenantReport[];
  readonly ledger: {
    readonly checkpoints: number;
    /** A crash left half a line at the end. Not a finding: it never counted. */
    readonly unfinishedLine: boolean;
    readonly findings: readonly LedgerFinding[];
  };
}

export interface AuditOptions {
  readonly ledgerDir: string;
  readonly publicKeys: readonly KeyObject[];
  /** One organisation only. */
  readonly tenant?: string | undefined;
  readonly onTenant?: (report: TenantReport) => void;
}

/** Verifies the logs of all organisations that the database or the ledger knows. */
export async function auditLogs(pool: Pool, options: AuditOptions): Promise<AuditReport> {
  // The ledger first: what it holds must be in the log when that is read.
  const { signed, checkpoints, unfinishedLine, findings } = await readCheckpoints(options);
  const known = [...(await organisations(pool)).map(({ id }) => id), ...signed.keys()];
  const wanted = [...new Set(known)].filter((id) => options.tenant === undefined || id === options.tenant);
  const tenants: TenantReport[] = [];
  for (const tenant of wanted) {
    const report = await verifyTenant(pool, tenant, signed.get(tenant) ?? []);
    options.onTenant?.(report);
    tenants.push(report);
  }
  const intact = findings.length === 0 && tenants.every((tenant) => tenant.found === 0);
  return { intact, tenants, ledger: { checkpoints, unfinishedLine, findings } };
}

async function readCheckpoints({ ledgerDir, publicKeys }: AuditOptions) {
  const signed = new Map<string, Checkpoint[]>();
  const findings: LedgerFinding[] = [];
  let checkpoints = 0;
  let unfinishedLine = false;
  for await (const line of readLedger(ledgerDir, publicKeys)) {
    if (line.kind === 'unfinished') unfinishedLine = true;
    else if (line.kind === 'damaged') findings.push({ what: 'ledger-line-damaged', line: line.line });
    else {
      checkpoints += 1;
      const { tenant } = line.checkpoint;
      const ofTenant = signed.get(tenant);
      if (ofTenant) ofTenant.push(line.checkpoint);
      else signed.set(tenant, [line.checkpoint]);
    }
  }
  return { signed, checkpoints, unfinishedLine, findings };
}
