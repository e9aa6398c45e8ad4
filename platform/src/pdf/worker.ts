/** Makes one PDF at a time, away from the thread that answers requests. */
import { parentPort } from 'node:worker_threads';
import { CannotMakePdf, type CannotMakePdfKind } from './cannot-make-pdf.ts';
import type { PdfDocument } from './document.ts';
import { renderPdf } from './render.ts';

export type WorkerReply =
  | { readonly bytes: Uint8Array<ArrayBuffer> }
  /** @property place Where in the code, without words of the document. */
  | { readonly kind: CannotMakePdfKind; readonly place?: string };

parentPort?.on('message', (document: PdfDocument) => {
  renderPdf(document).then(
    (bytes) => parentPort?.postMessage({ bytes } satisfies WorkerReply, [bytes.buffer]),
    (error: unknown) => parentPort?.postMessage(refusal(error)),
  );
});

function refusal(error: unknown): WorkerReply {
  if (error instanceof CannotMakePdf) return { kind: error.kind };
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const place = stack.split('\n').find((line) => line.startsWith('    at '));
  return { kind: 'failed', ...(place ? { place: place.trim() } : {}) };
}
