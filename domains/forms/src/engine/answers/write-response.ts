import { urls } from '../extensions.ts';
import { isRecord } from '../json.ts';
import type { Answer, QuestionnaireResponse, ResponseItem } from '../questionnaire.ts';
import { type Node, type Slot, type Tree } from './tree.ts';

export interface Written {
  readonly response: QuestionnaireResponse;
  /** What each node became, for expressions that start there. */
  readonly itemOf: ReadonlyMap<Node, ResponseItem>;
}

/**
 * A QuestionnaireResponse of the tree, in the form's order. Items without answers are left out, except one more time of
 * a group that the patient has added while filling in.
 */
export function writeResponse(tree: Tree, response: unknown, keep: (node: Node) => boolean): Written {
  const itemOf = new Map<Node, ResponseItem>();
  const kept = isRecord(response) ? response : {};
  const status = statusOf(kept['status']);
  const items = writeSlot(tree.root, keep, status === 'in-progress', itemOf);
  const { item: _, resourceType: __, ...rest } = kept;
  return {
    response: {
      resourceType: 'QuestionnaireResponse',
      ...rest,
      status,
      ...(items.length > 0 ? { item: items } : {}),
    },
    itemOf,
  };
}

const statuses = ['in-progress', 'completed', 'amended', 'entered-in-error', 'stopped'] as const;

function statusOf(value: unknown): QuestionnaireResponse['status'] {
  return statuses.find((one) => one === value) ?? 'in-progress';
}

function writeSlot(
  slot: Slot,
  keep: (node: Node) => boolean,
  keepEmpty: boolean,
  itemOf: Map<Node, ResponseItem>,
): ResponseItem[] {
  const places = new Map<string, number>();
  return slot.nodes.flatMap((node): ResponseItem[] => {
    if (!keep(node)) return [];
    const place = (places.get(node.item.linkId) ?? 0) + 1;
    const item =
      node.item.type === 'group'
        ? writeGroup(node, place, keep, keepEmpty, itemOf)
        : writeQuestion(node, keep, keepEmpty, itemOf);
    if (item === null) return [];
    places.set(node.item.linkId, place);
    itemOf.set(node, item);
    return [item];
  });
}

function writeGroup(
  node: Node,
  place: number,
  keep: (node: Node) => boolean,
  keepEmpty: boolean,
  itemOf: Map<Node, ResponseItem>,
): ResponseItem | null {
  const [slot] = node.slots;
  const below = slot === undefined ? [] : writeSlot(slot, keep, keepEmpty, itemOf);
  const added = keepEmpty && node.given && node.item.repeats;
  if (below.length === 0 && !added) return null;
  return {
    // A place that is not its number: an earlier one was taken away.
    ...(node.number !== null && node.number !== place ? { id: node.key } : {}),
    linkId: node.item.linkId,
    ...(below.length > 0 ? { item: below } : {}),
  };
}

function writeQuestion(
  node: Node,
  keep: (node: Node) => boolean,
  keepEmpty: boolean,
  itemOf: Map<Node, ResponseItem>,
): ResponseItem | null {
  const { linkId } = node.item;
  if (node.declined) return { linkId, extension: [declined] };
  const answers: Answer[] = [];
  for (const slot of node.slots) {
    const below = writeSlot(slot, keep, keepEmpty, itemOf);
    if (slot.answer === null && below.length === 0) continue;
    const moved = node.item.repeats && node.item.items.length > 0 && slot.number !== answers.length + 1;
    answers.push({
      ...(moved ? { id: `${node.key}:${slot.number}` } : {}),
      ...slot.answer,
      ...(below.length > 0 ? { item: below } : {}),
    });
  }
  return answers.length === 0 ? null : { linkId, answer: answers };
}

const declined = { url: urls.dataAbsentReason, valueCode: 'asked-declined' };
