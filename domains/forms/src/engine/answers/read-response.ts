import type { AnswerProblem } from '../evaluation.ts';
import { extensionsAt, urls, valueIn } from '../extensions.ts';
import type { Form, FormItem } from '../form.ts';
import { codeIn } from '../extensions.ts';
import { fieldOf, type Json, recordsIn, stringOf } from '../json.ts';
import { readAnswer } from './read-answer.ts';
import { keyBelow, keyPart, type Node, type Slot, type Tree } from './tree.ts';

/** More times than this of one item are not read. */
export const mostTimes = 200;

/** Puts the answers of a QuestionnaireResponse into the form's own order; what fits nowhere is reported and left out. */
export function readResponse(form: Form, response: unknown): Tree {
  const root: Slot = { node: null, answer: null, number: 1, nodes: [] };
  const tree: Tree = { form, root, problems: [], spare: 1000 };
  fillSlot(tree, root, form.items, recordsIn(fieldOf(response, 'item')));
  return tree;
}

export function fillSlot(tree: Tree, slot: Slot, items: readonly FormItem[], given: readonly Json[]): void {
  const byLinkId = new Map<string, Json[]>();
  for (const one of given) {
    const linkId = stringOf(one['linkId']) ?? '';
    const same = byLinkId.get(linkId);
    if (same) same.push(one);
    else byLinkId.set(linkId, [one]);
  }
  for (const item of items) {
    const times = byLinkId.get(item.linkId) ?? [];
    byLinkId.delete(item.linkId);
    if (item.type === 'group') slot.nodes.push(...readGroup(tree, slot, item, times));
    else slot.nodes.push(readQuestion(tree, slot, item, times));
  }
  for (const linkId of byLinkId.keys()) reportStranger(tree, slot, linkId);
}

function reportStranger(tree: Tree, slot: Slot, linkId: string): void {
  const known = tree.form.byLinkId.has(linkId);
  tree.problems.push({
    key: `${keyBelow(slot)}${keyPart(linkId.slice(0, 100))}`,
    linkId: linkId.slice(0, 100),
    code: known ? 'misplaced-item' : 'unknown-item',
    found: known ? 'an item where the form does not have it' : 'an item that the form does not have',
    expected: 'the items of the form, where it has them',
    message: null,
  });
}

function readGroup(tree: Tree, slot: Slot, item: FormItem, times: readonly Json[]): Node[] {
  const most = item.repeats ? mostTimes : 1;
  if (times.length > most) tree.problems.push(tooManyTimes(slot, item, times.length, most));
  const numbers = numbersOf(times.slice(0, most));
  const nodes = numbers.map((number, index) => addGroup(tree, slot, item, number, times[index] ?? {}, true));
  const least = item.repeats ? Math.max(1, Math.min(item.minOccurs, mostTimes)) : 1;
  for (let number = Math.max(0, ...numbers) + 1; nodes.length < least; number += 1) {
    if (nodes.length > 0 && tree.spare <= 0) break;
    tree.spare -= 1;
    nodes.push(addGroup(tree, slot, item, number, {}, false));
  }
  return nodes;
}

export function addGroup(
  tree: Tree,
  within: Slot,
  item: FormItem,
  number: number,
  json: Json,
  given: boolean,
): Node {
  const key = `${keyBelow(within)}${keyPart(item.linkId)}${item.repeats ? `:${number}` : ''}`;
  const node: Node = {
    item,
    key,
    within,
    number: item.repeats ? number : null,
    given,
    declined: false,
    slots: [],
  };
  const slot: Slot = { node, answer: null, number: 1, nodes: [] };
  node.slots.push(slot);
  fillSlot(tree, slot, item.items, recordsIn(json['item']));
  return node;
}

function tooManyTimes(slot: Slot, item: FormItem, found: number, most: number): AnswerProblem {
  return {
    key: `${keyBelow(slot)}${keyPart(item.linkId)}`,
    linkId: item.linkId,
    code: 'too-many',
    found: `${found} times`,
    expected: `at most ${most}`,
    message: null,
  };
}

/** The numbers kept in `id`, which are there when an earlier time was taken away; else the place. */
function numbersOf(times: readonly Json[]): number[] {
  const taken = new Set<number>();
  return times.map((one, index) => {
    const kept = /:(\d{1,9})$/.exec(stringOf(one['id']) ?? '')?.[1];
    let number = kept === undefined ? index + 1 : Number(kept);
    if (number < 1 || taken.has(number)) number = Math.max(index, ...taken) + 1;
    taken.add(number);
    return number;
  });
}

function readQuestion(tree: Tree, within: Slot, item: FormItem, times: readonly Json[]): Node {
  const node: Node = {
    item,
    key: `${keyBelow(within)}${keyPart(item.linkId)}`,
    within,
    number: null,
    given: times.length > 0,
    declined: times.some(isDeclined),
    slots: [],
  };
  if (item.type === 'display') return node;
  const answers = times.flatMap((one) => recordsIn(one['answer']));
  if (answers.length > mostTimes) tree.problems.push(tooManyTimes(within, item, answers.length, mostTimes));
  const kept = answers.slice(0, mostTimes);
  const numbers = numbersOf(kept);
  // Where groups nest their items below a question, some write them beside its answers: not FHIR, and refused.
  if (times.some((one) => recordsIn(one['item']).length > 0))
    for (const one of times)
      for (const below of recordsIn(one['item']))
        reportStranger(tree, within, stringOf(below['linkId']) ?? '');
  kept.forEach((json, index) => {
    const answer = readAnswer(tree, node, json);
    const number = numbers[index] ?? index + 1;
    const below = recordsIn(json['item']);
    // One answer too many is kept, to be shown as such; what is asked is asked below the first.
    if (answer !== null && node.slots.length > 0 && !item.repeats)
      node.slots.push({ node, answer, number, nodes: [] });
    else if (answer !== null || (below.length > 0 && (item.repeats || node.slots.length === 0)))
      addSlot(tree, node, answer, number, below);
  });
  ensureSlot(tree, node);
  return node;
}

/** A question with items below it always has a place for them. */
export function ensureSlot(tree: Tree, node: Node): void {
  if (node.slots.length === 0 && node.item.items.length > 0) addSlot(tree, node, null, 1, []);
}

export function addSlot(
  tree: Tree,
  node: Node,
  answer: Slot['answer'],
  number: number,
  below: readonly Json[],
): Slot {
  const slot: Slot = { node, answer, number, nodes: [] };
  node.slots.push(slot);
  fillSlot(tree, slot, node.item.items, below);
  return slot;
}

/** https://hl7.org/fhir/R4/extension-data-absent-reason.html */
function isDeclined(json: Json): boolean {
  return extensionsAt(json, urls.dataAbsentReason).some((one) => codeIn(valueIn(one)) === 'asked-declined');
}
