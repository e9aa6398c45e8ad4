import { compareMoments } from './moments.ts';
import type { Answer, Coding, Quantity } from './questionnaire.ts';
import { valueFieldOf } from './values.ts';

/** Whether two answers say the same. */
export function sameAnswer(a: Answer, b: Answer): boolean {
  if (a.valueCoding && b.valueCoding) return sameCoding(a.valueCoding, b.valueCoding);
  if (a.valueAttachment || b.valueAttachment)
    return JSON.stringify(a.valueAttachment) === JSON.stringify(b.valueAttachment);
  const order = orderOf(a, b);
  if (order !== null) return order === 0;
  const [x, y] = [valueFieldOf(a), valueFieldOf(b)];
  return x !== null && x === y && a[x] === b[y];
}

/** By code, and by system where both name one. A coding without a code is known by its display. */
export function sameCoding(a: Coding, b: Coding): boolean {
  if (a.system !== undefined && b.system !== undefined && a.system !== b.system) return false;
  if (a.code !== undefined || b.code !== undefined) return a.code === b.code;
  return a.display !== undefined && a.display === b.display;
}

/** Negative, zero or positive; null when the two have no order. */
export function orderOf(a: Answer, b: Answer): number | null {
  const [x, y] = [numberIn(a), numberIn(b)];
  if (x !== null && y !== null) return sameUnit(a.valueQuantity, b.valueQuantity) ? Math.sign(x - y) : null;
  const [first, second] = [momentIn(a), momentIn(b)];
  return first !== null && second !== null ? compareMoments(first, second) : null;
}

export function numberIn(answer: Answer): number | null {
  return answer.valueInteger ?? answer.valueDecimal ?? answer.valueQuantity?.value ?? null;
}

export function momentIn(answer: Answer): string | null {
  return answer.valueDate ?? answer.valueDateTime ?? answer.valueTime ?? null;
}

/** A unit that only one of them names does not make them different. */
function sameUnit(a: Quantity | undefined, b: Quantity | undefined): boolean {
  if (!a || !b) return true;
  if (a.code !== undefined && b.code !== undefined) return a.code === b.code;
  return a.unit === undefined || b.unit === undefined || a.unit === b.unit;
}
