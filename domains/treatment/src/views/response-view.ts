import type { FullResponse } from '@skute/forms';
import { answerLines, type Evaluation } from '@skute/forms/rules';
import type { LoadedForm } from '@skute/programmes';
import type { ResponseView } from '../contract.ts';
import { responseLine } from './sitting-view.ts';
import type { ViewSource } from './source.ts';
import { scoreViews } from './trend-view.ts';

/** Item by item, in the wording and the language in which it was answered. */
export function responseView(
  source: ViewSource,
  form: LoadedForm,
  response: FullResponse,
  evaluation: Evaluation,
): ResponseView {
  const lines = answerLines(form.form, evaluation, response.language);
  return {
    response: responseLine(source, response),
    timeZone: source.course.facts.timeZone,
    language: response.language,
    scores: scoreViews(form, response.scores, null),
    lines: lines.map((line) => ({ ...line, answers: [...line.answers] })),
  };
}
