import type { KnownDraft } from '../read-package.ts';
import { type Coverage, type Language, languages } from '../programme.ts';
import { languageNames, type Report } from '../problems.ts';

/** Every form exists in the languages that are full, and something asks for it. */
export function checkForms({ programme, forms }: KnownDraft, report: Report): void {
  const covered = Object.entries(programme.languages) as [Language, Coverage][];
  for (const { file, form } of forms) {
    const theirs = languagesOf(form);
    for (const [language, coverage] of covered) {
      if (coverage !== 'full' || theirs.includes(language)) continue;
      const found = form.languages.length === 0 ? 'no language' : form.languages.join(', ');
      const message = `The form has ${found}; expected it in ${languageNames[language]} too, since that is "full".`;
      report('form-language-missing', { file }, message);
    }
  }
  const asked = new Set(programme.measures.flatMap((point) => point.forms));
  for (const id of programme.forms) {
    if (asked.has(id)) continue;
    const message = 'Nothing asks for this form; expected a point of measures.yaml with it, or no file.';
    report('form-unused', { file: `forms/${id}.json` }, message);
  }
}

/** Those of our languages in which a form has its words; `nb-NO` is Norwegian Bokmål. */
export function languagesOf(form: { readonly languages: readonly string[] }): Language[] {
  const primary = new Set(form.languages.map((tag) => tag.toLowerCase().split(/[-_]/)[0]));
  return languages.filter((language) => primary.has(language));
}
