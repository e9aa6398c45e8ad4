import type { Language } from './programme.ts';

/** An error keeps a package from being packed or imported, a warning should be looked at, a note is only said. */
export type Severity = 'error' | 'warning' | 'note';

export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

export interface Problem extends Place {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** A plain sentence: what was found and what was expected. */
  readonly message: string;
}

/** Takes one problem while a package is read. Reading goes on: content under authoring is never rejected. */
export type Report = (code: ProblemCode, place: Place, message: string) => void;

/** Every code the checker can report. The authors' manual, docs/programme-format.md, explains each; a test compares. */
export const severities = {
  // Files
  'file-missing': 'error',
  'file-unexpected': 'warning',
  'file-too-large': 'error',
  'package-too-large': 'error',
  'file-encoding': 'error',
  'odd-character': 'error',
  'content-hash-differs': 'warning',
  // YAML
  'yaml-syntax': 'error',
  'yaml-duplicate-key': 'error',
  'yaml-alias': 'error',
  'yaml-tag': 'error',
  'key-unknown': 'error',
  'value-missing': 'error',
  'value-wrong': 'error',
  'id-duplicate': 'error',
  'checks-waiting': 'note',
  // Pages
  'front-matter-missing': 'error',
  'page-missing': 'error',
  'page-empty': 'error',
  'page-unused': 'warning',
  'body-in-summary-language': 'warning',
  'language-not-listed': 'warning',
  'markdown-html': 'error',
  'markdown-not-allowed': 'error',
  'heading-level': 'error',
  'nesting-too-deep': 'error',
  'directive-unknown': 'error',
  'directive-attribute': 'error',
  'directive-broken': 'error',
  'directive-unclosed': 'error',
  'box-title-missing': 'error',
  'words-many': 'warning',
  'words-too-many': 'error',
  'lix-high': 'warning',
  'lix-mean-high': 'note',
  'numbers-differ': 'warning',
  'link-not-allowed': 'error',
  'link-unknown-step': 'error',
  // Texts
  'text-missing': 'error',
  'text-unused': 'warning',
  // Forms
  'form-unreadable': 'error',
  'form-problem': 'error',
  'form-unsupported': 'error',
  'form-feature-ignored': 'note',
  'form-instrument-unknown': 'error',
  'form-language-missing': 'error',
  'form-text-missing': 'warning',
  'form-unknown': 'error',
  'form-unused': 'warning',
  // Measurement points
  'measure-unknown': 'error',
  'measure-days': 'error',
  'measure-beyond-end': 'error',
  'measure-cycle': 'error',
  'measure-cannot-open': 'error',
  'measure-overlap': 'warning',
  'measure-by-clinician': 'note',
  // Rules and reach
  'rule-unknown-module': 'error',
  'rule-unknown-step': 'error',
  'rule-unknown-item': 'error',
  'rule-unknown-answer': 'error',
  'rule-unknown-score': 'error',
  'rule-score-range': 'error',
  'rule-unknown-point': 'error',
  'rule-flag-without-form': 'error',
  'rule-beyond-end': 'error',
  'rule-cannot-fire': 'error',
  'rule-cycle': 'error',
  'rule-without-effect': 'warning',
  'module-unreachable': 'error',
  'module-only-by-clinician': 'note',
  'module-shown-by-clinician': 'note',
  'step-only-by-clinician': 'note',
  // Media
  'media-missing': 'error',
  'media-unused': 'warning',
  'media-wrong-type': 'error',
  'alt-missing': 'error',
  'film-incomplete': 'error',
  'film-title-missing': 'error',
  'captions-missing': 'error',
  'transcript-missing': 'error',
  'vtt-syntax': 'error',
  'vtt-order': 'error',
  'svg-syntax': 'error',
  'svg-element': 'error',
  'svg-attribute': 'error',
  'svg-reference': 'error',
  'svg-text': 'error',
  'svg-colour': 'error',
  'svg-size': 'error',
} as const satisfies Record<string, Severity>;

export type ProblemCode = keyof typeof severities;

export function collectProblems(): { readonly report: Report; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const report: Report = (code, place, message) => {
    // What was found may hold anything, and a terminal obeys control characters.
    const shown = message.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '?');
    problems.push({ code, severity: severities[code], ...place, message: shown });
  };
  return { report, problems };
}

/** In the order in which a person would go through them: by file, then down the file. */
export function inReadingOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      compareText(a.code, b.code),
  );
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}

/** The name of a language inside an English sentence. */
export const languageNames: Record<Language, string> = {
  nb: 'Norwegian Bokmål (nb)',
  nn: 'Norwegian Nynorsk (nn)',
  sv: 'Swedish (sv)',
  en: 'English (en)',
  uk: 'Ukrainian (uk)',
};

/** By code unit, so that the order is the same on every machine whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
