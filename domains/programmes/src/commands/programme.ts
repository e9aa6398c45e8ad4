/**
 * npm run programme -- check|pack|import DIR|ZIP
 * For authors: check and pack need neither server nor database. Exit code 0 is well, 1 is errors, 2 is wrong use.
 */
import { stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { CannotImport, Imported } from '../operations/import-package.ts';
import type { Unlicensed } from '../operations/licences.ts';
import type { PackageFiles } from '../package-files.ts';
import { hasErrors } from '../problems.ts';
import { type ReadPackage, readPackageFolder } from '../read-package.ts';
import { pack } from '../zip/pack.ts';
import { readZip } from '../zip/read-zip.ts';
import type { CannotReadZip } from '../zip/refusals.ts';
import { asJson, asText } from './programme-report.ts';

export interface CommandParts {
  /** Given by the server, which has the database. Without it, `import` says so. */
  readonly importPackage?: (read: ReadPackage) => Promise<Imported | CannotImport>;
  readonly out: (line: string) => void;
  /** Where errors and progress go, so that what is printed to `out` can be read by a program. */
  readonly err: (line: string) => void;
}

const usage = `Usage: npm run programme -- check  DIR|ZIP [--json]
       npm run programme -- pack   DIR     [--out FILE] [--json]
       npm run programme -- import DIR|ZIP [--json]`;

export async function runProgrammeCommand(argv: readonly string[], parts: CommandParts): Promise<number> {
  const asked = parse(argv);
  if (asked === undefined) {
    parts.err(usage);
    return 2;
  }
  if (asked.command === 'import' && parts.importPackage === undefined) {
    parts.err(
      'import needs the database of a server, and there is none here: run it where the server is installed.',
    );
    return 2;
  }
  const kind = await kindOf(asked.target);
  if (kind === undefined || (asked.command === 'pack' && kind === 'zip')) {
    parts.err(`There is no folder ${asked.command === 'pack' ? '' : 'or zip '}at ${asked.target}.`);
    return 2;
  }
  parts.err(`Reading ${asked.target} …`);
  const read = kind === 'folder' ? await readPackageFolder(asked.target) : await fromZip(asked.target);
  if ('because' in read) {
    if (asked.json) parts.out(JSON.stringify({ refused: read }, null, 2));
    else parts.err(read.message);
    return 1;
  }
  return act(asked, read, parts);
}

interface Asked {
  readonly command: 'check' | 'pack' | 'import';
  readonly target: string;
  readonly json: boolean;
  readonly out: string | undefined;
}

type ReadFiles = ReadPackage & { readonly files: PackageFiles };

function parse(argv: readonly string[]): Asked | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, out: { type: 'string' } },
    });
    const [command, target, ...more] = positionals;
    if (target === undefined || more.length > 0) return undefined;
    if (command !== 'check' && command !== 'pack' && command !== 'import') return undefined;
    if (values.out !== undefined && command !== 'pack') return undefined;
    return { command, target, json: values.json, out: values.out };
  } catch {
    return undefined;
  }
}

async function kindOf(target: string): Promise<'folder' | 'zip' | undefined> {
  const about = await stat(target).catch(() => undefined);
  if (about?.isDirectory()) return 'folder';
  return about?.isFile() ? 'zip' : undefined;
}

async function fromZip(file: string): Promise<ReadFiles | CannotReadZip> {
  const read = await readZip(file);
  return read.kind === 'read' ? { ...read.package, files: read.files } : read;
}

async function act(asked: Asked, read: ReadFiles, parts: CommandParts): Promise<number> {
  const done = hasErrors(read.problems) ? undefined : await packOrImport(asked, read, parts);
  if (asked.json) parts.out(asJson(read, done));
  else parts.out(asText(read, asked.target));
  if (done?.sentence !== undefined && !asked.json) parts.out(done.sentence);
  if (done === undefined && asked.command !== 'check' && !asked.json) {
    parts.err(`Nothing was ${asked.command === 'pack' ? 'packed' : 'imported'}: the errors come first.`);
  }
  return done?.ok === true ? 0 : 1;
}

/** What came of it, for a person as a sentence and for a program as the rest. */
export interface Done {
  readonly ok: boolean;
  readonly sentence?: string;
  readonly packed?: { readonly file: string; readonly bytes: number };
  readonly imported?: Imported | CannotImport;
}

async function packOrImport(
  asked: Asked,
  read: ReadFiles,
  { importPackage, err }: CommandParts,
): Promise<Done> {
  if (asked.command === 'pack') {
    err(`Packing ${read.files.size} files …`);
    const zip = await pack(read.files);
    const file = asked.out ?? path.resolve(`${read.programme?.id}-${read.programme?.version}.zip`);
    await writeFile(file, zip);
    return { ok: true, sentence: `Packed as ${file}.`, packed: { file, bytes: zip.byteLength } };
  }
  if (asked.command === 'check' || importPackage === undefined) return { ok: true };
  err(
    `Importing ${read.pages.length} pages, ${read.forms.length} forms and ${read.media.length} media files …`,
  );
  const imported = await importPackage(read);
  return { ok: imported.kind === 'imported', sentence: importSentence(imported), imported };
}

function importSentence(outcome: Imported | CannotImport): string {
  switch (outcome.kind) {
    case 'imported':
      return outcome.isNew
        ? `Imported as version ${outcome.versionId}.`
        : `Was there already as version ${outcome.versionId}.`;
    case 'version-exists-with-other-content':
      return 'Not imported: this version number is taken by other content. Give the programme a new version number.';
    case 'instrument-not-licensed':
      return `Not imported: there is no record of a licence for ${outcome.instruments.map(licenceMissing).join('; ')}.`;
    case 'package-has-errors':
      return 'Not imported: the package has errors.';
  }
}

function licenceMissing({ title, holder, languages, forms }: Unlicensed): string {
  return `${title} of ${holder} (${forms.map((form) => `forms/${form}.json`).join(', ')}; ${languages.join(', ')})`;
}

if (import.meta.main) {
  process.exitCode = await runProgrammeCommand(process.argv.slice(2), {
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
  });
}
