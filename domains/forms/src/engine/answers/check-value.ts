import type { AnswerProblem } from '../evaluation.ts';
import { compareMoments } from '../moments.ts';
import { momentIn, numberIn } from '../compare.ts';
import type { FormItem, Limits } from '../form.ts';
import { numberOf, stringOf } from '../json.ts';
import { matcherOf } from '../pattern.ts';
import type { Answer, Extended } from '../questionnaire.ts';
import { formProblemOf, valueFieldOf } from '../values.ts';

export type Found = Pick<AnswerProblem, 'code' | 'found' | 'expected'>;

/** Nobody writes more than this in one field. */
export const longestText = 100_000;

/** One answer against the limits of its item. */
export function valueProblems(item: FormItem, answer: Answer, limits: Limits): Found[] {
  const field = valueFieldOf(answer);
  if (field === null) return [];
  const malformed = formProblemOf(field, answer[field]);
  if (malformed !== null)
    return [
      {
        code: momentIn(answer) === null ? 'wrong-type' : 'not-a-date',
        found: 'something else',
        expected: malformed,
      },
    ];
  const text = answer.valueString ?? answer.valueUri;
  if (text !== undefined) return textProblems(text, limits);
  if (answer.valueAttachment) return attachmentProblems(answer.valueAttachment, limits);
  return [...rangeProblems(answer, limits), ...numberProblems(item, answer, limits)];
}

function textProblems(text: string, limits: Limits): Found[] {
  const problems: Found[] = [];
  const { length } = [...text.slice(0, longestText + 1)];
  const longest = Math.min(limits.maxLength ?? longestText, longestText);
  if (length > longest)
    return [{ code: 'too-long', found: `a text of ${length} characters`, expected: `at most ${longest}` }];
  if (limits.minLength !== null && length < limits.minLength)
    problems.push({
      code: 'too-short',
      found: `a text of ${length} characters`,
      expected: `at least ${limits.minLength}`,
    });
  if (limits.regex !== null && !matcherOf(limits.regex)(text))
    problems.push({
      code: 'not-matching',
      found: 'a text of another form',
      expected: 'what the pattern says',
    });
  return problems;
}

function rangeProblems(answer: Answer, { min, max }: Limits): Found[] {
  const below = min === null ? null : orderWith(answer, min);
  const above = max === null ? null : orderWith(answer, max);
  const found = momentIn(answer) === null ? 'a number' : 'a date or time';
  if (below !== null && below < 0)
    return [{ code: 'too-small', found: `${found} below`, expected: `at least ${min}` }];
  if (above !== null && above > 0)
    return [{ code: 'too-large', found: `${found} above`, expected: `at most ${max}` }];
  return [];
}

function orderWith(answer: Answer, boundary: number | string): number | null {
  const number = numberIn(answer);
  if (typeof boundary === 'number') return number === null ? null : number - boundary;
  const moment = momentIn(answer);
  return moment === null ? null : compareMoments(moment, boundary);
}

function numberProblems(item: FormItem, answer: Answer, limits: Limits): Found[] {
  const problems: Found[] = [];
  const number = numberIn(answer);
  if (number === null) return problems;
  if (limits.decimals !== null && decimalsOf(number) > limits.decimals)
    problems.push({
      code: 'too-many-decimals',
      found: `${decimalsOf(number)} decimals`,
      expected: `at most ${limits.decimals}`,
    });
  const unit = answer.valueQuantity;
  const known = item.unitOptions.some(({ code, display }) =>
    unit?.code !== undefined && code !== undefined ? unit.code === code : unit?.unit === (display ?? code),
  );
  if (unit !== undefined && item.unitOptions.length > 0 && !known)
    problems.push({ code: 'not-an-option', found: 'another unit', expected: 'one of the units of the item' });
  return problems;
}

function decimalsOf(number: number): number {
  const [digits, exponent] = String(number).toLowerCase().split('e');
  const written = digits?.split('.')[1]?.length ?? 0;
  return Math.max(0, written - Number(exponent ?? 0));
}

/** https://hl7.org/fhir/R4/extension-mimetype.html, https://hl7.org/fhir/R4/extension-maxsize.html */
function attachmentProblems(attachment: Extended, { mimeTypes, maxBytes }: Limits): Found[] {
  const type = stringOf(attachment['contentType'])?.split(';')[0]?.trim().toLowerCase() ?? '';
  const allowed = (pattern: string): boolean =>
    pattern === '*/*' ||
    pattern.toLowerCase() === type ||
    (pattern.endsWith('/*') && type.startsWith(pattern.slice(0, -1).toLowerCase()));
  if (mimeTypes.length > 0 && !mimeTypes.some(allowed))
    return [{ code: 'attachment', found: 'a file of another kind', expected: mimeTypes.join(', ') }];
  const data = stringOf(attachment['data']);
  const bytes =
    data === null
      ? (numberOf(attachment['size']) ?? 0)
      : Math.floor((data.replace(/=+$/, '').length * 3) / 4);
  if (maxBytes !== null && bytes > maxBytes)
    return [{ code: 'attachment', found: `a file of ${bytes} bytes`, expected: `at most ${maxBytes}` }];
  return [];
}
