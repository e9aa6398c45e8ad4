/** The access log's chain: closing what was logged, signing it into the ledger, and finding out whether it was changed. */
export { type AuditReport, auditLogs } from './audit.ts';
export { type Checkpoints, openCheckpoints } from './checkpoint.ts';
export { sentenceOfFinding } from './findings.ts';
export { advanceTransactionCounter } from './rebase.ts';
export { type Chaining, type ChainingOptions, startChaining } from './runner.ts';
export { chainAll } from './sealing.ts';
export { publicKeyFile, readPublicKeys } from './signing-key.ts';
export type { TenantReport } from './verify.ts';
