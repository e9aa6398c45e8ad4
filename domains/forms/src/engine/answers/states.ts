import type { AnswerProblem, Circumstances, ItemState } from '../evaluation.ts';
import type { Form, FormItem, Translated } from '../form.ts';
import { optionsNow } from './options-now.ts';
import { inLanguage } from '../translated.ts';
import { answersFrom } from './computed.ts';
import { answerProblems, limitsNow } from './check-answers.ts';
import { isReadOnly, type Settled } from './settle.ts';
import { answersOf, holdsSomething, type Node, type Slot } from './tree.ts';

/** What states are made with. */
export interface Looking {
  readonly form: Form;
  readonly circumstances: Circumstances;
  readonly settled: Settled;
  /** Found while the response was read, by key. */
  readonly read: ReadonlyMap<string, readonly AnswerProblem[]>;
}

export function statesOf(looking: Looking, slot: Slot, visibleAround: boolean): readonly ItemState[] {
  return slot.nodes.map((node) => stateOf(looking, node, slot, visibleAround));
}

function stateOf(looking: Looking, node: Node, slot: Slot, visibleAround: boolean): ItemState {
  const { item, key } = node;
  const enabled = looking.settled.isEnabled(node);
  const visible = enabled && visibleAround && !item.hidden;
  const items = node.slots.flatMap((one) => statesOf(looking, one, visible));
  const words = wordsOf(looking, node, items);
  const readOnly = isReadOnly(item);
  const own = {
    key,
    item,
    visible,
    enabled,
    readOnly,
    // Nobody can be asked for what nobody can write.
    required: (item.required || item.minOccurs > 0) && !readOnly,
    declined: node.declined,
    answers: enabled ? answersOf(node) : [],
    limits: boundsNow(looking, node),
    options: optionsNow(looking, node),
    ...words,
  };
  const problems = [
    ...(enabled ? (looking.read.get(key) ?? []) : []),
    // What is hidden can't be missed by anybody, and what is in it has to be right all the same.
    ...(enabled
      ? answerProblems({ ...own, required: own.required && visible }, (said) => say(looking, said))
      : []),
    ...(visible ? groupProblems(node, slot) : []),
  ];
  return { ...own, problems, items, ...changes(node, slot) };
}

function say({ form, circumstances }: Looking, words: Translated): string | null {
  return inLanguage(words, circumstances.language, form.languages[0]);
}

function wordsOf(
  looking: Looking,
  node: Node,
  items: readonly ItemState[],
): Pick<ItemState, 'text' | 'prefix' | 'help' | 'unit' | 'lower' | 'upper' | 'prompt'> {
  const { item } = node;
  const computed = item.textExpression === null ? [] : looking.settled.round.run(item.textExpression, node);
  const [text] = computed;
  const part = (...controls: FormItem['control'][]): string | null =>
    items
      .filter((one) => one.enabled && one.item.partOfParent && controls.includes(one.item.control))
      .map((one) => one.text)
      .filter((one) => one !== '')
      .join('\n') || null;
  const help = [say(looking, item.sublabel), part('help', 'flyover')].filter((one) => one !== null);
  return {
    text: typeof text === 'string' && text !== '' ? text : (say(looking, item.text) ?? ''),
    prefix: say(looking, item.prefix),
    help: help.length === 0 ? null : help.join('\n'),
    unit: item.unit ?? part('unit'),
    lower: part('lower'),
    upper: part('upper'),
    prompt: part('prompt'),
  };
}

function boundsNow({ settled }: Looking, node: Node): ItemState['limits'] {
  const { item } = node;
  const bound = (expression: string | null): ReturnType<typeof answersFrom>[number] | undefined =>
    expression === null ? undefined : answersFrom(item, settled.round.run(expression, node))[0];
  return limitsNow(item.limits, bound(item.minExpression), bound(item.maxExpression));
}

/** A group that must be answered has an answer in it; one that repeats is there often enough. Said at its first time. */
function groupProblems(node: Node, slot: Slot): AnswerProblem[] {
  const { item, key } = node;
  if (item.type !== 'group') return [];
  const times = slot.nodes.filter((one) => one.item === item);
  if (times[0] !== node) return [];
  const answered = times.filter(holdsSomething).length;
  const least = item.minOccurs;
  const about = { key, linkId: item.linkId, message: null };
  if (answered === 0 && least > 0)
    return [{ ...about, code: 'required', found: 'no answer in the group', expected: 'an answer' }];
  if (answered < least)
    return [{ ...about, code: 'too-few', found: `${answered} times`, expected: `at least ${least}` }];
  if (item.maxOccurs !== null && answered > item.maxOccurs)
    return [
      { ...about, code: 'too-many', found: `${answered} times`, expected: `at most ${item.maxOccurs}` },
    ];
  return [];
}

function changes({ item }: Node, slot: Slot): Pick<ItemState, 'mayAdd' | 'mayRemove'> {
  if (item.type !== 'group' || !item.repeats || isReadOnly(item)) return { mayAdd: false, mayRemove: false };
  const times = slot.nodes.filter((one) => one.item === item).length;
  return {
    mayAdd: item.maxOccurs === null || times < item.maxOccurs,
    mayRemove: times > Math.max(1, item.minOccurs),
  };
}
