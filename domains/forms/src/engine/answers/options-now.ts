import type { Option } from '../form.ts';
import { isRecord } from '../json.ts';
import { sameAnswer } from '../compare.ts';
import { codingText } from '../options.ts';
import type { Answer } from '../questionnaire.ts';
import { cleanAnswer, isKindOf } from '../values.ts';
import type { Looking } from './states.ts';
import type { Node } from './tree.ts';

/** The item's own options, less those that are toggled off, or what its answerExpression gives. */
export function optionsNow({ settled }: Pick<Looking, 'settled'>, node: Node): readonly Option[] {
  const { item } = node;
  if (item.answerExpression !== null) {
    const results = settled.round.run(item.answerExpression, node);
    return results.flatMap((result) => optionFrom(result) ?? []);
  }
  if (item.toggles.length === 0) return item.options;
  const toggles = item.toggles.map(({ options, expression }) => ({
    options,
    on: settled.round.run(expression, node)[0] === true,
  }));
  return item.options.filter(({ answer }) => {
    const about = toggles.filter(({ options }) => options.some((one) => sameAnswer(one, answer)));
    return about.length === 0 || about.some(({ on }) => on);
  });
}

function optionFrom(result: unknown): Option | null {
  const answer = answerOf(result);
  if (answer === null) return null;
  return {
    answer,
    text: isRecord(result) ? codingText(result) : { '': String(result) },
    prefix: {},
    exclusive: false,
    initial: false,
    weight: null,
  };
}

function answerOf(result: unknown): Answer | null {
  if (typeof result === 'string') return { valueString: result };
  if (typeof result === 'number' && Number.isInteger(result)) return { valueInteger: result };
  return isKindOf('valueCoding', result) ? cleanAnswer('valueCoding', result) : null;
}
