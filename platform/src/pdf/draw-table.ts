import type { PdfTable, PdfText } from './document.ts';
import { type Cell, cellOf, flowRow, heightOf } from './flow.ts';
import { decorate, type Element, need, rule, type Sheet, tag } from './sheet.ts';
import { colours, paper, styles, type TextStyle } from './style.ts';

const padding = { x: 5, y: 4 } as const;
const { margin: left, contentWidth } = paper;

/** Rows stay whole where they can; the headers come again on every page, for the eye only. */
export function drawTable(sheet: Sheet, block: PdfTable): void {
  const places = placesOf(block.columns);
  const headers = block.columns.map(({ header }) => header);
  const headerCells = (element: MakeElement): Cell[] =>
    rowCells(sheet, headers, places, element, () => styles.headerCell);
  const again = headerCells(() => null);
  // A header is never alone at the foot of a page.
  need(sheet, heightOf(again) + 4 * styles.cell.leading + 4 * padding.y);
  const table = tag(sheet, 'Table');
  if (block.caption) drawCaption(sheet, table, block.caption);
  const head = tag(sheet, 'TR', {}, tag(sheet, 'THead', {}, table));
  drawHeader(
    sheet,
    headerCells(() => tag(sheet, 'TH', { scope: 'Column' }, head)),
  );
  const body = tag(sheet, 'TBody', {}, table);
  for (const row of block.rows) {
    const line = tag(sheet, 'TR', {}, body);
    const isHeader = (index: number): boolean => block.rowHeaders === true && index === 0;
    const element = (index: number): Element =>
      isHeader(index) ? tag(sheet, 'TH', { scope: 'Row' }, line) : tag(sheet, 'TD', {}, line);
    const style = (index: number): TextStyle => ({ ...styles.cell, bold: isHeader(index) });
    flowRow(sheet, rowCells(sheet, row, places, element, style), {
      padding: padding.y,
      together: true,
      onNextPage: () => drawHeader(sheet, again),
    });
    rule(sheet.doc, left, left + contentWidth, sheet.y, colours.hairline, 0.5);
  }
  table.end();
}

type MakeElement = (index: number) => Element | null;

function drawHeader(sheet: Sheet, cells: readonly Cell[]): void {
  flowRow(sheet, cells, { padding: padding.y, behind: (top, height) => shade(sheet, top, height) });
  rule(sheet.doc, left, left + contentWidth, sheet.y, colours.accent, 1);
}

interface ColumnPlace {
  readonly x: number;
  readonly width: number;
  readonly align: 'left' | 'right';
}

function placesOf(columns: PdfTable['columns']): ColumnPlace[] {
  const shares = columns.map(({ width = 1 }) => width);
  const all = shares.reduce((sum, share) => sum + share, 0);
  let x = left;
  return columns.map(({ align = 'left' }, index) => {
    const width = ((shares[index] ?? 0) / all) * contentWidth;
    const place = { x: x + padding.x, width: width - 2 * padding.x, align };
    x += width;
    return place;
  });
}

function rowCells(
  sheet: Sheet,
  texts: readonly PdfText[],
  places: readonly ColumnPlace[],
  element: MakeElement,
  style: (index: number) => TextStyle,
): Cell[] {
  return texts.map((text, index) => cellOf(sheet, element(index), text, style(index), places[index]));
}

function drawCaption(sheet: Sheet, table: Element, caption: string): void {
  flowRow(sheet, [cellOf(sheet, tag(sheet, 'Caption', {}, table), caption, styles.tableCaption)]);
  sheet.y += 4;
}

function shade({ doc }: Sheet, top: number, height: number): void {
  decorate(doc, () => doc.rect(left, top, contentWidth, height).fill(colours.tint));
}
