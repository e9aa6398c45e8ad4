/** `npm run programme -- check|pack|import DIR|ZIP`: the authors' command, with the server's database for `import`. */
import { randomUUID } from 'node:crypto';
import { organisations } from '@skute/access';
import { readConfig } from '@skute/platform/config';
import { inTenant, openDatabase, StartUpProblem } from '@skute/platform/db';
import { type CannotImport, type Imported, importPackage, type ReadPackage } from '@skute/programmes';
import { runProgrammeCommand } from '@skute/programmes/commands';

try {
  process.exitCode = await runProgrammeCommand(process.argv.slice(2), {
    importPackage: importForAll,
    out: (line) => console.log(line),
    err: (line) => console.error(line),
  });
} catch (error) {
  console.error(error instanceof StartUpProblem ? error.message : error);
  process.exitCode = 1;
}

/** Into every organisation of this installation; each decides for itself which programmes it gives. */
async function importForAll(read: ReadPackage): Promise<Imported | CannotImport> {
  const { databaseUrl, appDatabaseUrl, dataDir } = readConfig(process.env);
  const database = await openDatabase({ databaseUrl, appDatabaseUrl, dataDir });
  try {
    const all = await organisations(database.pool);
    if (all.length === 0)
      throw new StartUpProblem('There is no organisation in the database yet; start the server once first.');
    let last: Imported | CannotImport | undefined;
    for (const { id } of all) {
      last = await inTenant(database.pool, id, (tx) =>
        importPackage(tx, read, { now: Date.now(), newId: randomUUID }),
      );
      if (last.kind !== 'imported') return last;
    }
    return last as Imported;
  } finally {
    await database.close();
  }
}
