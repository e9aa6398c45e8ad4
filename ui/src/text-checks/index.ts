/** Checks of interface texts, for tests: nothing missing, easy to read, and nothing that tells on anybody. */
import type { Texts } from '../i18n/index.ts';

/** Every set of texts that a number of modules export. */
export function textsIn(modules: Record<string, Record<string, unknown>>): Texts<string>[] {
  return Object.values(modules).flatMap((module) => Object.values(module).filter(isTexts));
}

function isTexts(value: unknown): value is Texts<string> {
  return typeof value === 'object' && value !== null && 'feature' in value && 'texts' in value;
}

/**
 * LIX, the Nordic measure of readability (Björnsson 1968): words a sentence, plus the share of words longer than six
 * letters in per cent. Each text counts as a sentence at least. Values such as `{day}` are left out.
 */
export function lixOf(texts: readonly string[]): number {
  const words = texts.flatMap((text) => text.replace(/\{\w+\}/g, ' ').match(/[\p{L}\d]+/gu) ?? []);
  const sentences = texts.reduce(
    (sum, text) => sum + Math.max(1, (text.match(/[.!?:](\s|$)/g) ?? []).length),
    0,
  );
  const long = words.filter((word) => word.length > 6).length;
  return words.length / sentences + (100 * long) / words.length;
}

/** Words that say what somebody is treated for. None may stand in a page title, a notice or a file name. */
export const healthWords =
  /\b(ibs|mage|mave|tarm|symptom|diagnos|pasient|patient|behandl|treat|klinikk|klinik|clinic|sykehus|sjukhus|hospital|helse|hälsa|health|terapi|therapy|skjema|plager|besvär)/i;
