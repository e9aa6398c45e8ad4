/** The database: connecting, migrating, and transactions with a tenant. Knows no domain's words. */
export type { Statement, Tx } from './query.ts';
export { inTenant, type TenantTx, withTransaction } from './transaction.ts';
export { type Database, openDatabase } from './open.ts';
export { migrate, pendingMigrations } from './migrate.ts';
export { type Embedded, startEmbedded } from './embedded.ts';
export { StartUpProblem } from './start-up-problem.ts';
