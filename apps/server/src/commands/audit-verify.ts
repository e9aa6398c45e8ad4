/**
 * `npm run audit:verify -- [--tenant ID] [--json] [--public-key FILE]`: has anybody changed the access log?
 *
 * Reads only, with the rights of the application's role, also while the server runs. Ends with 0 when all is as it was
 * logged, 1 when something is not, 2 when it could not be found out. `--public-key` takes the ledger's key from a copy kept
 * elsewhere instead of the one beside the ledger.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  type AuditReport,
  auditLogs,
  publicKeyFile,
  readPublicKeys,
  sentenceOfFinding,
  type TenantReport,
} from '@skute/access';
import { type Config, readConfig } from '@skute/platform/config';
import { startEmbedded } from '@skute/platform/db';
import pg from 'pg';

const appRole = { options: '-c role=skute_app' };

process.exitCode = await main().catch((error: unknown) => {
  console.error(
    `The access log could not be verified. ${error instanceof Error ? error.message : String(error)}`,
  );
  return 2;
});

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { tenant: { type: 'string' }, json: { type: 'boolean' }, 'public-key': { type: 'string' } },
  });
  const config = readConfig(process.env);
  const publicKeys = readPublicKeys(values['public-key'] ?? publicKeyFile(config.ledgerDir));
  const database = await connect(config);
  const began = performance.now();
  try {
    const report = await auditLogs(database.pool, {
      ledgerDir: config.ledgerDir,
      publicKeys,
      tenant: values.tenant,
    });
    if (values.tenant !== undefined && report.tenants.length === 0)
      throw new Error('There is no such organisation.');
    const seconds = (performance.now() - began) / 1000;
    for (const line of values.json ? [JSON.stringify({ ...report, seconds })] : tell(report, seconds))
      console.log(line);
    return report.intact ? 0 : 1;
  } finally {
    await database.close();
  }
}

function tell(report: AuditReport, seconds: number): string[] {
  const { ledger, tenants } = report;
  const entries = tenants.reduce((sum, tenant) => sum + tenant.entries, 0);
  return [
    ...tenants.flatMap(tellTenant),
    `Ledger: ${ledger.checkpoints} checkpoints${ledger.checkpoints === 0 ? '; without them a cut at the end can not be seen' : ''}.`,
    ...(ledger.unfinishedLine
      ? ['Ledger: a crash left an unfinished line at the end; it never counted.']
      : []),
    ...ledger.findings.map((finding) => `BROKEN ledger: ${sentenceOfFinding(finding)}`),
    `${entries} entries in ${seconds.toFixed(1)} s, ${Math.round(entries / seconds)} a second.`,
    report.intact ? 'The access log is intact.' : 'The access log has been CHANGED.',
  ];
}

function tellTenant({
  tenant,
  links,
  entries,
  uncovered,
  lastSigned,
  findings,
  found,
}: TenantReport): string[] {
  const more = found - findings.length;
  return [
    `${tenant}: ${entries} entries in ${links} links, signed up to link ${lastSigned}; ${uncovered} not chained yet.`,
    ...findings.map((finding) => `BROKEN ${tenant}: ${sentenceOfFinding(finding)}`),
    ...(more > 0 ? [`BROKEN ${tenant}: and ${more} more`] : []),
  ];
}

/** Without migrating or making anything. An embedded server that was running before is left running. */
async function connect(config: Config): Promise<{ pool: pg.Pool; close: () => Promise<void> }> {
  const { databaseUrl, appDatabaseUrl, dataDir } = config;
  if (appDatabaseUrl) return openPool({ connectionString: appDatabaseUrl });
  if (databaseUrl) return openPool({ connectionString: databaseUrl, ...appRole });
  const home = path.join(dataDir, 'postgres');
  if (!existsSync(path.join(home, 'PG_VERSION')))
    throw new Error(`There is no database in ${path.resolve(home)}.`);
  const before = runningPid(home);
  const embedded = await startEmbedded(dataDir);
  const opened = openPool({ ...embedded.connection, user: 'owner', ...appRole });
  return {
    pool: opened.pool,
    close: async () => {
      await opened.close();
      if (embedded.pid !== before) await embedded.stop();
    },
  };
}

function openPool(config: pg.PoolConfig): { pool: pg.Pool; close: () => Promise<void> } {
  const pool = new pg.Pool({ ...config, application_name: 'skute-audit', max: 2 });
  // The pool has ended before its connections have: an embedded server that stops then tells them so.
  pool.on('error', () => undefined);
  return { pool, close: () => pool.end() };
}

function runningPid(home: string): number | undefined {
  const file = path.join(home, 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined;
}
