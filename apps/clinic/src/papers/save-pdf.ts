import type { Pdf } from '@skute/papers/contract';

/** Hands a PDF to the browser to keep. Its name says nothing of what is in it. */
export function savePdf({ base64, contentType, fileName }: Pdf): void {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: contentType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser has begun by then; the address would keep the paper in memory.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
