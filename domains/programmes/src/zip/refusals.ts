/** Why a zip was not read. Shown to the person who tried to import it. */
export interface CannotReadZip {
  readonly kind: 'cannot-read-zip';
  readonly because: ZipFault;
  /** A plain sentence. Names from the zip stand in it only with their odd characters replaced. */
  readonly message: string;
  /** The most memory that the reading process took, where it lived to say so. */
  readonly peakBytes?: number;
}

export type ZipFault =
  | 'not-a-zip'
  | 'too-large'
  | 'too-many-files'
  | 'unsafe-name'
  | 'file-not-allowed'
  | 'same-name-twice'
  | 'not-a-plain-file'
  | 'encrypted'
  | 'unknown-compression'
  | 'file-too-large'
  | 'compressed-too-much'
  | 'size-is-wrong'
  | 'damaged'
  | 'wrong-type'
  | 'content-hash-missing'
  | 'content-hash-differs'
  | 'took-too-long'
  | 'reader-failed';

/** Thrown inside the reading process only; outside it, a refusal is a value. */
export class ZipRefused extends Error {
  readonly because: ZipFault;

  constructor(because: ZipFault, message: string) {
    super(message);
    this.because = because;
  }
}

/** A name from a stranger, fit to be shown: printable ASCII, at most 60 characters. */
export function shownName(name: string): string {
  const printable = name.replace(/[^\x20-\x7e]/g, '?');
  return `"${printable.length > 60 ? `${printable.slice(0, 57)}...` : printable}"`;
}

export function cannotRead(because: ZipFault, message: string, peakBytes?: number): CannotReadZip {
  return { kind: 'cannot-read-zip', because, message, ...(peakBytes === undefined ? {} : { peakBytes }) };
}
