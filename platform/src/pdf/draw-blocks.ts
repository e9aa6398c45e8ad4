import { drawFigure } from './draw-figure.ts';
import { drawTable } from './draw-table.ts';
import type { PdfBlock, PdfFacts, PdfHeading, PdfList, PdfNote, PdfSignature, PdfText } from './document.ts';
import { cellOf, flowRow, flowText } from './flow.ts';
import { decorate, need, rule, type Sheet, space, tag, turnPage } from './sheet.ts';
import { colours, paper, styles } from './style.ts';

const { margin: left, contentWidth } = paper;

export function drawBlock(sheet: Sheet, block: PdfBlock): void {
  if (block.kind === 'page-break') return turnPage(sheet);
  if (block.kind !== 'heading') space(sheet, spaceBefore[block.kind]);
  switch (block.kind) {
    case 'heading':
      return drawHeading(sheet, block);
    case 'paragraph': {
      const element = tag(sheet, 'P', { language: block.language });
      return flowText(sheet, element, block.text, block.subtle ? styles.subtle : styles.body);
    }
    case 'list':
      return drawList(sheet, block);
    case 'table':
      return drawTable(sheet, block);
    case 'facts':
      return drawFacts(sheet, block);
    case 'figure':
      return drawFigure(sheet, block);
    case 'note':
      return drawNote(sheet, block);
    case 'signature':
      return drawSignature(sheet, block);
  }
}

/** Points. */
const spaceBefore = {
  paragraph: 8,
  list: 6,
  table: 12,
  facts: 8,
  figure: 12,
  note: 14,
  signature: 24,
} as const;

export function drawTop(sheet: Sheet, headerLines: readonly string[], title: string): void {
  for (const line of headerLines) flowText(sheet, tag(sheet, 'P'), line, styles.header);
  space(sheet, 14);
  flowText(sheet, tag(sheet, 'H1'), title, styles.title);
  sheet.y += 5;
  rule(sheet.doc, left, left + contentWidth, sheet.y, colours.accent, 1.5);
  sheet.y += 6;
}

function drawHeading(sheet: Sheet, { level, text, language }: PdfHeading): void {
  const style = level === 2 ? styles.heading2 : styles.heading3;
  space(sheet, level === 2 ? 22 : 14);
  // Never the last thing on its page.
  need(sheet, style.leading + 4 * styles.body.leading);
  sheet.headingLevel = Math.min(level, sheet.headingLevel + 1);
  flowText(sheet, tag(sheet, `H${sheet.headingLevel}`, { language }), text, style);
  if (level === 3) {
    sheet.y -= 4;
    return;
  }
  sheet.y += 3;
  rule(sheet.doc, left, left + contentWidth, sheet.y, colours.accent, 0.6);
}

function drawList(sheet: Sheet, { ordered = false, items }: PdfList): void {
  const list = tag(sheet, 'L');
  const indent = ordered ? 24 : 16;
  items.forEach((item, index) => {
    const entry = tag(sheet, 'LI', {}, list);
    const mark = ordered ? `${index + 1}.` : '•';
    if (index > 0) space(sheet, 3);
    flowPair(sheet, entry, [mark, item], { from: left + 4, to: left + indent, subtle: false });
  });
  list.end();
}

function drawFacts(sheet: Sheet, { facts }: PdfFacts): void {
  const list = tag(sheet, 'L');
  for (const { label, value } of facts) {
    const entry = tag(sheet, 'LI', {}, list);
    flowPair(sheet, entry, [label, value], { from: left, to: left + contentWidth * 0.34, subtle: true });
    space(sheet, 2);
  }
  list.end();
}

interface PairPlace {
  /** Points from the left edge of the page. */
  readonly from: number;
  readonly to: number;
  readonly subtle: boolean;
}

/** A label, and beside it what it stands for. */
function flowPair(
  sheet: Sheet,
  entry: ReturnType<typeof tag>,
  [label, body]: readonly [string, PdfText],
  { from, to, subtle }: PairPlace,
): void {
  const labelStyle = subtle ? styles.label : styles.body;
  const cells = [
    cellOf(sheet, tag(sheet, 'Lbl', {}, entry), label, labelStyle, { x: from, width: to - from - 8 }),
    cellOf(sheet, tag(sheet, 'LBody', {}, entry), body, styles.body, {
      x: to,
      width: left + contentWidth - to,
    }),
  ];
  flowRow(sheet, cells, { together: subtle });
}

const noteRoom = { x: 14, y: 9, bar: 3 } as const;

function drawNote(sheet: Sheet, { title, text }: PdfNote): void {
  const { doc } = sheet;
  const note = tag(sheet, 'Div');
  const place = { x: left + noteRoom.x, width: contentWidth - 2 * noteRoom.x };
  const behind = (top: number, height: number): void =>
    decorate(doc, () => {
      doc.rect(left, top, contentWidth, height).fill(colours.tint);
      doc.rect(left, top, noteRoom.bar, height).fill(colours.accent);
    });
  const pad = (): void => {
    behind(sheet.y, noteRoom.y);
    sheet.y += noteRoom.y;
  };
  need(sheet, 2 * noteRoom.y + 4 * styles.body.leading);
  pad();
  if (title) {
    flowRow(sheet, [cellOf(sheet, tag(sheet, 'P', {}, note), title, styles.noteTitle, place)], { behind });
  }
  flowRow(sheet, [cellOf(sheet, tag(sheet, 'P', {}, note), text, styles.body, place)], { behind });
  pad();
  note.end();
}

function drawSignature(sheet: Sheet, { labels }: PdfSignature): void {
  const gap = 24;
  const width = (contentWidth - gap * (labels.length - 1)) / labels.length;
  need(sheet, 32 + 2 * styles.caption.leading);
  sheet.y += 32;
  const cells = labels.map((label, index) => {
    const x = left + index * (width + gap);
    rule(sheet.doc, x, x + width, sheet.y, colours.text, 0.75);
    return cellOf(sheet, tag(sheet, 'P'), label, styles.caption, { x, width });
  });
  flowRow(sheet, cells, { padding: 3, together: true });
}
