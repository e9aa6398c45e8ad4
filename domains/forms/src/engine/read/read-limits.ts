import { codeIn, extensionAt, extensionsAt, extensionValue, urls, valueIn } from '../extensions.ts';
import type { Limits } from '../form.ts';
import { fieldOf, type Json, numberOf, shown, stringOf } from '../json.ts';
import { compareMoments } from '../moments.ts';
import type { ItemType } from '../questionnaire.ts';
import { patternOf } from '../pattern.ts';
import { translated } from '../translated.ts';
import { type Place, problem, type Reading } from './findings.ts';

/** Least, greatest, longest and the like: HL7's extensions, and Helsenorge's sentence for when they do not hold. */
export function readLimits(reading: Reading, place: Place, json: Json, type: ItemType): Limits {
  const count = (value: unknown, name: string): number | null => countOf(reading, place, value, name);
  const limits: Limits = {
    minLength: count(extensionValue(json, urls.minLength), 'minLength'),
    maxLength: count(json['maxLength'], 'maxLength'),
    decimals: count(extensionValue(json, urls.maxDecimalPlaces), 'maxDecimalPlaces'),
    min: boundary(reading, place, json, type, 'min'),
    max: boundary(reading, place, json, type, 'max'),
    step: readStep(reading, place, json),
    regex: readRegex(reading, place, json),
    message: translated(extensionAt(json, urls.validationText), 'valueString'),
    mimeTypes: extensionsAt(json, urls.mimeType).flatMap((one) => codeIn(valueIn(one)) ?? []),
    maxBytes: bytesOf(numberOf(extensionValue(json, urls.maxSize))),
  };
  checkOrder(reading, place, limits);
  return limits;
}

/**
 * `maxSize` is bytes since R4, and was megabytes before; Helsenorge and others still write megabytes. Nobody limits a
 * file to less than a thousand bytes, or to more than a thousand megabytes.
 */
function bytesOf(size: number | null): number | null {
  return size !== null && size < 1000 ? size * 1024 * 1024 : size;
}

function countOf(reading: Reading, place: Place, value: unknown, name: string): number | null {
  if (value === undefined) return null;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  problem(reading, place, 'limit-type', `${name} is ${shown(value)}; expected a whole number of 0 or more.`);
  return null;
}

/** A quantity's limit is the number in it; a date's may be a moment too. */
function boundary(
  reading: Reading,
  place: Place,
  json: Json,
  type: ItemType,
  which: 'min' | 'max',
): number | string | null {
  const url = which === 'min' ? urls.minValue : urls.maxValue;
  const quantityUrl = which === 'min' ? urls.minQuantity : urls.maxQuantity;
  const extension = extensionAt(json, url) ?? extensionAt(json, quantityUrl);
  if (extension === undefined) return null;
  const value = valueIn(extension);
  // Then it is the expression beside it that gives the value.
  if (value === undefined) return null;
  const expected = isMoment(type) ? 'string' : 'number';
  const found = numberOf(fieldOf(value, 'value')) ?? numberOf(value) ?? stringOf(value);
  if (found !== null && (typeof found === expected || !hasOrder(type))) return found;
  const kind = expected === 'string' ? 'a date or time' : 'a number';
  problem(reading, place, 'limit-type', `${which}Value is ${shown(value)}; expected ${kind}.`);
  return null;
}

function isMoment(type: ItemType): boolean {
  return type === 'date' || type === 'dateTime' || type === 'time';
}

function hasOrder(type: ItemType): boolean {
  return isMoment(type) || type === 'integer' || type === 'decimal' || type === 'quantity';
}

function readStep(reading: Reading, place: Place, json: Json): number | null {
  const value = extensionValue(json, urls.sliderStep);
  if (value === undefined) return null;
  const step = numberOf(value);
  if (step !== null && step > 0) return step;
  problem(reading, place, 'limit-type', `sliderStepValue is ${shown(value)}; expected a number above 0.`);
  return null;
}

function readRegex(reading: Reading, place: Place, json: Json): string | null {
  const value = extensionValue(json, urls.regex);
  if (value === undefined) return null;
  if (typeof value !== 'string') {
    problem(reading, place, 'regex-invalid', `the regex is ${shown(value)}; expected a text.`);
    return null;
  }
  const pattern = patternOf(value);
  if (pattern.kind === 'pattern') return value;
  problem(reading, place, pattern.kind, `the regex ${shown(value)} ${pattern.because}`);
  return null;
}

function checkOrder(reading: Reading, place: Place, limits: Limits): void {
  const { min, max, minLength, maxLength } = limits;
  const order =
    typeof min === 'string' && typeof max === 'string'
      ? compareMoments(min, max)
      : typeof min === 'number' && typeof max === 'number'
        ? min - max
        : null;
  if (order !== null && order > 0)
    problem(
      reading,
      place,
      'min-above-max',
      `minValue ${shown(min)} is above maxValue ${shown(max)}; nothing fits.`,
    );
  if (minLength !== null && maxLength !== null && minLength > maxLength)
    problem(
      reading,
      place,
      'min-above-max',
      `minLength ${minLength} is above maxLength ${maxLength}; nothing fits.`,
    );
}
