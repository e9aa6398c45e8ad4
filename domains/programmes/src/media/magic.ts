import type { KnownFile } from '../known-files.ts';

/** What the first bytes say a file is, whatever its name says. Undefined when they agree with the name. */
export function wrongType(file: KnownFile, bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 64));
  if (file.kind === 'film')
    return filmType(start) === file.type ? undefined : (filmType(start) ?? typeInWords(start));
  if (file.kind === 'picture')
    return /^(?:\uFEFF)?\s*<(?:svg|\?xml|!--)/.test(start.toString('utf8')) ? undefined : typeInWords(start);
  if (file.kind === 'captions')
    return /^(?:\uFEFF)?WEBVTT/.test(start.toString('utf8')) ? undefined : typeInWords(start);
  return binaryType(start);
}

function filmType(start: Buffer): 'webm' | 'mp4' | undefined {
  // EBML header; its DocType tells WebM from Matroska. https://www.rfc-editor.org/rfc/rfc8794
  if (start.subarray(0, 4).equals(Buffer.from([0x1a, 0x45, 0xdf, 0xa3])))
    return start.includes('webm') ? 'webm' : undefined;
  // ISO base media file: the box `ftyp` comes first. ISO/IEC 14496-12, section 4.3.
  return start.subarray(4, 8).toString('latin1') === 'ftyp' ? 'mp4' : undefined;
}

const binarySigns: readonly (readonly [sign: string, name: string])[] = [
  ['504b', 'a zip'],
  ['1f8b', 'a gzip'],
  ['89504e47', 'a PNG'],
  ['ffd8ff', 'a JPEG'],
  ['25504446', 'a PDF'],
  ['4d5a', 'a program'],
  ['7f454c46', 'a program'],
  ['1a45dfa3', 'a Matroska film'],
];

function binaryType(start: Buffer): string | undefined {
  const hex = start.toString('hex');
  return binarySigns.find(([sign]) => hex.startsWith(sign))?.[1];
}

function typeInWords(start: Buffer): string {
  return filmType(start) ?? binaryType(start) ?? 'something else';
}
