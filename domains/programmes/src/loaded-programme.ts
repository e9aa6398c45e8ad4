import type { Language, Programme, StepPage, Texts } from './programme.ts';
import { languageOrder, nearestHeading, nearestPage } from './language-order.ts';
import type { LoadedForm } from './loaded-form.ts';

/** One version of a programme in memory, ready to be shown in any language. Versions never change. */
export interface LoadedProgramme {
  readonly versionId: string;
  readonly contentHash: string;
  readonly programme: Programme;
  /** By `pageKey`. */
  readonly pages: ReadonlyMap<string, StepPage>;
  /** By id, as in `programme.forms`. */
  readonly forms: ReadonlyMap<string, LoadedForm>;
  /** For reading: the page in the nearest language that has its text. */
  page(stepId: string, preferred: readonly Language[]): StepPage | undefined;
  /** For lists: title and summary in the nearest language. */
  heading(stepId: string, preferred: readonly Language[]): StepPage | undefined;
  texts(preferred: readonly Language[]): Texts & { readonly language: Language };
}

export function pageKey(stepId: string, language: Language): string {
  return `${stepId} ${language}`;
}

export function loadedProgramme(
  about: Pick<LoadedProgramme, 'versionId' | 'contentHash' | 'programme'>,
  pages: readonly StepPage[],
  forms: readonly LoadedForm[],
): LoadedProgramme {
  const pagesOf = Map.groupBy(pages, (page) => page.stepId);
  return {
    ...about,
    pages: new Map(pages.map((page) => [pageKey(page.stepId, page.language), page])),
    forms: new Map(forms.map((form) => [form.id, form])),
    page: (stepId, preferred) => nearestPage(pagesOf.get(stepId) ?? [], preferred),
    heading: (stepId, preferred) => nearestHeading(pagesOf.get(stepId) ?? [], preferred),
    texts: (preferred) => textsOf(about.programme, preferred),
  };
}

function textsOf(programme: Programme, preferred: readonly Language[]): Texts & { language: Language } {
  for (const language of languageOrder(preferred)) {
    const texts = programme.texts[language];
    if (texts !== undefined) return { ...texts, language };
  }
  throw new Error(`programme ${programme.id} ${programme.version} has no texts in any language`);
}
