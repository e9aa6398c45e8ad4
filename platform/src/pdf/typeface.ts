import { createRequire } from 'node:module';
import type PDFDocument from 'pdfkit';

export type Pdf = InstanceType<typeof PDFDocument>;
export type Face = 'regular' | 'bold' | 'italic';

const require = createRequire(import.meta.url);

/** Noto Sans: Latin, Cyrillic and Greek. SIL Open Font Licence 1.1. */
export const fontFiles: Readonly<Record<Face, string>> = {
  regular: require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
  italic: require.resolve('@expo-google-fonts/noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf'),
};

export interface Typeface {
  /** Points. */
  measure(text: string, face: Face, size: number): number;
  /** The text, with a substitute for each character that the font does not have. */
  covered(text: string): string;
}

/** The part of pdfkit's current font that its types leave out. */
interface CurrentFont {
  readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } };
}

/** By file: under a registered name pdfkit would read the font again each time. */
export function setFace(doc: Pdf, face: Face, size: number): Pdf {
  return doc.font(fontFiles[face]).fontSize(size);
}

export function typefaceOf(doc: Pdf): Typeface {
  setFace(doc, 'regular', 10);
  const { font } = (doc as unknown as CurrentFont)._font;
  const has = (character: string): boolean =>
    character === '\n' || font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
  return {
    measure(text, face, size) {
      // pdfkit remembers words with the space behind them, as they are drawn: so each is laid out once.
      const pdf = setFace(doc, face, size);
      return pdf.widthOfString(`${text} `) - pdf.widthOfString(' ');
    },
    covered: (text) =>
      Array.from(text.replaceAll(/[↑↓] ?/g, ''), (character) =>
        has(character) ? character : (substitutes[character] ?? '\ufffd'),
      ).join(''),
  };
}

/** For what Noto Sans lacks. Arrows up and down go: the words beside them say the same. */
const substitutes: Readonly<Record<string, string>> = {
  '→': '–',
  '≤': '<=',
  '≥': '>=',
  '✓': 'x',
  '\u202f': '\u00a0',
};
