/** The pages while they are filled from top to bottom. */
import { CannotMakePdf } from './cannot-make-pdf.ts';
import type { PdfDocument } from './document.ts';
import { PdfDocumentWithEscapedMetadata } from './escaped-metadata.ts';
import { pdfLimits } from './limits.ts';
import { colours, paper, styles } from './style.ts';
import { fontFiles, type Pdf, setFace, type Typeface, typefaceOf } from './typeface.ts';

export type { Pdf } from './typeface.ts';
export type Element = ReturnType<Pdf['struct']>;

export interface Sheet {
  readonly doc: Pdf;
  readonly type: Typeface;
  /** The tags of the whole. */
  readonly root: Element;
  /** Where the next thing goes, in points from the top of the page. */
  y: number;
  pages: number;
  /** The level of the latest heading in the tags. */
  headingLevel: number;
}

/** pdfkit knows it, its types do not. */
const pdfUa = 'PDF/UA' as string as PDFKit.Mixins.PDFSubsets;

const bottom = paper.margin + paper.contentHeight;

/** PDF/UA-1 on PDF 1.7 (ISO 14289-1): tagged, with language and title, fonts embedded. */
export function openSheet({ title, author, language, madeAt }: PdfDocument): Sheet {
  const made = new Date(madeAt);
  const doc = new PdfDocumentWithEscapedMetadata({
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    subset: pdfUa,
    tagged: true,
    lang: language,
    displayTitle: true,
    bufferPages: true,
    autoFirstPage: false,
    font: fontFiles.regular,
    info: {
      Title: title,
      ...(author ? { Author: author } : {}),
      Producer: 'Skute',
      Creator: 'Skute',
      CreationDate: made,
      ModDate: made,
    },
  });
  const root = doc.struct('Document');
  doc.addStructure(root);
  const sheet = { doc, type: typefaceOf(doc), root, y: 0, pages: 0, headingLevel: 1 };
  turnPage(sheet);
  return sheet;
}

export function turnPage(sheet: Sheet): void {
  if (sheet.pages === pdfLimits.pages) throw new CannotMakePdf('too-long');
  sheet.doc.addPage();
  sheet.pages += 1;
  sheet.y = paper.margin;
}

/** Points left on the page. */
export const room = (sheet: Sheet): number => bottom - sheet.y;

/** Space before what comes next, unless it comes first on its page. */
export function space(sheet: Sheet, height: number): void {
  if (sheet.y > paper.margin) sheet.y += height;
}

/** Turns the page unless there is room for so many points. */
export function need(sheet: Sheet, height: number): void {
  if (room(sheet) < height && sheet.y > paper.margin) turnPage(sheet);
}

/** A tag of the given kind in another, or in the document. */
export function tag(
  sheet: Sheet,
  kind: string,
  options: { readonly language?: string | undefined; readonly scope?: 'Column' | 'Row' } = {},
  parent: Element = sheet.root,
): Element {
  const { language, scope } = options;
  const element = sheet.doc.struct(kind, {
    ...(language ? { lang: language } : {}),
    ...(scope ? { scope } : {}),
  });
  parent.add(element);
  return element;
}

/** What is drawn for the eye only. */
export function decorate(doc: Pdf, draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
  doc.markContent('Artifact', { type });
  draw();
  doc.endMarkedContent();
}

export function rule(doc: Pdf, from: number, to: number, y: number, colour: string, width: number): void {
  decorate(doc, () => {
    doc.moveTo(from, y).lineTo(to, y).lineWidth(width).strokeColor(colour).stroke();
  });
}

/** The foot of every page, when it is known how many they are. */
export function drawFooters({ doc, type, pages }: Sheet, footerLine: string): void {
  const { size } = styles.footer;
  const put = (text: string, x: number): void => {
    setFace(doc, 'regular', size).fillColor(colours.subtle);
    doc.text(text, x, paper.footer, { lineBreak: false, baseline: 'alphabetic' });
  };
  const right = paper.width - paper.margin;
  for (let page = 0; page < pages; page += 1) {
    doc.switchToPage(page);
    const number = `${page + 1} / ${pages}`;
    const numberAt = right - type.measure(number, 'regular', size);
    const roomForLine = numberAt - paper.margin - 12;
    decorate(
      doc,
      () => {
        put(shortened(type, footerLine, size, roomForLine), paper.margin);
        put(number, numberAt);
      },
      'Pagination',
    );
  }
}

function shortened(type: Typeface, text: string, size: number, width: number): string {
  const line = type.covered(text.replaceAll('\n', ' '));
  const fits = (part: string): boolean => type.measure(part, 'regular', size) <= width;
  if (fits(line)) return line;
  const words = line.split(' ');
  while (words.length > 1 && !fits(`${words.join(' ')} …`)) words.pop();
  return fits(`${words.join(' ')} …`) ? `${words.join(' ')} …` : '';
}
