import { type Condition, type FormItem, type Operator, operators } from '../form.ts';
import { type Json, recordsIn, shown, stringOf } from '../json.ts';
import type { ItemType } from '../questionnaire.ts';
import {
  cleanAnswer,
  formProblemOf,
  isChoice,
  type ValueField,
  valueFieldOf,
  valueFields,
} from '../values.ts';
import { notDone, type Place, problem, type Reading } from './findings.ts';

/** https://hl7.org/fhir/R4/questionnaire-definitions.html#Questionnaire.item.enableWhen */
export function readConditions(reading: Reading, place: Place, json: Json): readonly Condition[] {
  return recordsIn(json['enableWhen']).flatMap((one, index): Condition[] => {
    const at: Place = { ...place, path: `${place.path}.enableWhen[${index}]` };
    const question = stringOf(one['question']);
    if (question === null || question === '') {
      problem(
        reading,
        at,
        'enable-when-question',
        `question is ${shown(one['question'])}; expected a linkId.`,
      );
      return [];
    }
    const operator = operators.find((known) => known === one['operator']);
    if (operator === undefined) {
      const message = `operator is ${shown(one['operator'])}; expected one of ${operators.join(' ')}.`;
      problem(reading, at, 'enable-when-operator', message);
      return [];
    }
    const answer = readAnswer(reading, at, one, operator);
    return answer === null ? [] : [{ question, operator, answer }];
  });
}

function readAnswer(
  reading: Reading,
  place: Place,
  json: Json,
  operator: Operator,
): Condition['answer'] | null {
  if (Object.hasOwn(json, 'answerReference')) {
    notDone(reading, place, 'blocks', 'enableWhen.answerReference', 'references are not compared.');
    return null;
  }
  const fields = valueFields.filter((field) => Object.hasOwn(json, answerField(field)));
  const [field] = fields;
  if (field === undefined || fields.length > 1) {
    const found = field === undefined ? 'no answer[x]' : `${fields.length} of answer[x]`;
    problem(reading, place, 'enable-when-answer', `found ${found}; expected one.`);
    return null;
  }
  const value = json[answerField(field)];
  const wrong =
    operator === 'exists' && field !== 'valueBoolean'
      ? 'answerBoolean, with exists (que-7)'
      : formProblemOf(field, value);
  if (wrong === null) return cleanAnswer(field, value);
  problem(
    reading,
    place,
    'enable-when-answer',
    `${answerField(field)} is ${shown(value)}; expected ${wrong}.`,
  );
  return null;
}

function answerField(field: ValueField): string {
  return `answer${field.slice('value'.length)}`;
}

/** What can be told when all items are known: the question is there, has such answers, and does not depend on the item. */
export function checkConditions(
  reading: Reading,
  item: FormItem,
  byLinkId: ReadonlyMap<string, FormItem>,
): void {
  item.enableWhen.forEach((condition, index) => {
    const at: Place = { linkId: item.linkId, path: `${item.path}.enableWhen[${index}]` };
    const question = byLinkId.get(condition.question);
    if (question === undefined) {
      const message = `the question ${shown(condition.question)} is not in the form; expected the linkId of one.`;
      problem(reading, at, 'enable-when-unknown', message);
      return;
    }
    if (question.type === 'group' || question.type === 'display') {
      const message = `${shown(condition.question)} is a ${question.type}; expected a question.`;
      problem(reading, at, 'enable-when-not-a-question', message);
      return;
    }
    if (condition.operator !== 'exists') checkComparison(reading, at, condition, question);
  });
}

const ordered: readonly ItemType[] = ['decimal', 'integer', 'date', 'dateTime', 'time', 'quantity'];

function checkComparison(reading: Reading, place: Place, condition: Condition, question: FormItem): void {
  const field = valueFieldOf(condition.answer);
  const allowed = comparable(question);
  if (field === null || !allowed.includes(field)) {
    const names = allowed.map(answerField).join(' or ') || 'exists';
    const message = `${answerField(field ?? 'valueString')} for a question of type ${question.type}; expected ${names}.`;
    problem(reading, place, 'enable-when-answer', message);
    return;
  }
  const equality = condition.operator === '=' || condition.operator === '!=';
  if (equality || ordered.includes(question.type) || (isChoice(question.type) && field === 'valueInteger'))
    return;
  const message = `operator ${condition.operator} for a question of type ${question.type}; expected = or !=.`;
  problem(reading, place, 'enable-when-operator', message);
}

function comparable(question: FormItem): readonly ValueField[] {
  const { type } = question;
  if (isChoice(type)) {
    const own = question.options.flatMap((option) => valueFieldOf(option.answer) ?? []);
    return [...new Set<ValueField>(['valueCoding', 'valueString', ...own])];
  }
  const fields: Readonly<Partial<Record<ItemType, readonly ValueField[]>>> = {
    boolean: ['valueBoolean'],
    decimal: ['valueDecimal', 'valueInteger'],
    integer: ['valueInteger', 'valueDecimal'],
    date: ['valueDate', 'valueDateTime'],
    dateTime: ['valueDateTime', 'valueDate'],
    time: ['valueTime'],
    string: ['valueString'],
    text: ['valueString'],
    url: ['valueString', 'valueUri'],
    quantity: ['valueQuantity', 'valueDecimal', 'valueInteger'],
  };
  return fields[type] ?? [];
}
