import { optionOfAnswer } from '../options.ts';
import { isRecord, type Json } from '../json.ts';
import type { FormItem } from '../form.ts';
import type { Answer, ItemType } from '../questionnaire.ts';
import {
  answerFieldOf,
  cleanAnswer,
  isBlank,
  isChoice,
  isKindOf,
  optionFieldsOf,
  type ValueField,
  valueFieldOf,
} from '../values.ts';
import type { Node, Tree } from './tree.ts';

/** One answer as it would be kept, or null with a problem when it is none that the item can have. */
export function readAnswer(tree: Tree, node: Node, json: Json): Answer | null {
  const { item } = node;
  const given = valueFieldOf(json);
  const written = Object.keys(json).filter((field) => field.startsWith('value'));
  if (given === null && written.length === 0) return null;
  const field = given === null ? null : fieldFor(item, given);
  if (given === null || field === null || written.length > 1 || !isKindOf(field, json[given])) {
    tree.problems.push({
      key: node.key,
      linkId: item.linkId,
      code: 'wrong-type',
      found:
        written.length > 1 ? 'several values' : kindOf(written[0] ?? '', given === null ? null : json[given]),
      expected: expectedKind(item.type),
      message: null,
    });
    return null;
  }
  const answer = cleanAnswer(field, json[given]);
  if (isBlank(answer)) return null;
  // The form's own words for the choice, not the sender's.
  return optionOfAnswer(item.options, answer)?.answer ?? answer;
}

/** Which field the answer is kept in: integers may answer a decimal question, and options are of several kinds. */
function fieldFor(item: FormItem, given: ValueField): ValueField | null {
  const { type, options } = item;
  if (isChoice(type)) {
    const isOffered = options.some(({ answer }) => valueFieldOf(answer) === given);
    const mayBeOffered = item.answerExpression !== null && optionFieldsOf(type).includes(given);
    const isFree = type === 'open-choice' && given === 'valueString';
    return isOffered || mayBeOffered || isFree || given === 'valueCoding' ? given : null;
  }
  const own = answerFieldOf(type);
  if (own === 'valueDecimal' && given === 'valueInteger') return own;
  return own === given ? own : null;
}

function kindOf(field: string, value: unknown): string {
  return isRecord(value) ? `${field.slice(0, 40)} of another shape` : field.slice(0, 40);
}

function expectedKind(type: ItemType): string {
  if (type === 'group' || type === 'display') return 'no answer';
  return answerFieldOf(type) ?? 'nothing that can be given here';
}
