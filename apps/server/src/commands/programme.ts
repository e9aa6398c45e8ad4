/**
 * `npm run programme -- check|pack|import DIR|ZIP [--organisation SLUG]`: the authors' command, with the server's database
 * for `import`.
 */
import { randomUUID } from 'node:crypto';
import { organisations } from '@skute/access';
import { isLicensed } from '@skute/forms';
import { readConfig } from '@skute/platform/config';
import { inTenant, openDatabase, StartUpProblem, type TenantTx } from '@skute/platform/db';
import { type CannotImport, type Imported, importPackage, type ReadPackage } from '@skute/programmes';
import { runProgrammeCommand } from '@skute/programmes/commands';

try {
  const { rest, organisation } = readArguments(process.argv.slice(2));
  process.exitCode = await runProgrammeCommand(rest, {
    importPackage: (read) => importInto(organisation, read),
    out: (line) => console.log(line),
    err: (line) => console.error(line),
  });
} catch (error) {
  console.error(error instanceof StartUpProblem ? error.message : error);
  process.exitCode = 1;
}

/** `--organisation` is the server's own; the authors' command knows no database. */
function readArguments(given: readonly string[]): { rest: string[]; organisation: string | undefined } {
  const place = given.indexOf('--organisation');
  if (place < 0) return { rest: [...given], organisation: undefined };
  const organisation = given[place + 1];
  if (organisation === undefined)
    throw new StartUpProblem('After --organisation comes the short name of one.');
  return { rest: given.toSpliced(place, 2), organisation };
}

/**
 * Into the organisation named, or into each one of this installation, in the order of their names and each by itself: one
 * that can't have it does not keep it from the others. Says how it went for each. An import also makes the version
 * available there; there is no separate activation yet.
 */
async function importInto(slug: string | undefined, read: ReadPackage): Promise<Imported | CannotImport> {
  const { databaseUrl, appDatabaseUrl, dataDir } = readConfig(process.env);
  const database = await openDatabase({ databaseUrl, appDatabaseUrl, dataDir });
  try {
    const all = await organisations(database.pool);
    const chosen = all.filter((one) => slug === undefined || one.slug === slug);
    if (chosen.length === 0) throw new StartUpProblem(nobodyThere(slug, all));
    const results: (Imported | CannotImport)[] = [];
    for (const { id, name } of chosen) {
      const result = await inTenant(database.pool, id, (tx) =>
        importPackage(tx, read, { now: Date.now(), newId: randomUUID, isLicensed: licensedNow(tx) }),
      );
      results.push(result);
      console.log(`${name}: ${sentenceOf(result)}`);
    }
    return results.find(({ kind }) => kind !== 'imported') ?? (results[0] as Imported);
  } finally {
    await database.close();
  }
}

/** By the organisation's own records, on the day of the import. */
function licensedNow(tx: TenantTx) {
  const today = new Date().toISOString().slice(0, 10);
  return (instrument: string, languages: readonly string[]) => isLicensed(tx, instrument, languages, today);
}

function sentenceOf(result: Imported | CannotImport): string {
  if (result.kind !== 'imported') return `not imported (${result.kind})`;
  return result.isNew ? 'imported' : 'had it already';
}

function nobodyThere(slug: string | undefined, all: readonly { readonly slug: string }[]): string {
  if (all.length === 0) return 'There is no organisation in the database yet; start the server once first.';
  return `There is no organisation ${slug}; there are ${all.map((one) => one.slug).join(', ')}.`;
}
