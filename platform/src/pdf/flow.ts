/** Text flowing down the page and over to the next. */
import { breakLines, type Line } from './lines.ts';
import type { PdfText } from './document.ts';
import { decorate, type Element, need, type Pdf, room, type Sheet, turnPage } from './sheet.ts';
import { paper, type TextStyle } from './style.ts';
import { setFace } from './typeface.ts';

/** A column of text in a row. */
export interface Cell {
  /** None when it is for the eye only. */
  readonly element: Element | null;
  readonly lines: readonly Line[];
  readonly style: TextStyle;
  /** Points from the left edge of the page. */
  readonly x: number;
  readonly width: number;
  readonly align: 'left' | 'right';
}

export interface RowOptions {
  /** Points above and below, on every page. */
  readonly padding?: number;
  /** Goes to the next page as a whole, if there is room for it there. */
  readonly together?: boolean;
  /** What comes first on the next page. */
  readonly onNextPage?: () => void;
  /** Drawn behind each part, from `top`, so many points high. */
  readonly behind?: (top: number, height: number) => void;
}

const left = paper.margin;

export function cellOf(
  sheet: Sheet,
  element: Element | null,
  text: PdfText,
  style: TextStyle,
  { x = left, width = paper.contentWidth, align = 'left' }: Partial<Pick<Cell, 'x' | 'width' | 'align'>> = {},
): Cell {
  return { element, lines: breakLines(sheet.type, text, style, width), style, x, width, align };
}

export const heightOf = (cells: readonly Cell[]): number =>
  Math.max(0, ...cells.map(({ lines, style }) => lines.length * style.leading));

/** Cells side by side; each goes on where it was on the next page. Their tags end here. */
export function flowRow(sheet: Sheet, cells: readonly Cell[], options: RowOptions = {}): void {
  const { padding = 0, together = false, onNextPage, behind } = options;
  const leading = Math.max(...cells.map(({ style }) => style.leading));
  const whole = heightOf(cells) + 2 * padding;
  if (together && whole > room(sheet) && whole < paper.contentHeight * 0.8) next(sheet, onNextPage);
  let rest = cells;
  while (rest.some(({ lines }) => lines.length > 0)) {
    const longest = Math.max(...rest.map(({ lines }) => lines.length));
    const count = linesNow(longest, Math.floor((room(sheet) - 2 * padding + 0.01) / leading));
    if (count === 0) {
      next(sheet, onNextPage);
      continue;
    }
    const now = rest.map((cell) => ({ ...cell, lines: cell.lines.slice(0, count) }));
    const height = heightOf(now) + 2 * padding;
    behind?.(sheet.y, height);
    for (const cell of now) drawCell(sheet.doc, cell, sheet.y + padding);
    sheet.y += height;
    rest = rest.map((cell) => ({ ...cell, lines: cell.lines.slice(count) }));
    if (longest > count) next(sheet, onNextPage);
  }
  for (const { element } of cells) element?.end();
}

/** Text over the whole width. */
export function flowText(sheet: Sheet, element: Element, text: PdfText, style: TextStyle): void {
  const cell = cellOf(sheet, element, text, style);
  need(sheet, Math.min(cell.lines.length, 2) * style.leading);
  flowRow(sheet, [cell]);
}

function next(sheet: Sheet, onNextPage: (() => void) | undefined): void {
  turnPage(sheet);
  onNextPage?.();
}

/** How many lines go here: never one alone, on this page or the next. */
function linesNow(lines: number, fit: number): number {
  if (fit >= lines) return lines;
  const count = lines - fit === 1 ? fit - 1 : fit;
  return count < 2 ? 0 : count;
}

function drawCell(doc: Pdf, { element, lines, style, x, width, align }: Cell, top: number): void {
  if (lines.length === 0) return;
  const draw = (): void => {
    lines.forEach((line, index) => {
      const start = align === 'right' ? x + width - line.width : x;
      drawLine(doc, line, style, start, top + index * style.leading + baseline(style));
    });
  };
  if (element) element.add(draw);
  else decorate(doc, draw, 'Pagination');
}

/** From the top of a line. Capitals of Noto Sans are 0.714 of the size. */
const baseline = ({ size, leading }: TextStyle): number => (leading + 0.714 * size) / 2;

export function drawLine(doc: Pdf, line: Line, style: TextStyle, x: number, y: number): void {
  let at = x;
  doc.fillColor(style.colour);
  for (const { text, face } of line.pieces) {
    setFace(doc, face, style.size);
    doc.text(text, at, y, { lineBreak: false, baseline: 'alphabetic' });
    at += doc.widthOfString(text);
  }
}
