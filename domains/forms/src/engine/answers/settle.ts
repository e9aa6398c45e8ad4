import type { Circumstances } from '../evaluation.ts';
import type { Form, FormItem } from '../form.ts';
import type { Answer } from '../questionnaire.ts';
import { answersFrom } from './computed.ts';
import { enabledNodes } from './enabled.ts';
import { newRound, type Round } from './round.ts';
import { addSlot, ensureSlot } from './read-response.ts';
import { type Node, nodesBelow, type Tree } from './tree.ts';
import { writeResponse } from './write-response.ts';

/** Rounds until nothing changes; a form whose values chase each other stops here, always at the same place. */
const mostRounds = 25;

export interface Settled {
  readonly isEnabled: (node: Node) => boolean;
  readonly round: Round;
}

/**
 * Computes what is asked for, and what is calculated, until both stand still. Without expressions that is one pass; with
 * them each round works on the response of the round before.
 */
export function settle(tree: Tree, response: unknown, circumstances: Circumstances): Settled {
  const { form } = tree;
  let isEnabled = enabledNodes(tree, () => true);
  if (!form.needsExpressions) return { isEnabled, round: { run: () => [] } };
  const start = writeResponse(tree, response, isEnabled);
  let round = newRound(form, circumstances, start);
  const conditioned = withExpression(tree, 'enableWhenExpression');
  const calculated = withExpression(tree, 'calculatedExpression');
  let before = JSON.stringify(start.response);
  for (let count = 0; count < mostRounds; count += 1) {
    const says = new Map<Node, boolean>();
    for (const { node, expression } of conditioned) says.set(node, round.run(expression, node)[0] === true);
    isEnabled = enabledNodes(tree, (node) => says.get(node) ?? true);
    let written = writeResponse(tree, response, isEnabled);
    const between = JSON.stringify(written.response);
    if (between !== before) round = newRound(form, circumstances, written);
    for (const { node, expression } of calculated)
      if (isEnabled(node))
        setAnswers(tree, node, answersFrom(node.item, round.run(expression, node, node.item.calculatedFrom)));
    written = writeResponse(tree, response, isEnabled);
    const after = JSON.stringify(written.response);
    if (after === before && after === between) break;
    if (after !== between) round = newRound(form, circumstances, written);
    before = after;
  }
  return { isEnabled, round };
}

function withExpression(
  tree: Tree,
  which: 'enableWhenExpression' | 'calculatedExpression',
): { node: Node; expression: string }[] {
  return [...nodesBelow(tree.root)].flatMap((node) => {
    const expression = node.item[which];
    return expression === null ? [] : [{ node, expression }];
  });
}

/** Puts answers into a node; what is asked below the first one is kept. */
export function setAnswers(tree: Tree, node: Node, answers: readonly Answer[]): void {
  const kept = node.slots;
  node.slots = [];
  answers.forEach((answer, index) => {
    const old = kept[index];
    if (old === undefined) addSlot(tree, node, answer, index + 1, []);
    else node.slots.push(Object.assign(old, { answer }));
  });
  if (node.slots.length === 0 && kept[0] !== undefined && node.item.items.length > 0)
    node.slots.push(Object.assign(kept[0], { answer: null }));
  ensureSlot(tree, node);
}

/** The item can't be written by the patient: it is calculated, or it or what it stands in is `readOnly`. */
export function isReadOnly(item: FormItem): boolean {
  if (item.calculatedExpression !== null) return true;
  for (let one: FormItem | null = item; one !== null; one = one.parent) if (one.readOnly) return true;
  return false;
}

/** What stands in an item from the start: what is written in the form, else what its initialExpression gives. */
export function initialAnswers(form: Form, node: Node, round: Round): readonly Answer[] {
  const { item } = node;
  if (item.initial.length > 0) return item.repeats ? item.initial : item.initial.slice(0, 1);
  if (item.initialExpression === null || !form.needsExpressions) return [];
  return answersFrom(item, round.run(item.initialExpression, node));
}

export function initialRound(tree: Tree, response: unknown, circumstances: Circumstances): Round {
  return newRound(
    tree.form,
    circumstances,
    writeResponse(tree, response, () => true),
  );
}
