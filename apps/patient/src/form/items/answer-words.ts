import type { Answer, ItemState } from '@skute/forms/rules';
import { dayInWords, type Language, timeOfInstant, useLanguage, useText } from '@skute/ui/i18n';
import { useLooks, useOptionWords } from './looks.ts';
import { itemTexts } from './texts.ts';
import { numberInWords } from './values.ts';

/** An answer as one would say it. */
export function useAnswerWords(): (state: ItemState, answer: Answer) => string {
  const t = useText(itemTexts);
  const language = useLanguage();
  const sayOption = useOptionWords();
  const { sameAnswer } = useLooks().engine;
  return (state, answer) => {
    const option = state.options.find((one) => sameAnswer(one.answer, answer));
    if (option) return sayOption(option);
    if (answer.valueBoolean !== undefined) return t(answer.valueBoolean ? 'yes' : 'no');
    return plainWords(state, answer, language);
  };
}

function plainWords(state: ItemState, answer: Answer, language: Language): string {
  const { valueCoding, valueQuantity, valueDate, valueDateTime, valueTime, valueAttachment } = answer;
  const number = answer.valueInteger ?? answer.valueDecimal ?? valueQuantity?.value;
  if (number !== undefined) {
    const unit = valueQuantity?.unit ?? state.unit;
    return unit ? `${numberInWords(number, language)} ${unit}` : numberInWords(number, language);
  }
  if (valueCoding) return valueCoding.display ?? valueCoding.code ?? '';
  if (valueDate !== undefined) return dayAndYear(valueDate, language);
  if (valueDateTime !== undefined) return momentInWords(valueDateTime, language);
  if (valueTime !== undefined) return valueTime.slice(0, 5);
  if (valueAttachment) return fileName(valueAttachment);
  return answer.valueString ?? answer.valueUri ?? '';
}

function momentInWords(instant: string, language: Language): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const time = timeOfInstant(instant, timeZone, language);
  return `${dayAndYear(instant.slice(0, 10), language)} ${language === 'en' ? '' : 'kl. '}${time}`;
}

function dayAndYear(day: string, language: Language): string {
  return /^\d{4}-\d\d-\d\d$/.test(day) ? `${dayInWords(day, language)} ${day.slice(0, 4)}` : day;
}

export function fileName(attachment: Answer['valueAttachment']): string {
  const title = attachment?.['title'];
  return typeof title === 'string' ? title : '';
}
