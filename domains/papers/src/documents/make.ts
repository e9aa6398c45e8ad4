import type { Refusal } from '@skute/access';
import { CannotMakePdf, makePdf, type PdfDocument } from '@skute/platform/pdf';
import type { Pdf } from '../contract.ts';
import { refuse } from '../refusals.ts';

/** What becomes of a document: its bytes, or why there are none now. */
export async function makeOrRefuse(document: PdfDocument): Promise<Uint8Array | Refusal> {
  try {
    return await makePdf(document);
  } catch (problem) {
    if (!(problem instanceof CannotMakePdf)) throw problem;
    switch (problem.kind) {
      case 'too-large':
      case 'too-long':
        return refuse('too-long');
      case 'too-busy':
      case 'took-too-long':
      case 'stopped':
        return refuse('pdf-not-made');
      case 'malformed':
      case 'failed':
        throw problem;
    }
  }
}

export function isRefused(made: Uint8Array | Refusal): made is Refusal {
  return 'refused' in made;
}

/** The name says nothing of what is in it: it is seen in lists of downloads. */
export function pdfReply(bytes: Uint8Array, on: string): Pdf {
  return {
    contentType: 'application/pdf',
    fileName: `dokument-${on}.pdf`,
    base64: Buffer.from(bytes).toString('base64'),
    pages: pagesIn(bytes),
  };
}

/** As the catalogue of pages says; we write it uncompressed. */
function pagesIn(bytes: Uint8Array): number {
  const source = Buffer.from(bytes).toString('latin1');
  return Number(/\/Type \/Pages\s+\/Count (\d+)/.exec(source)?.[1] ?? 0);
}
