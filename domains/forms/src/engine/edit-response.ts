import { addGroup, ensureSlot, readResponse } from './answers/read-response.ts';
import { isReadOnly, setAnswers } from './answers/settle.ts';
import { type Node, nodesBelow, type Slot, type Tree } from './answers/tree.ts';
import { readAnswer } from './answers/read-answer.ts';
import { writeResponse } from './answers/write-response.ts';
import { sameAnswer } from './compare.ts';
import type { Form } from './form.ts';
import type { Answer, QuestionnaireResponse } from './questionnaire.ts';

/**
 * The response with other answers at a key; none is an empty list. What is asked below an answer stays with it. Nothing
 * changes where there is no such key, or where nobody can write.
 */
export function withAnswer(
  form: Form,
  response: QuestionnaireResponse,
  key: string,
  answers: readonly Answer[],
): QuestionnaireResponse {
  return edited(form, response, key, (tree, node) => {
    const given = answers.flatMap((answer) => readAnswer(tree, node, { ...answer }) ?? []);
    node.declined = false;
    if (node.item.repeats) node.slots = slotsFor(node, given);
    else setAnswers(tree, node, given.slice(0, 1));
    ensureSlot(tree, node);
  });
}

/** An answer that was there keeps its number and what is below it; a new one never gets a number that was taken. */
function slotsFor(node: Node, answers: readonly Answer[]): Slot[] {
  const old = node.slots.filter((slot) => slot.answer !== null);
  const free = node.slots.filter((slot) => slot.answer === null);
  let last = Math.max(0, ...node.slots.map((slot) => slot.number));
  const slots: Slot[] = [];
  for (const answer of answers) {
    const same = old.find(
      (slot) => slot.answer !== null && sameAnswer(slot.answer, answer) && !slots.includes(slot),
    );
    const kept = same ?? free.shift();
    if (kept === undefined) last += 1;
    slots.push(
      kept === undefined ? { node, answer, number: last, nodes: [] } : Object.assign(kept, { answer }),
    );
  }
  return slots;
}

/** *Vil ikke svare*, or taken back. */
export function withDeclined(
  form: Form,
  response: QuestionnaireResponse,
  key: string,
  declined: boolean,
): QuestionnaireResponse {
  return edited(form, response, key, (tree, node) => {
    if (!node.item.mayDecline) return;
    node.declined = declined;
    if (declined) setAnswers(tree, node, []);
  });
}

/** One more time of the group at a key, after its last. */
export function addRepeat(form: Form, response: QuestionnaireResponse, key: string): QuestionnaireResponse {
  return edited(form, response, key, (tree, node) => {
    const { item, within } = node;
    if (item.type !== 'group' || !item.repeats) return;
    const times = within.nodes.filter((one) => one.item === item);
    if (item.maxOccurs !== null && times.length >= item.maxOccurs) return;
    const number = Math.max(...times.map((one) => one.number ?? 0)) + 1;
    const last = within.nodes.lastIndexOf(times.at(-1) ?? node);
    // The times before it are on the screen too, and so they are kept from now on.
    within.nodes = within.nodes.map((one) => (one.item === item ? { ...one, given: true } : one));
    within.nodes.splice(last + 1, 0, addGroup(tree, within, item, number, {}, true));
  });
}

/** Takes away one time of a group; the others keep their keys. */
export function removeRepeat(
  form: Form,
  response: QuestionnaireResponse,
  key: string,
): QuestionnaireResponse {
  return edited(form, response, key, (_tree, node) => {
    const { item, within } = node;
    if (item.type !== 'group' || !item.repeats) return;
    within.nodes = within.nodes
      .filter((one) => one !== node)
      .map((one) => (one.item === item ? { ...one, given: true } : one));
  });
}

function edited(
  form: Form,
  response: QuestionnaireResponse,
  key: string,
  change: (tree: Tree, node: Node) => void,
): QuestionnaireResponse {
  const tree = readResponse(form, response);
  for (const node of nodesBelow(tree.root))
    if (node.key === key) {
      if (!isReadOnly(node.item)) change(tree, node);
      break;
    }
  return writeResponse(tree, response, () => true).response;
}
