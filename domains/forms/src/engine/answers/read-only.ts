import { sameAnswer } from '../compare.ts';
import type { AnswerProblem, Circumstances } from '../evaluation.ts';
import type { Answer } from '../questionnaire.ts';
import { initialAnswers, initialRound, isReadOnly, setAnswers } from './settle.ts';
import { answersOf, type Node, nodesBelow, type Tree } from './tree.ts';

/**
 * What the patient can't write is not taken from the response: calculated items are emptied, to be calculated, and
 * read-only ones get what they have from the start.
 */
export function replaceReadOnly(
  tree: Tree,
  response: unknown,
  circumstances: Circumstances,
): AnswerProblem[] {
  const nodes = [...nodesBelow(tree.root)].filter(({ item }) => item.type !== 'group' && isReadOnly(item));
  if (nodes.length === 0) return [];
  const round = initialRound(tree, response, circumstances);
  return nodes.flatMap((node) => {
    const before = answersOf(node);
    const calculated = node.item.calculatedExpression !== null;
    const after = calculated ? [] : initialAnswers(tree.form, node, round);
    node.declined = false;
    setAnswers(tree, node, after);
    const computed = calculated || node.item.initialExpression !== null;
    return computed || before.length === 0 || same(before, after) ? [] : [written(node)];
  });
}

function same(a: readonly Answer[], b: readonly Answer[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, index) => {
      const other = b[index];
      return other !== undefined && sameAnswer(one, other);
    })
  );
}

function written({ key, item }: Node): AnswerProblem {
  return {
    key,
    linkId: item.linkId,
    code: 'read-only',
    found: 'an answer that nobody could write',
    expected: 'what the form has from the start',
    message: null,
  };
}
