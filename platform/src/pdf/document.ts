/**
 * A document as plain data. Lengths are in points (1/72 inch). Text may hold `\n` for a new line; whatever cannot be
 * printed in it is left out or shown as \ufffd, and ≤ ≥ → as <= >= –: the font is Noto Sans. No text from right to left.
 */
export interface PdfDocument {
  /** Printed as the top heading, and shown by the reader's window. */
  readonly title: string;
  /** BCP 47, as `nb-NO`. */
  readonly language: string;
  /** ISO 8601 instant. The same document gives the same bytes. */
  readonly madeAt: string;
  readonly author?: string;
  /** Small lines above the title, on the first page. */
  readonly headerLines: readonly string[];
  /** At the foot of every page, before `n / m`. One line; what there is no room for is cut. */
  readonly footerLine: string;
  readonly blocks: readonly PdfBlock[];
}

export type PdfBlock =
  | PdfHeading
  | PdfParagraph
  | PdfList
  | PdfTable
  | PdfFacts
  | PdfFigure
  | PdfNote
  | PdfPageBreak
  | PdfSignature;

export type PdfText = string | readonly PdfRun[];

export interface PdfRun {
  readonly text: string;
  readonly style?: 'bold' | 'italic';
}

/** The title is level 1. In the tags a level is never skipped: a 3 right under the title counts as a 2. */
export interface PdfHeading {
  readonly kind: 'heading';
  readonly level: 2 | 3;
  readonly text: string;
  /** When not the document's. */
  readonly language?: string;
}

export interface PdfParagraph {
  readonly kind: 'paragraph';
  readonly text: PdfText;
  readonly subtle?: boolean;
  readonly language?: string;
}

export interface PdfList {
  readonly kind: 'list';
  readonly ordered?: boolean;
  readonly items: readonly PdfText[];
}

export interface PdfTable {
  readonly kind: 'table';
  readonly caption?: string;
  readonly columns: readonly PdfColumn[];
  /** Each row has a cell for each column. */
  readonly rows: readonly (readonly PdfText[])[];
  /** The first cell of a row says what the row is. */
  readonly rowHeaders?: boolean;
}

export interface PdfColumn {
  readonly header: string;
  /** Share of the width beside the others'. 1 unless said. */
  readonly width?: number;
  readonly align?: 'left' | 'right';
}

export interface PdfFacts {
  readonly kind: 'facts';
  readonly facts: readonly { readonly label: string; readonly value: PdfText }[];
}

/** Drawn in a box of its own, `width` by `height`, y downwards; made smaller when wider or higher than the page has room for. */
export interface PdfFigure {
  readonly kind: 'figure';
  readonly width: number;
  readonly height: number;
  /** First is undermost. */
  readonly shapes: readonly PdfShape[];
  /** What it shows, in words. */
  readonly alt: string;
  readonly caption?: string;
}

export type PdfShape = PdfPath | PdfLabel;

export interface PdfPath {
  readonly kind: 'path';
  /** As the `d` of an SVG path. */
  readonly d: string;
  /** `#rrggbb`. */
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  /** Lengths of dash and space. */
  readonly dash?: readonly [number, number];
}

export interface PdfLabel {
  readonly kind: 'label';
  readonly text: string;
  /** Where `align` says: the start, middle or end of the baseline. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly align?: 'start' | 'middle' | 'end';
  readonly bold?: boolean;
  readonly colour?: string;
}

/** A box beside the text's flow. */
export interface PdfNote {
  readonly kind: 'note';
  readonly title?: string;
  readonly text: PdfText;
}

export interface PdfPageBreak {
  readonly kind: 'page-break';
}

/** Lines to write on, side by side, each with what goes there under it. */
export interface PdfSignature {
  readonly kind: 'signature';
  readonly labels: readonly string[];
}
