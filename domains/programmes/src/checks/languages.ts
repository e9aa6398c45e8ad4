import { knownFile } from '../known-files.ts';
import type { KnownDraft } from '../read-package.ts';
import { type Coverage, type Language, stepsInOrder } from '../programme.ts';
import { languageNames, type Report } from '../problems.ts';

/** Every step has a page in every language: whole in a full language, title and summary in a summary language. */
export function checkLanguages(draft: KnownDraft, report: Report): void {
  const covered = Object.entries(draft.programme.languages) as [Language, Coverage][];
  for (const [language, coverage] of covered) reportMissingPages(draft, language, coverage, report);
  reportBodies(draft, report);
  reportUnusedPages(draft, report);
  reportUnlistedLanguages(draft, report);
}

function reportMissingPages(draft: KnownDraft, language: Language, coverage: Coverage, report: Report): void {
  for (const { step, module } of stepsInOrder(draft.programme)) {
    const file = `steps/${module.id}/${step.id}.${language}.md`;
    if (draft.files.has(file)) continue;
    const expected = coverage === 'full' ? file : `${file} with title and summary`;
    const message = `The step "${step.id}" has no page in ${languageNames[language]}; expected ${expected}.`;
    report('page-missing', draft.structure.placeOf('steps', step.id), message);
  }
}

function reportBodies({ pages, programme }: KnownDraft, report: Report): void {
  for (const { page, body } of pages) {
    const coverage = programme.languages[page.language];
    if (coverage === 'full' && page.blocks === undefined) {
      const message = `The page has no text under its title; expected one, since ${languageNames[page.language]} is "full".`;
      report('page-empty', body, message);
    }
    if (coverage === 'summary' && page.blocks !== undefined) {
      const message = `The page has text under its title; expected none, since ${languageNames[page.language]} is "summary".`;
      report('body-in-summary-language', body, message);
    }
  }
}

function reportUnusedPages({ files, programme }: KnownDraft, report: Report): void {
  const moduleOf = new Map(stepsInOrder(programme).map(({ step, module }) => [step.id, module.id]));
  for (const file of files.keys()) {
    const known = knownFile(file);
    if (known?.kind !== 'page') continue;
    const module = moduleOf.get(known.step);
    if (module === undefined) {
      report(
        'page-unused',
        { file },
        `programme.yaml has no step "${known.step}"; nobody will see the page.`,
      );
    } else if (module !== known.module) {
      report(
        'page-unused',
        { file },
        `The step "${known.step}" is in the module "${module}"; expected the page in steps/${module}/.`,
      );
    }
  }
}

function reportUnlistedLanguages({ files, programme }: KnownDraft, report: Report): void {
  for (const file of files.keys()) {
    const known = knownFile(file);
    if (known === undefined || !('language' in known) || programme.languages[known.language] !== undefined)
      continue;
    const message = `programme.yaml does not list ${languageNames[known.language]} under languages; expected it there, or no such file.`;
    report('language-not-listed', { file }, message);
  }
}
