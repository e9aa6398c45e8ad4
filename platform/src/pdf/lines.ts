/** Text broken into lines, measured. */
import type { PdfText } from './document.ts';
import type { TextStyle } from './style.ts';
import type { Face, Typeface } from './typeface.ts';

export interface Piece {
  readonly text: string;
  readonly face: Face;
}

export interface Line {
  /** With the space that the line was broken at: readers of the text need it. */
  readonly pieces: readonly Piece[];
  /** Points, without that space. */
  readonly width: number;
}

/** What is never broken, unless it is wider than a whole line. */
interface Chunk {
  readonly pieces: readonly Piece[];
  readonly width: number;
  readonly space?: Piece;
  readonly endsLine?: boolean;
}

/** @param width Points. */
export function breakLines(type: Typeface, text: PdfText, style: TextStyle, width: number): Line[] {
  const measure = (pieces: readonly Piece[]): number =>
    pieces.reduce((sum, piece) => sum + type.measure(piece.text, piece.face, style.size), 0);
  const chunks = chunksOf(piecesOf(type, text, style), measure).flatMap((chunk) =>
    chunk.width > width ? splitWide(chunk, width, measure) : [chunk],
  );
  return fill(chunks, width, measure);
}

function piecesOf(type: Typeface, text: PdfText, style: TextStyle): Piece[] {
  const runs = typeof text === 'string' ? [{ text }] : text;
  return runs.map((run) => ({
    text: type.covered(run.text),
    face: ('style' in run ? run.style : undefined) ?? (style.bold ? 'bold' : 'regular'),
  }));
}

type Measure = (pieces: readonly Piece[]) => number;

/** A new line, spaces, or a word up to where it may be broken: after a hyphen, dash or slash between letters. */
const token = /\n| +|[^ \n]+?(?:(?<=\p{L}[-–—/])(?=\p{L})|(?=[ \n]|$))/gu;

function chunksOf(pieces: readonly Piece[], measure: Measure): Chunk[] {
  const chunks: Chunk[] = [];
  let word: Piece[] = [];
  const close = (end: Omit<Chunk, 'pieces' | 'width'> = {}): void => {
    chunks.push({ pieces: word, width: measure(word), ...end });
    word = [];
  };
  for (const { text, face } of pieces) {
    for (const [part] of text.matchAll(token)) {
      if (part === '\n') close({ endsLine: true });
      else if (part.startsWith(' ')) close({ space: { text: ' ', face } });
      else {
        word.push({ text: part, face });
        if (/\p{L}[-–—/]$/u.test(part)) close();
      }
    }
  }
  if (word.length > 0) close();
  return chunks;
}

const characters = new Intl.Segmenter('nb', { granularity: 'grapheme' });

/** A word wider than the line, as parts that fit. */
function splitWide(chunk: Chunk, width: number, measure: Measure): Chunk[] {
  const parts: Chunk[] = [];
  let part: Piece[] = [];
  let room = width;
  for (const { text, face } of chunk.pieces) {
    for (const { segment } of characters.segment(text)) {
      const wide = measure([{ text: segment, face }]);
      if (wide > room && part.length > 0) {
        parts.push({ pieces: joined(part), width: width - room });
        part = [];
        room = width;
      }
      part.push({ text: segment, face });
      room -= wide;
    }
  }
  const { pieces: _pieces, width: _width, ...end } = chunk;
  return [...parts, { pieces: joined(part), width: width - room, ...end }];
}

function fill(chunks: readonly Chunk[], width: number, measure: Measure): Line[] {
  const lines: Line[] = [];
  let pieces: Piece[] = [];
  let used = 0;
  let space = 0;
  const flush = (): void => {
    lines.push({ pieces: joined(pieces), width: used });
    pieces = [];
    used = 0;
    space = 0;
  };
  for (const chunk of chunks) {
    if (pieces.length > 0 && used + space + chunk.width > width + 0.01) flush();
    used += (pieces.length > 0 ? space : 0) + chunk.width;
    pieces.push(...chunk.pieces, ...(chunk.space ? [chunk.space] : []));
    space = chunk.space ? measure([chunk.space]) : 0;
    if (chunk.endsLine) flush();
  }
  if (pieces.length > 0) flush();
  return lines;
}

/** Neighbours of one face as one, so that words stay whole for those who read the text out. */
function joined(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (last?.face === piece.face) out[out.length - 1] = { ...last, text: last.text + piece.text };
    else out.push(piece);
  }
  return out;
}
