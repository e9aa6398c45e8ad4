import { constraintProblems } from './answers/constraints.ts';
import { replaceReadOnly } from './answers/read-only.ts';
import { readResponse } from './answers/read-response.ts';
import { settle } from './answers/settle.ts';
import { type Looking, statesOf } from './answers/states.ts';
import { nodesBelow, type Tree } from './answers/tree.ts';
import { writeResponse } from './answers/write-response.ts';
import type { AnswerProblem, Circumstances, Evaluation, ItemState } from './evaluation.ts';
import type { Form } from './form.ts';
import type { QuestionnaireResponse } from './questionnaire.ts';

/** A form with expressions was evaluated without anything to compute them: a mistake of the caller's. */
export class ExpressionsMissing extends Error {
  constructor() {
    super('The form has FHIRPath expressions; evaluate it with `expressions` from loadExpressions().');
  }
}

/**
 * Form and answers at a moment: what is asked for and seen, what is calculated, what is wrong, and the response as it
 * would be kept. The server's evaluation is the one that counts: nothing in the response is believed that can be computed.
 */
export function evaluate(
  form: Form,
  response: QuestionnaireResponse,
  circumstances: Circumstances,
): Evaluation {
  if (form.needsExpressions && circumstances.expressions === undefined) throw new ExpressionsMissing();
  const tree = readResponse(form, response);
  const replaced = replaceReadOnly(tree, response, circumstances);
  const declined = declineProblems(tree);
  const settled = settle(tree, response, circumstances);
  const read = Map.groupBy([...tree.problems, ...declined, ...replaced], ({ key }) => key);
  const looking: Looking = { form, circumstances, settled, read };
  const items = statesOf(looking, tree.root, true);
  const written = writeResponse(tree, response, settled.isEnabled);
  const { errors, warnings } = constraintProblems(tree, settled);
  const homeless = tree.problems.filter(({ code }) => code === 'unknown-item' || code === 'misplaced-item');
  return {
    items,
    problems: [...new Set([...homeless, ...problemsIn(items), ...errors])],
    warnings,
    response: written.response,
  };
}

function problemsIn(items: readonly ItemState[]): AnswerProblem[] {
  return items.flatMap((state) => [...state.problems, ...problemsIn(state.items)]);
}

/** *Vil ikke svare* is taken back where the form does not allow it. */
function declineProblems(tree: Tree): AnswerProblem[] {
  return [...nodesBelow(tree.root)].flatMap((node): AnswerProblem[] => {
    if (!node.declined) return [];
    if (node.item.mayDecline) {
      node.slots = [];
      return [];
    }
    node.declined = false;
    return [
      {
        key: node.key,
        linkId: node.item.linkId,
        code: 'not-declinable',
        found: 'declined to answer',
        expected: 'an answer, or none',
        message: null,
      },
    ];
  });
}
