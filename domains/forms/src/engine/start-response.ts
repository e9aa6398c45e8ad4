import { readResponse } from './answers/read-response.ts';
import { initialAnswers, initialRound, setAnswers } from './answers/settle.ts';
import { nodesBelow } from './answers/tree.ts';
import type { Circumstances } from './evaluation.ts';
import { evaluate, ExpressionsMissing } from './evaluate.ts';
import type { Form } from './form.ts';
import type { QuestionnaireResponse } from './questionnaire.ts';
import { writeResponse } from './answers/write-response.ts';

/** An empty response with what the form has from the start: initial values, and those that are calculated. */
export function startResponse(form: Form, circumstances: Circumstances): QuestionnaireResponse {
  if (form.needsExpressions && circumstances.expressions === undefined) throw new ExpressionsMissing();
  const empty: QuestionnaireResponse = {
    resourceType: 'QuestionnaireResponse',
    ...canonicalOf(form),
    status: 'in-progress',
  };
  const tree = readResponse(form, empty);
  const round = initialRound(tree, empty, circumstances);
  for (const node of nodesBelow(tree.root)) {
    const answers = initialAnswers(form, node, round);
    if (answers.length > 0) setAnswers(tree, node, answers);
  }
  const { response } = writeResponse(tree, empty, () => true);
  return evaluate(form, response, circumstances).response;
}

function canonicalOf({
  questionnaire: { url, version },
}: Form): Pick<QuestionnaireResponse, 'questionnaire'> {
  if (typeof url !== 'string') return {};
  return { questionnaire: typeof version === 'string' ? `${url}|${version}` : url };
}
