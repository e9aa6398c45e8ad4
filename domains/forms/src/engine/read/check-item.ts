import type { ItemType } from '../questionnaire.ts';
import { isRecord, type Json, recordsIn, shown } from '../json.ts';
import { isChoice } from '../values.ts';
import { type Place, problem, type Reading } from './findings.ts';

const withMaxLength: readonly ItemType[] = [
  'boolean',
  'decimal',
  'integer',
  'string',
  'text',
  'url',
  'open-choice',
];
const booleans = ['required', 'repeats', 'readOnly'] as const;
const lists = ['item', 'enableWhen', 'answerOption', 'initial', 'code', 'extension'] as const;

/** The invariants of an item in R4, que-1 to que-13 (https://hl7.org/fhir/R4/questionnaire.html#invs), and its elements' types. */
export function checkItem(reading: Reading, place: Place, json: Json, type: ItemType): void {
  const say = (code: string, message: string): void => problem(reading, place, code, message);
  const has = (field: string): boolean => Array.isArray(json[field]) && recordsIn(json[field]).length > 0;
  checkElements(json, say);
  const layoutOnly = type === 'group' || type === 'display';

  if (type === 'group' && !has('item')) say('group-empty', 'the group has no items; expected some (que-1).');
  if (type === 'group' && (has('answerOption') || json['answerValueSet'] !== undefined))
    say('group-with-options', 'a group has answers to choose from; expected them on a question.');
  if (type === 'display') checkDisplay(json, has, say);
  if (has('answerOption') && json['answerValueSet'] !== undefined)
    say('options-twice', 'there are both answerOption and answerValueSet; expected one of them (que-4).');
  if (!isChoice(type) && json['answerValueSet'] !== undefined)
    say(
      'value-set-on-type',
      `an item of type ${type} has answerValueSet; expected choice or open-choice (que-5).`,
    );
  if (layoutOnly && has('initial'))
    say('initial-on-layout', `an item of type ${type} has an initial value; expected a question (que-8).`);
  if (json['maxLength'] !== undefined && !withMaxLength.includes(type))
    say('max-length-on-type', `an item of type ${type} has maxLength; expected a simple question (que-10).`);
  if (has('answerOption') && has('initial'))
    say(
      'initial-with-options',
      'there are both answerOption and initial; expected initialSelected (que-11).',
    );
  if (recordsIn(json['enableWhen']).length > 1 && json['enableBehavior'] === undefined)
    say(
      'enable-behavior-missing',
      'several enableWhen without enableBehavior; expected all or any (que-12).',
    );
  if (recordsIn(json['initial']).length > 1 && json['repeats'] !== true)
    say('initial-several', 'several initial values on an item that does not repeat; expected one (que-13).');
}

function checkDisplay(
  json: Json,
  has: (field: string) => boolean,
  say: (code: string, message: string) => void,
): void {
  if (has('item')) say('display-with-items', 'a display has items below it; expected none (que-1).');
  if (has('code')) say('display-with-code', 'a display has a code; expected none (que-3).');
  if (has('answerOption')) say('display-with-options', 'a display has answerOption; expected a question.');
  if (json['required'] === true || json['repeats'] === true)
    say('display-required', 'a display is required or repeats; expected neither (que-6).');
  if (json['readOnly'] === true)
    say('display-read-only', 'a display is readOnly; expected a question (que-9).');
}

function checkElements(json: Json, say: (code: string, message: string) => void): void {
  for (const field of booleans)
    if (json[field] !== undefined && typeof json[field] !== 'boolean')
      say('element-type', `${field} is ${shown(json[field])}; expected true or false.`);
  for (const field of lists) {
    const value = json[field];
    if (value !== undefined && !(Array.isArray(value) && value.every(isRecord)))
      say('element-type', `${field} is ${shown(value)}; expected a list of objects.`);
  }
  for (const field of ['text', 'prefix', 'definition'] as const)
    if (json[field] !== undefined && typeof json[field] !== 'string')
      say('element-type', `${field} is ${shown(json[field])}; expected a text.`);
  const behavior = json['enableBehavior'];
  if (behavior !== undefined && behavior !== 'all' && behavior !== 'any')
    say('element-type', `enableBehavior is ${shown(behavior)}; expected all or any.`);
}
