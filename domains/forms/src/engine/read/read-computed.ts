import { extensionValue, urls } from '../extensions.ts';
import type { FormItem } from '../form.ts';
import { fieldOf, type Json } from '../json.ts';
import type { Place, Reading } from './findings.ts';
import { boundaryExpression, expressionAt } from './read-expressions.ts';

/** What of an item is computed. A start value that we can’t compute is missed only where the patient can’t write it instead. */
export function readComputed(
  reading: Reading,
  place: Place,
  json: Json,
): Pick<
  FormItem,
  | 'enableWhenExpression'
  | 'initialExpression'
  | 'calculatedExpression'
  | 'calculatedFrom'
  | 'answerExpression'
  | 'textExpression'
  | 'minExpression'
  | 'maxExpression'
> {
  const shownOnly = json['readOnly'] !== true && extensionValue(json, urls.hidden) !== true;
  const calculated = expressionAt(reading, place, json, urls.calculated);
  const helsenorge = expressionAt(reading, place, json, urls.sdfCalculated);
  const copied = expressionAt(reading, place, json, urls.cqfExpression);
  return {
    enableWhenExpression: expressionAt(reading, place, json, urls.enableWhen),
    initialExpression: expressionAt(reading, place, json, urls.initial, shownOnly ? 'ignored' : 'blocks'),
    calculatedExpression: calculated ?? helsenorge ?? copied,
    calculatedFrom: calculated === null && (helsenorge ?? copied) !== null ? 'response' : 'item',
    answerExpression: expressionAt(reading, place, json, urls.answers),
    textExpression: expressionAt(reading, place, fieldOf(json, '_text'), urls.cqfExpression),
    minExpression: boundaryExpression(reading, place, json, 'min'),
    maxExpression: boundaryExpression(reading, place, json, 'max'),
  };
}
