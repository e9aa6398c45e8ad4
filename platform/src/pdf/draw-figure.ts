import type { PdfFigure, PdfLabel, PdfPath } from './document.ts';
import { flowText } from './flow.ts';
import { need, type Pdf, type Sheet, tag } from './sheet.ts';
import { colours, paper, styles } from './style.ts';
import { setFace } from './typeface.ts';

/** No figure takes more of a page than this, in points: its caption must have room under it. */
const highest = paper.contentHeight * 0.8;

export function drawFigure(sheet: Sheet, { width, height, shapes, alt, caption }: PdfFigure): void {
  const { doc } = sheet;
  const scale = Math.min(1, paper.contentWidth / width, highest / height);
  need(sheet, height * scale + (caption ? 2 * styles.caption.leading : 0));
  const top = sheet.y;
  const bbox = [paper.margin, top, paper.margin + width * scale, top + height * scale];
  // pdfkit's types leave the box out.
  const options = { alt, bbox };
  const element = doc.struct('Figure', options);
  sheet.root.add(element);
  element.add(() => {
    doc.save();
    doc.translate(paper.margin, top).scale(scale);
    for (const shape of shapes) {
      if (shape.kind === 'path') drawPath(doc, shape);
      else drawLabel(sheet, shape);
    }
    doc.restore();
  });
  element.end();
  sheet.y += height * scale;
  if (!caption) return;
  sheet.y += 4;
  flowText(sheet, tag(sheet, 'P'), caption, styles.caption);
}

function drawPath(doc: Pdf, { d, fill, stroke, strokeWidth = 1, dash }: PdfPath): void {
  if (!fill && !stroke) return;
  doc.path(d).lineWidth(strokeWidth);
  if (dash) doc.dash(dash[0], { space: dash[1] });
  if (fill && stroke) doc.fillAndStroke(fill, stroke);
  else if (fill) doc.fill(fill);
  else if (stroke) doc.stroke(stroke);
  if (dash) doc.undash();
}

const before = { start: 0, middle: 0.5, end: 1 } as const;

function drawLabel({ doc, type }: Sheet, label: PdfLabel): void {
  const { text, x, y, size, align = 'start', bold = false, colour = colours.text } = label;
  const face = bold ? 'bold' : 'regular';
  const line = type.covered(text.replaceAll('\n', ' '));
  const start = x - before[align] * type.measure(line, face, size);
  setFace(doc, face, size).fillColor(colour);
  doc.text(line, start, y, { lineBreak: false, baseline: 'alphabetic' });
}
