import { limits } from '../limits.ts';
import type { ReadPage } from '../markdown/parse-page.ts';
import { lixOf, wordsOf } from '../measure/readability.ts';
import type { Language } from '../programme.ts';
import { languageNames, type Report } from '../problems.ts';

/** LIX was made for Swedish and is used for Norwegian; it says nothing of other languages. */
const lixLanguages: readonly Language[] = ['nb', 'nn', 'sv'];

/** Pages that a tired person can read on a phone in one go. */
export function checkReadability(pages: readonly ReadPage[], report: Report): void {
  for (const page of pages) reportLength(page, report);
  for (const language of lixLanguages) reportLix(language, pages, report);
}

function reportLength({ pieces, body }: ReadPage, report: Report): void {
  const words = bodyOf(pieces).flatMap(wordsOf).length;
  if (words > limits.wordsError) {
    report('words-too-many', body, `The page has ${words} words; expected at most ${limits.wordsWarning}.`);
  } else if (words > limits.wordsWarning) {
    report('words-many', body, `The page has ${words} words; expected at most ${limits.wordsWarning}.`);
  }
}

function reportLix(language: Language, pages: readonly ReadPage[], report: Report): void {
  const measured = pages
    .filter(({ page }) => page.language === language)
    .flatMap((page) => {
      const lix = lixOf(bodyOf(page.pieces));
      return lix === undefined ? [] : [{ page, lix }];
    });
  for (const { page, lix } of measured) {
    if (lix <= limits.lixPage) continue;
    const message = `The page has LIX ${Math.round(lix)}; expected at most ${limits.lixPage}. Shorter sentences and shorter words help.`;
    report('lix-high', page.body, message);
  }
  const mean = measured.reduce((sum, { lix }) => sum + lix, 0) / measured.length;
  if (!(mean > limits.lixMean)) return;
  const message = `The pages in ${languageNames[language]} have LIX ${mean.toFixed(1)} on average; the aim is ${limits.lixMean} or less.`;
  report('lix-mean-high', { file: 'programme.yaml' }, message);
}

function bodyOf(pieces: ReadPage['pieces']): string[] {
  return pieces.filter(({ part }) => part === 'body').map(({ text }) => text);
}
