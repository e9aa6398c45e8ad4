import type { Evaluation, ItemState } from '../engine/evaluation.ts';
import type { Form, FormItem } from '../engine/form.ts';
import type { Answer } from '../engine/questionnaire.ts';
import { inLanguage } from '../engine/translated.ts';

/** One line of a response as it is read: the wording it was given under, and what was answered. */
export interface AnswerLine {
  readonly linkId: string;
  /** How deep it stands among groups: 0 at the root. */
  readonly level: number;
  readonly kind: 'group' | 'question';
  readonly text: string;
  readonly answers: readonly string[];
  readonly state: 'answered' | 'missing' | 'declined';
  readonly calculated: boolean;
}

/** Every question that was asked, in the form's order, also those that were not answered. Hidden ones were not asked. */
export function answerLines(form: Form, evaluation: Evaluation, language: string): AnswerLine[] {
  return linesOf(form, evaluation.items, 0, language);
}

function linesOf(form: Form, states: readonly ItemState[], level: number, language: string): AnswerLine[] {
  return states.flatMap((state) =>
    state.visible && state.item.type !== 'display'
      ? [lineOf(form, state, level, language), ...linesOf(form, state.items, level + 1, language)]
      : [],
  );
}

function lineOf(form: Form, state: ItemState, level: number, language: string): AnswerLine {
  const { item, text, answers, declined } = state;
  const isGroup = item.type === 'group';
  return {
    linkId: item.linkId,
    level,
    kind: isGroup ? 'group' : 'question',
    text,
    answers: answers.map((answer) => wordsOf(form, item, answer, language)),
    state: answers.length > 0 || isGroup ? 'answered' : declined ? 'declined' : 'missing',
    calculated: item.calculatedExpression !== null,
  };
}

const yesNo: Record<string, readonly [yes: string, no: string]> = {
  nb: ['Ja', 'Nei'],
  nn: ['Ja', 'Nei'],
  sv: ['Ja', 'Nej'],
  en: ['Yes', 'No'],
  uk: ['Так', 'Ні'],
};

/** A choice by its words in the language it was given in; anything else as it was written. */
function wordsOf(form: Form, item: FormItem, answer: Answer, language: string): string {
  const { valueCoding, valueBoolean, valueQuantity, valueAttachment } = answer;
  if (valueCoding) {
    const option = item.options.find(
      ({ answer: known }) =>
        known.valueCoding?.code === valueCoding.code && known.valueCoding?.system === valueCoding.system,
    );
    const words = option ? inLanguage(option.text, language, form.languages[0]) : valueCoding.display;
    return words ?? valueCoding.display ?? valueCoding.code ?? '';
  }
  if (valueBoolean !== undefined) return (yesNo[language] ?? ['Yes', 'No'])[valueBoolean ? 0 : 1];
  if (valueQuantity)
    return [valueQuantity.value, valueQuantity.unit].filter((part) => part !== undefined).join(' ');
  if (valueAttachment) {
    const { title } = valueAttachment as { readonly title?: unknown };
    return typeof title === 'string' ? title : '';
  }
  const plain =
    answer.valueInteger ??
    answer.valueDecimal ??
    answer.valueString ??
    answer.valueDate ??
    answer.valueDateTime ??
    answer.valueTime ??
    answer.valueUri;
  const unit = typeof plain === 'number' && item.unit ? ` ${item.unit}` : '';
  return `${plain ?? ''}${unit}`;
}
