import type { AnswerProblem } from '../evaluation.ts';
import type { Constraint } from '../form.ts';
import type { Settled } from './settle.ts';
import { holdsSomething, type Node, nodesBelow, type Tree } from './tree.ts';

/**
 * Constraints of the form and of its items, where they are asked for. Only an expression that comes out false is broken:
 * one that gives nothing speaks of what is not answered yet.
 */
export function constraintProblems(
  tree: Tree,
  { isEnabled, round }: Settled,
): { readonly errors: readonly AnswerProblem[]; readonly warnings: readonly AnswerProblem[] } {
  const errors: AnswerProblem[] = [];
  const warnings: AnswerProblem[] = [];
  const look = (constraints: readonly Constraint[], node: Node | null): void => {
    for (const one of constraints)
      if (round.run(one.expression, node)[0] === false)
        (one.severity === 'warning' ? warnings : errors).push(broken(one, node));
  };
  look(tree.form.constraints, null);
  for (const node of nodesBelow(tree.root))
    if (node.item.constraints.length > 0 && isEnabled(node))
      if (node.item.type === 'group' || holdsSomething(node)) look(node.item.constraints, node);
  return { errors, warnings };
}

function broken({ key, message }: Constraint, node: Node | null): AnswerProblem {
  return {
    key: node?.key ?? '',
    linkId: node?.item.linkId ?? '',
    code: 'constraint',
    found: `constraint ${key} broken`,
    expected: 'that it holds',
    message: message === '' ? null : message,
  };
}
