import { extensionAt, extensionValue, urls, valueIn } from '../extensions.ts';
import type { Option } from '../form.ts';
import { fieldOf, type Json, recordsIn, shown } from '../json.ts';
import type { Answer, ItemType } from '../questionnaire.ts';
import { codingText, weightOf } from '../options.ts';
import { translated } from '../translated.ts';
import {
  cleanAnswer,
  formProblemOf,
  isChoice,
  isKindOf,
  optionFieldsOf,
  type ValueField,
  valueFields,
} from '../values.ts';
import { notDone, type Place, problem, type Reading } from './findings.ts';
import { readValueSet } from './value-sets.ts';

/** The choices of an item: its `answerOption`, or the concepts of its contained value set. */
export function readOptions(reading: Reading, place: Place, json: Json, type: ItemType): readonly Option[] {
  const given = recordsIn(json['answerOption']);
  if (given.length > 0)
    return given.flatMap((one, index) => readOption(reading, place, one, index, type) ?? []);
  const valueSet = json['answerValueSet'];
  if (valueSet !== undefined) return readValueSet(reading, place, valueSet);
  const answersExpression = extensionAt(json, urls.answers);
  if (type === 'choice' && answersExpression === undefined)
    problem(
      reading,
      place,
      'options-missing',
      'a choice has no answerOption, answerValueSet or answerExpression; expected one of them.',
    );
  return [];
}

function readOption(
  reading: Reading,
  place: Place,
  json: Json,
  index: number,
  type: ItemType,
): Option | null {
  const at: Place = { ...place, path: `${place.path}.answerOption[${index}]` };
  if (Object.hasOwn(json, 'valueReference')) {
    notDone(
      reading,
      at,
      'blocks',
      'answerOption.valueReference',
      'an option that is a reference is not offered.',
    );
    return null;
  }
  const allowed = optionFieldsOf(type);
  const field = valueFields.find((one) => Object.hasOwn(json, one));
  if (field === undefined || !allowed.includes(field)) {
    const expected = allowed.length === 0 ? `no options on an item of type ${type}` : allowed.join(' or ');
    problem(
      reading,
      at,
      'option-type',
      `found ${field ?? 'an option without a value'}; expected ${expected}.`,
    );
    return null;
  }
  const wrong = formProblemOf(field, json[field]);
  if (wrong !== null) {
    problem(reading, at, 'option-type', `${field} is ${shown(json[field])}; expected ${wrong}.`);
    return null;
  }
  return optionOf(json, field);
}

function optionOf(json: Json, field: ValueField): Option {
  const value = json[field];
  const coding = field === 'valueCoding';
  return {
    answer: cleanAnswer(field, value),
    text: coding ? codingText(value) : { '': String(value), ...translated(json, field) },
    prefix: translated(extensionAt(json, urls.optionPrefix), 'valueString'),
    exclusive: extensionValue(json, urls.optionExclusive) === true,
    initial: json['initialSelected'] === true,
    weight: weightOf(json) ?? weightOf(value) ?? weightOf(fieldOf(json, `_${field}`)),
  };
}

/** `initial`, and the options that are chosen at the start. */
export function readInitial(
  reading: Reading,
  place: Place,
  json: Json,
  type: ItemType,
  options: readonly Option[],
): readonly Answer[] {
  const chosen = options.filter((option) => option.initial).map((option) => option.answer);
  if (chosen.length > 1 && json['repeats'] !== true) {
    const message = `${chosen.length} options have initialSelected on an item that does not repeat; expected one.`;
    problem(reading, place, 'initial-several', message);
  }
  const allowed = initialFieldsOf(type);
  const written = recordsIn(json['initial']).flatMap((one, index): Answer[] => {
    const field = valueFields.find((name) => Object.hasOwn(one, name));
    if (type === 'group' || type === 'display') return [];
    // A unit without a number: the unit is the item's own, and nothing is answered.
    if (field === 'valueQuantity' && type === 'quantity' && fieldOf(one[field], 'value') === undefined)
      return [];
    if (field === undefined || !allowed.includes(field) || !isKindOf(field, one[field])) {
      problem(
        reading,
        { ...place, path: `${place.path}.initial[${index}]` },
        'initial-type',
        `the initial value is ${field ?? shown(valueIn(one))}; expected ${allowed.join(' or ') || 'none'}.`,
      );
      return [];
    }
    const sameField = type === 'decimal' ? 'valueDecimal' : field;
    return [cleanAnswer(sameField, one[field])];
  });
  return [...chosen, ...written];
}

function initialFieldsOf(type: ItemType): readonly ValueField[] {
  if (isChoice(type)) return optionFieldsOf(type);
  const fields: Readonly<Partial<Record<ItemType, readonly ValueField[]>>> = {
    boolean: ['valueBoolean'],
    decimal: ['valueDecimal', 'valueInteger'],
    integer: ['valueInteger'],
    date: ['valueDate'],
    dateTime: ['valueDateTime'],
    time: ['valueTime'],
    string: ['valueString'],
    text: ['valueString'],
    url: ['valueUri'],
    attachment: ['valueAttachment'],
    quantity: ['valueQuantity'],
  };
  return fields[type] ?? [];
}
