/** The access log's chain: closing what was logged, signing it into the ledger, and finding out whether it was changed. */
export { type AuditOptions, type AuditReport, auditLogs } from './audit.ts';
export { type ChainedEntry, type Link, lineOfEntry } from './chain.ts';
export { type Checkpoints, type LedgerContradicted, openCheckpoints } from './checkpoint.ts';
export { type Finding, type LedgerFinding, sentenceOfFinding } from './findings.ts';
export type { Checkpoint } from './ledger.ts';
export { advanceTransactionCounter } from './rebase.ts';
export { type Chaining, type ChainingOptions, startChaining } from './runner.ts';
export { type Chained, type CounterWentBack, chainAll, chainTenant, sentenceOf } from './sealing.ts';
export { publicKeyFile, readPublicKeys } from './signing-key.ts';
export { type TenantReport, verifyTenant } from './verify.ts';
