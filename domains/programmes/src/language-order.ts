import { type Language, languages, type StepPage } from './programme.ts';

/** What a reader of each language reads most easily after it. */
const neighbours: Record<Language, readonly Language[]> = {
  nb: ['nn', 'sv', 'en'],
  nn: ['nb', 'sv', 'en'],
  sv: ['nb', 'nn', 'en'],
  en: ['nb', 'nn', 'sv'],
  uk: ['en', 'nb', 'nn', 'sv'],
};

/** All languages, the nearest first: those asked for, then the neighbours of the first, then the rest. */
export function languageOrder(preferred: readonly Language[]): Language[] {
  const [first] = preferred;
  return [...new Set([...preferred, ...(first === undefined ? [] : neighbours[first]), ...languages])];
}

/** For reading: a whole page in another language beats a title alone in one's own. */
export function nearestPage(
  pages: readonly StepPage[],
  preferred: readonly Language[],
): StepPage | undefined {
  const nearest = inOrder(pages, preferred);
  return nearest.find((page) => page.blocks !== undefined) ?? nearest[0];
}

/** For lists: title and summary in the nearest language, whether or not there is a page behind them. */
export function nearestHeading(
  pages: readonly StepPage[],
  preferred: readonly Language[],
): StepPage | undefined {
  return inOrder(pages, preferred)[0];
}

function inOrder(pages: readonly StepPage[], preferred: readonly Language[]): StepPage[] {
  const order = languageOrder(preferred);
  return [...pages].sort((a, b) => order.indexOf(a.language) - order.indexOf(b.language));
}
