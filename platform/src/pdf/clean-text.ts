import type { PdfDocument } from './document.ts';

/**
 * Control characters but the new line, characters that turn the direction of text or take no room, private use, and
 * halves of a pair. A soft hyphen goes too: we do not hyphenate.
 */
const unprintable = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu;

/** What can be printed of it. å as one character, and tabs as spaces. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(unprintable, (character) => (character === '\n' ? '\n' : ''));
}

/** Every text in the document cleaned, so that none is forgotten. */
export function cleanDocument(document: PdfDocument): PdfDocument {
  const clean = (_key: string, value: unknown): unknown =>
    typeof value === 'string' ? cleanText(value) : value;
  return JSON.parse(JSON.stringify(document, clean)) as PdfDocument;
}
