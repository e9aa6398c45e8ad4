import type { KnownDraft } from '../read-package.ts';
import { stepsInOrder } from '../programme.ts';
import type { Report } from '../problems.ts';

/** Links lead to steps that exist; pictures and films that are shown are there. */
export function checkReferences(draft: KnownDraft, report: Report): void {
  const steps = new Set(stepsInOrder(draft.programme).map(({ step }) => step.id));
  const references = [...draft.pages, ...draft.transcripts].flatMap((each) => each.references);
  for (const { kind, to, place } of references) {
    if (kind === 'step' && !steps.has(to)) {
      report(
        'link-unknown-step',
        place,
        `Found a link to the step "${to}"; expected the id of a step in programme.yaml.`,
      );
    }
    if (kind === 'picture' && !draft.files.has(`media/${to}`)) {
      report('media-missing', place, `Found the picture "${to}"; expected the file media/${to}.`);
    }
    if (kind === 'film' && !draft.files.has(`media/${to}.webm`) && !draft.files.has(`media/${to}.mp4`)) {
      report(
        'media-missing',
        place,
        `Found the film "${to}"; expected the files media/${to}.webm and media/${to}.mp4.`,
      );
    }
  }
}
