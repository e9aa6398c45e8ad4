import { CannotMakePdf } from './cannot-make-pdf.ts';
import { cleanText } from './clean-text.ts';
import type { PdfBlock, PdfDocument, PdfFigure, PdfShape, PdfTable } from './document.ts';

export const pdfLimits = {
  pages: 200,
  /** In the whole document, as UTF-16 units. */
  characters: 1_000_000,
  blocks: 5_000,
  columns: 12,
  rows: 10_000,
  shapes: 5_000,
  /** Points. */
  longest: 10_000,
} as const;

/** Throws what is wrong with it, and where. */
export function checkDocument(document: PdfDocument): void {
  if (document.blocks.length > pdfLimits.blocks) throw new CannotMakePdf('too-large', 'blocks');
  if (charactersIn(document) > pdfLimits.characters) throw new CannotMakePdf('too-large', 'characters');
  if (cleanText(document.title).trim() === '') throw new CannotMakePdf('malformed', 'title');
  if (Number.isNaN(Date.parse(document.madeAt))) throw new CannotMakePdf('malformed', 'madeAt');
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(document.language)) {
    throw new CannotMakePdf('malformed', 'language');
  }
  document.blocks.forEach((block, index) => checkBlock(block, `blocks[${index}]`));
}

function checkBlock(block: PdfBlock, place: string): void {
  if (block.kind === 'table') checkTable(block, place);
  if (block.kind === 'figure') checkFigure(block, place);
  if (block.kind === 'signature' && (block.labels.length < 1 || block.labels.length > 3)) {
    throw new CannotMakePdf('malformed', `${place}.labels`);
  }
}

function checkTable({ columns, rows }: PdfTable, place: string): void {
  if (columns.length > pdfLimits.columns || rows.length > pdfLimits.rows) {
    throw new CannotMakePdf('too-large', place);
  }
  if (columns.length === 0) throw new CannotMakePdf('malformed', `${place}.columns`);
  if (columns.some(({ width = 1 }) => !(width > 0 && width <= 100))) {
    throw new CannotMakePdf('malformed', `${place}.columns`);
  }
  const odd = rows.findIndex((row) => row.length !== columns.length);
  if (odd >= 0) throw new CannotMakePdf('malformed', `${place}.rows[${odd}]`);
}

function checkFigure({ width, height, shapes, alt }: PdfFigure, place: string): void {
  if (shapes.length > pdfLimits.shapes) throw new CannotMakePdf('too-large', `${place}.shapes`);
  if (!isLength(width) || !isLength(height) || alt.trim() === '') throw new CannotMakePdf('malformed', place);
  shapes.forEach((shape, index) => {
    if (!isShape(shape)) throw new CannotMakePdf('malformed', `${place}.shapes[${index}]`);
  });
}

const isLength = (value: number): boolean => value > 0 && value <= pdfLimits.longest;
const isPlace = (value: number): boolean => Math.abs(value) <= pdfLimits.longest;
const isColour = (value: string | undefined): boolean => value === undefined || /^#[0-9a-f]{6}$/i.test(value);

function isShape(shape: PdfShape): boolean {
  switch (shape.kind) {
    case 'label':
      return isPlace(shape.x) && isPlace(shape.y) && isLength(shape.size) && isColour(shape.colour);
    case 'path':
      return (
        /^[Mm][MmLlHhVvCcSsQqTtAaZz0-9eE+\-., ]*$/.test(shape.d) &&
        isColour(shape.fill) &&
        isColour(shape.stroke) &&
        isLength(shape.strokeWidth ?? 1) &&
        (shape.dash ?? []).every(isLength)
      );
  }
}

/** All strings in it, whatever they are for. */
function charactersIn(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, part: unknown) => sum + charactersIn(part), 0);
}
