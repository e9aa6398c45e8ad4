/** What is written in a field, and the answer that it is. Null when it is not one yet. */
import type { Answer, ItemState } from '@skute/forms/rules';
import type { Language } from '@skute/ui/i18n';

/** What is kept of a field: the answer as FHIR writes it, and the words as they were written. */
export interface Entry {
  readonly answer: Answer | null;
  readonly typed: string;
}

export function answerFrom(state: ItemState, typed: string, unit?: string): Answer | null {
  const text = typed.trim();
  if (text === '') return null;
  switch (state.item.type) {
    case 'integer':
      return /^[-+−]?\d+$/.test(bare(text)) ? { valueInteger: numberIn(text) } : null;
    case 'decimal':
      return isNumber(text) ? { valueDecimal: numberIn(text) } : null;
    case 'quantity':
      return isNumber(text) ? { valueQuantity: { value: numberIn(text), ...unitOf(state, unit) } } : null;
    case 'date':
      return /^\d{4}(-\d\d){0,2}$/.test(text) ? { valueDate: text } : null;
    case 'dateTime':
      return momentFrom(text);
    case 'time':
      return /^\d\d:\d\d(:\d\d)?$/.test(text) ? { valueTime: text.length === 5 ? `${text}:00` : text } : null;
    case 'url':
      return { valueUri: /^[\w.-]+\.[a-z]{2,}(\/|$)/i.test(text) ? `https://${text}` : text };
    default:
      return { valueString: typed };
  }
}

/** What stands in the field for an answer that was given before. */
export function typedOf(state: ItemState, answer: Answer | undefined, language: Language): string {
  if (!answer) return '';
  const number = answer.valueInteger ?? answer.valueDecimal ?? answer.valueQuantity?.value;
  if (number !== undefined) return numberInWords(number, language);
  if (answer.valueDateTime !== undefined) return localMoment(answer.valueDateTime);
  if (answer.valueTime !== undefined) return answer.valueTime.slice(0, 5);
  return answer.valueString ?? answer.valueUri ?? answer.valueDate ?? '';
}

/** A number as it is written: with a comma, but in English. */
export function numberInWords(value: number, language: Language): string {
  const written = String(value);
  return language === 'en' ? written : written.replace('.', ',');
}

/** The unit chosen, or the only one there is. */
function unitOf({ item }: ItemState, chosen: string | undefined): object {
  const unit = item.unitOptions.find(({ code }) => code === chosen) ?? item.unitOptions[0];
  if (!unit) return item.unit === null ? {} : { unit: item.unit };
  const { system, code, display } = unit;
  return {
    ...(display === undefined ? {} : { unit: display }),
    ...(system === undefined ? {} : { system }),
    ...(code === undefined ? {} : { code }),
  };
}

const bare = (text: string): string => text.replace(/\s/g, '');
const isNumber = (text: string): boolean => /^[-+−]?(\d+([.,]\d*)?|[.,]\d+)$/.test(bare(text));
const numberIn = (text: string): number => Number(bare(text).replace(',', '.').replace('−', '-'));

/** With the offset that the clock of this device has at that moment. */
function momentFrom(text: string): Answer | null {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) return null;
  const offset = -date.getTimezoneOffset();
  const size = Math.abs(offset);
  const two = (count: number): string => String(count).padStart(2, '0');
  const zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  return { valueDateTime: `${text.slice(0, 16)}:00${zone}` };
}

function localMoment(instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return '';
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
