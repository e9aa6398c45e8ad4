import type { Block, Language } from '../programme.ts';
import type { Place, Report } from '../problems.ts';

/** A run of a page's own words and where it stands: for counting words, sentences and numbers. */
export interface TextPiece {
  readonly text: string;
  readonly line: number;
  readonly part: 'title' | 'summary' | 'body';
  /** Numbers that are not in words: those of an exercise. */
  readonly numbers?: readonly number[];
}

/** Something on the page that points elsewhere, to be checked once the whole package has been read. */
export interface Reference {
  readonly kind: 'step' | 'picture' | 'film';
  readonly to: string;
  readonly place: Place;
}

export type Film = Extract<Block, { kind: 'film' }>;

/** What a page needs to know of the package's media: the words that stand beside a picture, and a film's parts. */
export interface MediaLookup {
  alt(file: string, language: Language): string;
  film(name: string, language: Language): Film;
}

/** What is carried along while one Markdown text is turned into blocks. */
export interface Reading {
  readonly file: string;
  readonly language: Language;
  /** The body, for looking at how something was written. */
  readonly lines: readonly string[];
  /** Lines of front matter above the body. */
  readonly linesBefore: number;
  readonly media: MediaLookup;
  readonly report: Report;
  readonly pieces: TextPiece[];
  readonly references: Reference[];
}

interface Positioned {
  readonly position?:
    | { readonly start: { line: number; column: number }; readonly end: { line: number } }
    | undefined;
}

export function placeOf(reading: Reading, node: Positioned): Place {
  const start = node.position?.start;
  if (start === undefined) return { file: reading.file };
  return { file: reading.file, line: start.line + reading.linesBefore, column: start.column };
}

export function lineOf(reading: Reading, node: Positioned): number {
  return (node.position?.start.line ?? 1) + reading.linesBefore;
}
