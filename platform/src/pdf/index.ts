/** PDFs from plain data: tagged, with fonts embedded, made in a worker. */
import type { PdfDocument } from './document.ts';
import { openPdfMaker, type PdfMaker } from './maker.ts';

let shared: PdfMaker | undefined;

/**
 * At most 200 pages of A4, within 10 s of a worker's time; two are made at once and 20 may wait.
 * Rejects with `CannotMakePdf`.
 */
export function makePdf(document: PdfDocument): Promise<Uint8Array> {
  shared ??= openPdfMaker();
  return shared.makePdf(document);
}

/** Workers keep no process alive; this is for who wants them gone at once. */
export async function closePdfWorkers(): Promise<void> {
  await shared?.close();
  shared = undefined;
}

export { CannotMakePdf, type CannotMakePdfKind } from './cannot-make-pdf.ts';
export type {
  PdfBlock,
  PdfColumn,
  PdfDocument,
  PdfFacts,
  PdfFigure,
  PdfHeading,
  PdfLabel,
  PdfList,
  PdfNote,
  PdfPageBreak,
  PdfParagraph,
  PdfPath,
  PdfRun,
  PdfShape,
  PdfSignature,
  PdfTable,
  PdfText,
} from './document.ts';
export { pdfLimits } from './limits.ts';
export { openPdfMaker, type PdfMaker, type PdfMakerOptions } from './maker.ts';
