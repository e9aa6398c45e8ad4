import type { KnownDraft } from '../read-package.ts';
import { type Coverage, type Language, stepsInOrder } from '../programme.ts';
import { languageNames, type Report } from '../problems.ts';
import { valueAt } from '../yaml/check-shape.ts';

/** Every title, question and because exists in every language of the programme, and none is for something that is not there. */
export function checkTexts(draft: KnownDraft, report: Report): void {
  const wanted = wantedTexts(draft);
  for (const [language] of Object.entries(draft.programme.languages) as [Language, Coverage][]) {
    const file = `texts/${language}.yaml`;
    const source = draft.structure.textSources.get(language);
    if (!draft.files.has(file)) {
      const message = `The file is missing; expected the programme's texts in ${languageNames[language]}, which programme.yaml lists.`;
      report('file-missing', { file }, message);
    }
    if (source === undefined) continue;
    for (const [group, ids] of wanted) {
      for (const id of ids) {
        if (valueAt(source.value, [group, id]) !== undefined) continue;
        const message = `"${group}.${id}" has no text in ${languageNames[language]}; expected ${expectedFor[group] ?? 'one'}.`;
        report('text-missing', source.placeOf([group, id]), message);
      }
      for (const id of Object.keys(objectAt(source.value, group))) {
        if (ids.has(id)) continue;
        report(
          'text-unused',
          source.placeOf([group, id]),
          `"${group}.${id}" is a text for something that the programme does not have.`,
        );
      }
    }
  }
}

const expectedFor: Record<string, string> = {
  eligibility: 'question and help',
  modules: 'title and summary',
  sections: 'title',
  rules: 'because: one sentence that says why, to patient and clinician alike',
  measures: 'title and why: what it is called, and one sentence on why it is asked',
};

function wantedTexts({ programme }: KnownDraft): [group: string, ids: ReadonlySet<string>][] {
  return [
    ['eligibility', new Set(programme.eligibility.map(({ id }) => id))],
    ['modules', new Set(programme.modules.map(({ id }) => id))],
    ['sections', new Set(stepsInOrder(programme).map(({ section }) => section.id))],
    ['rules', new Set(programme.rules.map(({ id }) => id))],
    ['measures', new Set(programme.measures.map(({ id }) => id))],
  ];
}

function objectAt(root: unknown, key: string): object {
  const value = valueAt(root, [key]);
  return typeof value === 'object' && value !== null ? value : {};
}
