/** A file as a reply carries it. */
export interface CarriedFile {
  readonly base64: string;
  readonly contentType: string;
  readonly fileName: string;
}

/** Hands a file to the browser to keep. */
export function saveFile({ base64, contentType, fileName }: CarriedFile): void {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: contentType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser has begun by then; the address would keep the file in memory.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
