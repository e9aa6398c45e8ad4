import { type Expressions, loadExpressions } from '@skute/forms/rules';
import { checkFiles } from './checks/files.ts';
import { checkFormWords } from './checks/form-words.ts';
import { checkForms } from './checks/forms.ts';
import { checkLanguages } from './checks/languages.ts';
import { checkMeasures } from './checks/measures.ts';
import { checkMediaUse } from './checks/media-use.ts';
import { checkNumbers } from './checks/numbers.ts';
import { checkReach } from './checks/reach.ts';
import { checkReadability } from './checks/readability.ts';
import { checkReferences } from './checks/references.ts';
import { checkTexts } from './checks/texts.ts';
import { contentHashOf } from './content-hash.ts';
import { knownFile } from './known-files.ts';
import { parsePage, type ReadPage } from './markdown/parse-page.ts';
import type { MediaLookup } from './markdown/reading.ts';
import type { PackageFiles } from './package-files.ts';
import { type FolderFiles, readFolder } from './package-files.ts';
import type { Programme, StepPage } from './programme.ts';
import { collectProblems, inReadingOrder, type Problem, type Report } from './problems.ts';
import { type FormFile, type ReadForm, readForms } from './read-forms.ts';
import {
  type MediaFile,
  mediaLookup,
  readMedia,
  readTranscripts,
  type ReadTranscript,
} from './read-media.ts';
import { type ReadStructure, readStructure } from './read-structure.ts';
import { readText } from './read-text.ts';

/** A package as far as it could be read, and everything that is wrong with it. */
export interface ReadPackage {
  /** Absent when programme.yaml cannot be understood at all. */
  readonly programme?: Programme;
  readonly pages: readonly StepPage[];
  readonly forms: readonly FormFile[];
  readonly media: readonly MediaFile[];
  readonly contentHash: string;
  readonly problems: readonly Problem[];
}

/** What the checks look at: everything read, with places. */
export interface Draft {
  readonly files: PackageFiles;
  readonly structure: ReadStructure;
  readonly pages: readonly ReadPage[];
  readonly forms: readonly ReadForm[];
  readonly transcripts: readonly ReadTranscript[];
}

/** A draft whose programme is known, for checks that compare the files with it. */
export interface KnownDraft extends Draft {
  readonly programme: Programme;
}

export async function readPackageFolder(directory: string): Promise<ReadPackage & FolderFiles> {
  const folder = await readFolder(directory);
  const read = readPackage(folder.files, await expressionsFor(folder.files));
  return { ...read, files: folder.files, problems: inReadingOrder([...folder.problems, ...read.problems]) };
}

/**
 * Reads and checks a package. Content under authoring is never rejected: whatever can be read is returned, with a
 * list of problems and their places. Files from a stranger are read by `readZip`, in a process of its own.
 * `expressions` come from `expressionsFor` these files.
 */
export function readPackage(files: PackageFiles, expressions?: Expressions): ReadPackage {
  const { report, problems } = collectProblems();
  const usable = checkFiles(files, report);
  for (const file of ['evidence.md', 'LICENCE', 'README.md', 'media/README.md'])
    readText(usable, file, report);
  const structure = readStructure(usable, report);
  const transcripts = readTranscripts(usable, report);
  const lookup = mediaLookup(usable, structure.programme?.texts ?? {}, transcripts);
  const pages = readPages(usable, lookup, report);
  const forms = readForms(usable, expressions, report);
  const media = readMedia(usable, report);
  checkDraft({ files: usable, structure, pages, forms, transcripts }, report);
  return {
    ...(structure.programme === undefined ? {} : { programme: structure.programme }),
    pages: pages.map(({ page }) => page),
    forms: forms.map(({ id, content }) => ({ id, content })),
    media,
    contentHash: contentHashOf(usable).contentHash,
    problems: inReadingOrder(problems),
  };
}

/** FHIRPath is large, and is needed only where a form has expressions. */
export async function expressionsFor(files: PackageFiles): Promise<Expressions | undefined> {
  const some = [...files].some(
    ([file, bytes]) => knownFile(file)?.kind === 'form' && Buffer.from(bytes).includes('xpression"'),
  );
  return some ? loadExpressions() : undefined;
}

function readPages(files: PackageFiles, lookup: MediaLookup, report: Report): ReadPage[] {
  return [...files.keys()].flatMap((file): ReadPage[] => {
    const known = knownFile(file);
    if (known?.kind !== 'page') return [];
    const text = readText(files, file, report);
    const read = text === undefined ? undefined : parsePage({ file, ...known, text }, lookup, report);
    return read === undefined ? [] : [read];
  });
}

/** Checks that need the programme wait until its YAML files are right: half a list of steps only misleads. */
function checkDraft(draft: Draft, report: Report): void {
  checkReadability(draft.pages, report);
  const { programme, whole } = draft.structure;
  if (programme === undefined || !whole) {
    const message =
      'What pages, texts, forms and rules have to agree on is checked when programme.yaml, rules.yaml and measures.yaml have no errors.';
    report('checks-waiting', { file: 'programme.yaml' }, message);
    return;
  }
  const known: KnownDraft = { ...draft, programme };
  checkTexts(known, report);
  checkLanguages(known, report);
  checkReferences(known, report);
  checkMediaUse(known, report);
  checkNumbers(known, report);
  checkForms(known, report);
  checkFormWords(known, report);
  checkMeasures(known, report);
  checkReach(known, report);
}
