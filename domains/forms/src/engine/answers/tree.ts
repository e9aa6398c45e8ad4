import type { AnswerProblem } from '../evaluation.ts';
import type { Form, FormItem } from '../form.ts';
import type { Answer } from '../questionnaire.ts';

/**
 * A response as the engine works on it: for each item of the form a node, also where nothing is answered. Made anew for
 * each evaluation, and changed only while that runs.
 */
export interface Tree {
  readonly form: Form;
  readonly root: Slot;
  /** What was in the response and fits nowhere. */
  readonly problems: AnswerProblem[];
  /** How many more empty times of groups may be made because the form wants them; a form may ask for far too many. */
  spare: number;
}

/** An item, or one time of a group that repeats. */
export interface Node {
  readonly item: FormItem;
  /** Unique, and steady while the form is filled in: `pain`, `medicine:2/dose`. */
  readonly key: string;
  readonly within: Slot;
  /** Which time of a group that repeats; counted from 1 and never given to another. */
  readonly number: number | null;
  /** It was in the response, and not only made because the form has it. */
  readonly given: boolean;
  declined: boolean;
  /** Answers with what is asked below each; a group has one slot, with no answer. */
  slots: Slot[];
}

/** Where items stand: the root, a group, or an answer. */
export interface Slot {
  readonly node: Node | null;
  /** Null: a group, or a question whose items below it are asked before it is answered. */
  answer: Answer | null;
  readonly number: number;
  nodes: Node[];
}

/** Of a linkId; free of what separates keys. */
export function keyPart(linkId: string): string {
  return linkId.replace(/[%/:\s]/g, (letter) => `%${letter.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

export function keyBelow(slot: Slot): string {
  if (slot.node === null) return '';
  const { item, key } = slot.node;
  return item.type !== 'group' && item.repeats ? `${key}:${slot.number}/` : `${key}/`;
}

/** All nodes, each before those below it. */
export function* nodesBelow(slot: Slot): Generator<Node> {
  for (const node of slot.nodes) {
    yield node;
    for (const one of node.slots) yield* nodesBelow(one);
  }
}

export function answersOf(node: Node): Answer[] {
  return node.slots.flatMap(({ answer }) => answer ?? []);
}

/** Something is answered in it, or declined. */
export function holdsSomething(node: Node): boolean {
  return (
    node.declined ||
    node.slots.some((slot) => slot.answer !== null || slot.nodes.some((below) => holdsSomething(below)))
  );
}
