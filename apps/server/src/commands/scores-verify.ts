/**
 * `npm run scores:verify`: makes the scores of every stored response again and compares.
 *
 * Reads only. Prints counts, and the ids of what differs; no value and no name. Ends with 0 when all agree, 1 when some do
 * not, 2 when it could not be found out.
 */
import { organisations } from '@skute/access';
import { readConfig } from '@skute/platform/config';
import { inTenant, openDatabase } from '@skute/platform/db';
import { localWrapper, openKeyStore } from '@skute/platform/keys';
import { loadVersion } from '@skute/programmes';
import { auditScores } from '@skute/treatment';

process.exitCode = await main().catch((error: unknown) => {
  console.error(
    `The scores could not be verified. ${error instanceof Error ? error.message : String(error)}`,
  );
  return 2;
});

async function main(): Promise<number> {
  const { databaseUrl, appDatabaseUrl, dataDir, keysDir } = readConfig(process.env);
  const database = await openDatabase({ databaseUrl, appDatabaseUrl, dataDir });
  const keys = openKeyStore(keysDir, localWrapper(keysDir));
  try {
    let wrong = 0;
    for (const { id, name, country } of await organisations(database.pool)) {
      const timeZone = country === 'SE' ? 'Europe/Stockholm' : 'Europe/Oslo';
      const audit = await inTenant(database.pool, id, (tx) =>
        auditScores({ keys, programme: loadVersion }, tx, timeZone),
      );
      console.log(
        `${name}: ${audit.responses} responses, ${audit.scores} scores made again, ${audit.mismatches.length} differ`,
      );
      for (const { responseId, instrument, version, score, kind } of audit.mismatches)
        console.log(`  ${responseId} ${instrument} ${version} ${score}: ${kind}`);
      wrong += audit.mismatches.length;
    }
    return wrong === 0 ? 0 : 1;
  } finally {
    await database.close();
  }
}
