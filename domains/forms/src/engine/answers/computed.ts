import { isRecord, numberOf, stringOf } from '../json.ts';
import type { FormItem } from '../form.ts';
import { optionOfAnswer } from '../options.ts';
import type { Answer } from '../questionnaire.ts';
import { answerFieldOf, cleanAnswer, formProblemOf, isBlank, isChoice, type ValueField } from '../values.ts';

/** What an expression gave, as answers of the item; what can't be one is left out. */
export function answersFrom(item: FormItem, results: readonly unknown[]): readonly Answer[] {
  const answers = results.flatMap((result) => {
    const answer = answerFrom(item, result);
    return answer === null || isBlank(answer) ? [] : [answer];
  });
  return item.repeats ? answers : answers.slice(0, 1);
}

function answerFrom(item: FormItem, result: unknown): Answer | null {
  if (isChoice(item.type)) return choiceFrom(item, result);
  const field = answerFieldOf(item.type);
  if (field === null) return null;
  const value = valueFor(item, field, result);
  return value === undefined || formProblemOf(field, value) !== null ? null : cleanAnswer(field, value);
}

function valueFor(item: FormItem, field: ValueField, result: unknown): unknown {
  switch (field) {
    case 'valueInteger': {
      // A mean or a quotient in an item of whole numbers is rounded, as Helsenorge does.
      const number = numberOf(result);
      return number === null ? undefined : Math.round(number);
    }
    case 'valueDecimal': {
      const number = numberOf(result);
      return number === null ? undefined : roundedTo(item.limits.decimals, number);
    }
    case 'valueQuantity':
      return quantityFrom(item, result);
    case 'valueDate':
      return typeof result === 'string' ? result.slice(0, 10) : undefined;
    case 'valueString':
      return typeof result === 'number' || typeof result === 'boolean' ? String(result) : result;
    default:
      return result;
  }
}

/** Ten decimals at most: what is beyond is the arithmetic's, not the form's. */
function roundedTo(decimals: number | null, number: number): number {
  return Number(number.toFixed(Math.min(decimals ?? 10, 10)));
}

function quantityFrom(item: FormItem, result: unknown): unknown {
  if (isRecord(result)) return result;
  const written = typeof result === 'string' ? /^(-?[\d.]+)\s*'([^']*)'$/.exec(result) : null;
  const number = numberOf(result) ?? (written ? Number(written[1]) : null);
  if (number === null || !Number.isFinite(number)) return undefined;
  const value = roundedTo(item.limits.decimals, number);
  if (written) return { value, unit: written[2], system: 'http://unitsofmeasure.org', code: written[2] };
  const [unit, ...others] = item.unitOptions;
  return unit === undefined || others.length > 0 ? { value } : quantityWithUnit(value, unit);
}

/** https://hl7.org/fhir/R4/extension-questionnaire-unit.html: the unit is a Coding, the answer a Quantity. */
export function quantityWithUnit(
  value: number,
  unit: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const shown = stringOf(unit['display']) ?? stringOf(unit['code']);
  return {
    value,
    ...(shown === null ? {} : { unit: shown }),
    ...(unit['system'] === undefined ? {} : { system: unit['system'] }),
    ...(unit['code'] === undefined ? {} : { code: unit['code'] }),
  };
}

function choiceFrom(item: FormItem, result: unknown): Answer | null {
  if (isRecord(result)) {
    if (formProblemOf('valueCoding', result) !== null) return null;
    const answer = cleanAnswer('valueCoding', result);
    return optionOfAnswer(item.options, answer)?.answer ?? answer;
  }
  const option = item.options.find(
    ({ answer }) =>
      answer.valueCoding?.code === result || answer.valueString === result || answer.valueInteger === result,
  );
  if (option !== undefined) return option.answer;
  return item.type === 'open-choice' && typeof result === 'string' ? { valueString: result } : null;
}
