import { answersByCode } from '../engine/answers-by-code.ts';
import type { Evaluation, ItemState } from '../engine/evaluation.ts';
import type { Form, FormItem } from '../engine/form.ts';
import type { Instrument, Score } from '../instruments/instrument.ts';
import { instruments } from '../instruments/instruments.ts';
import { instrumentNameOf, instrumentOf } from './instrument-of.ts';
import { rounded } from './rounded.ts';
import { scoreOf } from './score-of.ts';

/**
 * The scores of a response. A form that measures an instrument gives those of the instrument, and none when it is not
 * known. Any other form gives what its own calculations come to, and the plain sum of its weights when it asks for that;
 * these are named by the form's address and version, and have no bands.
 */
export function scoresOf(
  form: Form,
  evaluation: Evaluation,
  known: Readonly<Record<string, Instrument>> = instruments,
): Score[] {
  const values = answersByCode(form, evaluation);
  if (instrumentNameOf(form) !== null) {
    const instrument = instrumentOf(form, known);
    return instrument === null ? [] : scoreOf(instrument, values);
  }
  const { url, version } = form.questionnaire;
  if (url === undefined || version === undefined) return [];
  return [...calculated(form, values), ...plainSum(form, evaluation, values)].map((score) => ({
    instrument: url,
    version,
    band: null,
    ...score,
  }));
}

type OwnScore = Pick<Score, 'score' | 'value' | 'missing'>;
type Values = ReadonlyMap<string, number>;

function calculated(form: Form, values: Values): OwnScore[] {
  return [...form.byLinkId.values()].filter(isCalculatedNumber).map(({ linkId }) => {
    const value = values.get(linkId) ?? null;
    return { score: linkId, value, missing: value === null ? [linkId] : [] };
  });
}

/** Something that repeats has many values and so is no score. */
function isCalculatedNumber(item: FormItem): boolean {
  return (
    item.calculatedExpression !== null &&
    ['integer', 'decimal', 'quantity'].includes(item.type) &&
    !repeatsSomewhere(item)
  );
}

/** A choice of several is one answer; a group, or anything in one, that comes more than once is many. */
function repeatsSomewhere(item: FormItem): boolean {
  return (item.repeats && item.type !== 'choice') || (item.parent !== null && repeatsSomewhere(item.parent));
}

/** Of what was asked, that is of items enabled: with one of them unanswered there is no sum. */
function plainSum(form: Form, evaluation: Evaluation, values: Values): OwnScore[] {
  const wanted = form.questionnaire.extension?.some(
    (extension) => extension.url === 'urn:skute:form:sum-score' && extension['valueBoolean'] !== false,
  );
  const asked = statesOf(evaluation.items).filter(({ enabled, item }) => enabled && isWeighted(item));
  if (wanted !== true || asked.length === 0) return [];
  const missing = asked.map(({ item }) => item.linkId).filter((linkId) => !values.has(linkId));
  const sum = asked.reduce((total, { item }) => total + (values.get(item.linkId) ?? 0), 0);
  return [{ score: 'sum', value: missing.length === 0 ? rounded(sum, 6) : null, missing }];
}

function isWeighted(item: FormItem): boolean {
  return item.options.some(({ weight }) => weight !== null) && !repeatsSomewhere(item);
}

function statesOf(items: readonly ItemState[]): ItemState[] {
  return items.flatMap((state) => [state, ...statesOf(state.items)]);
}
