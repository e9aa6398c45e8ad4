import type { InstrumentItem } from './instrument.ts';

/** Items answered by a choice or a whole number. */
export function wholeItems(codes: readonly string[], min: number, max: number): InstrumentItem[] {
  return codes.map((code) => ({ code, min, max, whole: true }));
}

/** Items answered on a line, where anything between the ends may come out. */
export function lineItems(codes: readonly string[], min: number, max: number): InstrumentItem[] {
  return codes.map((code) => ({ code, min, max, whole: false }));
}

/** `q1` … `q34`, by the numbers that the questions have in the publication. */
export function numbered(...numbers: readonly number[]): string[] {
  return numbers.map((number) => `q${number}`);
}

/** 1 … last. */
export function upTo(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}
