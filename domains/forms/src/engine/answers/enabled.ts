import { orderOf, sameAnswer } from '../compare.ts';
import type { Condition, FormItem } from '../form.ts';
import type { Answer } from '../questionnaire.ts';
import { answersOf, type Node, type Slot, type Tree } from './tree.ts';

/** What an enableWhenExpression says of a node, as far as it is known in this round. */
export type Says = (node: Node) => boolean;

/**
 * Which nodes are asked for (https://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item.enableWhen): those
 * in something asked for, whose conditions hold. Answers of what is not asked for do not count. Conditions in a ring,
 * which reading a form refuses, come out as not asked for.
 */
export function enabledNodes(tree: Tree, says: Says): (node: Node) => boolean {
  const known = new Map<Node, boolean>();
  const siblings = new Map<Slot, Map<FormItem, Node[]>>();

  const isEnabled = (node: Node): boolean => {
    const before = known.get(node);
    if (before !== undefined) return before;
    known.set(node, false);
    const around = node.within.node;
    const enabled = (around === null || isEnabled(around)) && holds(node) && says(node);
    known.set(node, enabled);
    return enabled;
  };

  const holds = (node: Node): boolean => {
    const { enableWhen, enableBehavior } = node.item;
    if (enableWhen.length === 0) return true;
    const one = (condition: Condition): boolean => holdsFor(condition, answersTo(node, condition.question));
    return enableBehavior === 'any' ? enableWhen.some(one) : enableWhen.every(one);
  };

  const answersTo = (node: Node, linkId: string): readonly Answer[] => {
    const question = tree.form.byLinkId.get(linkId);
    return question === undefined ? [] : nearestAnswers(node, question, isEnabled, siblings);
  };
  return isEnabled;
}

/**
 * Of the question nearest by: in the same time of a group that repeats, or the answer that the item stands under. From
 * outside a group that repeats, the answers of all its times count.
 */
function nearestAnswers(
  node: Node,
  question: FormItem,
  isEnabled: (node: Node) => boolean,
  siblings: Map<Slot, Map<FormItem, Node[]>>,
): readonly Answer[] {
  const way: FormItem[] = [];
  for (let one: FormItem | null = question; one !== null; one = one.parent) way.push(one);
  for (let slot = node.within; ; slot = slot.node.within) {
    if (slot.node?.item === question)
      return slot.answer !== null && isEnabled(slot.node) ? [slot.answer] : [];
    const depth = slot.node === null ? way.length : way.indexOf(slot.node.item);
    if (depth > 0 || slot.node === null) {
      let slots: Slot[] = [slot];
      let nodes: Node[] = [];
      for (const step of way.slice(0, depth).toReversed()) {
        nodes = slots.flatMap((one) => nodesOf(one, step, siblings));
        slots = nodes.flatMap((one) => one.slots);
      }
      return nodes.filter((one) => !one.declined && isEnabled(one)).flatMap(answersOf);
    }
  }
}

function nodesOf(slot: Slot, item: FormItem, siblings: Map<Slot, Map<FormItem, Node[]>>): readonly Node[] {
  let index = siblings.get(slot);
  if (index === undefined) {
    index = Map.groupBy(slot.nodes, (node) => node.item);
    siblings.set(slot, index);
  }
  return index.get(item) ?? [];
}

/**
 * Whether a condition holds for the answers. Without an answer only `exists` false does, `!=` too does not, as in
 * Helsenorge's and HAPI's readings; with several answers `!=` wants none that is equal.
 */
export function holdsFor({ operator, answer }: Condition, answers: readonly Answer[]): boolean {
  const order = (test: (order: number) => boolean): boolean =>
    answers.some((one) => {
      const found = orderOf(one, answer);
      return found !== null && test(found);
    });
  switch (operator) {
    case 'exists':
      return answers.length > 0 === answer.valueBoolean;
    case '=':
      return answers.some((one) => equals(one, answer));
    case '!=':
      return answers.length > 0 && !answers.some((one) => equals(one, answer));
    case '>':
      return order((found) => found > 0);
    case '<':
      return order((found) => found < 0);
    case '>=':
      return order((found) => found >= 0);
    case '<=':
      return order((found) => found <= 0);
  }
}

/** A url is compared with a text, since `enableWhen` has no answerUri. */
function equals(given: Answer, wanted: Answer): boolean {
  if (given.valueUri !== undefined) return given.valueUri === (wanted.valueString ?? wanted.valueUri);
  return sameAnswer(given, wanted);
}
