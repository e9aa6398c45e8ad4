import { fieldOf, isRecord, numberOf, stringOf } from './json.ts';
import { dateProblem, dateTimeProblem, timeProblem } from './moments.ts';
import type { Answer, ItemType } from './questionnaire.ts';

export type ValueField = Exclude<keyof Answer, 'item' | 'id'>;

export const valueFields: readonly ValueField[] = [
  'valueBoolean',
  'valueDecimal',
  'valueInteger',
  'valueDate',
  'valueDateTime',
  'valueTime',
  'valueString',
  'valueUri',
  'valueCoding',
  'valueQuantity',
  'valueAttachment',
];

/** Which `value[x]` answers an item of the type (https://hl7.org/fhir/R4/codesystem-item-type.html). */
const fieldOfType: Readonly<Record<ItemType, ValueField | null>> = {
  group: null,
  display: null,
  boolean: 'valueBoolean',
  decimal: 'valueDecimal',
  integer: 'valueInteger',
  date: 'valueDate',
  dateTime: 'valueDateTime',
  time: 'valueTime',
  string: 'valueString',
  text: 'valueString',
  url: 'valueUri',
  choice: 'valueCoding',
  'open-choice': 'valueCoding',
  attachment: 'valueAttachment',
  reference: null,
  quantity: 'valueQuantity',
};
/** Options of a choice may be any of these. */
const optionFields: readonly ValueField[] = [
  'valueCoding',
  'valueString',
  'valueInteger',
  'valueDate',
  'valueTime',
];

export function answerFieldOf(type: ItemType): ValueField | null {
  return fieldOfType[type];
}

export function isChoice(type: ItemType): boolean {
  return type === 'choice' || type === 'open-choice';
}

/** What an option of an item of the type may be. */
export function optionFieldsOf(type: ItemType): readonly ValueField[] {
  if (isChoice(type)) return optionFields;
  const own = fieldOfType[type];
  return own !== null && optionFields.includes(own) ? [own] : [];
}

/** The one value of an answer; null when there is none, or more than one. */
export function valueFieldOf(answer: unknown): ValueField | null {
  if (!isRecord(answer)) return null;
  const there = valueFields.filter((field) => Object.hasOwn(answer, field));
  return there.length === 1 ? (there[0] ?? null) : null;
}

/** Whether the JSON is of the kind that FHIR writes for the field; dates that do not exist are found later. */
export function isKindOf(field: ValueField, value: unknown): boolean {
  switch (field) {
    case 'valueBoolean':
      return typeof value === 'boolean';
    case 'valueDecimal':
      return numberOf(value) !== null;
    case 'valueInteger':
      return Number.isInteger(value) && Math.abs(Number(value)) <= 2_147_483_648;
    case 'valueCoding':
      return isRecord(value) && (stringOf(value['code']) !== null || stringOf(value['display']) !== null);
    case 'valueQuantity':
      return isRecord(value) && numberOf(value['value']) !== null;
    case 'valueAttachment':
      return isRecord(value);
    default:
      return typeof value === 'string';
  }
}

/** Null when a value is well formed, else what was expected. */
export function formProblemOf(field: ValueField, value: unknown): string | null {
  if (!isKindOf(field, value)) return `a ${field}`;
  if (field === 'valueDate') return dateProblem(String(value));
  if (field === 'valueDateTime') return dateTimeProblem(String(value));
  if (field === 'valueTime') return timeProblem(String(value));
  return null;
}

/** An answer with its one value, freed of everything else; codings and quantities of their extensions too. */
export function cleanAnswer(field: ValueField, value: unknown): Answer {
  switch (field) {
    case 'valueCoding':
      return { valueCoding: picked(value, ['system', 'version', 'code', 'display']) };
    case 'valueQuantity':
      return { valueQuantity: picked(value, ['value', 'comparator', 'unit', 'system', 'code']) };
    case 'valueAttachment':
      return {
        valueAttachment: picked(value, [
          'contentType',
          'language',
          'data',
          'url',
          'size',
          'hash',
          'title',
          'creation',
        ]),
      };
    default:
      return { [field]: value };
  }
}

function picked(value: unknown, fields: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const one = fieldOf(value, field);
      return typeof one === 'string' || typeof one === 'number' ? [[field, one]] : [];
    }),
  );
}

/** Nothing was written. A text of blanks is no answer either: FHIR has no such string. */
export function isBlank(answer: Answer): boolean {
  const field = valueFieldOf(answer);
  if (field === null) return true;
  const value = answer[field];
  return typeof value === 'string' && value.trim() === '';
}
