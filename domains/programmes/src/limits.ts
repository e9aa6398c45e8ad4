/** What a package may at most hold. Stated for authors in docs/programme-format.md; generous next to a real programme. */
export const limits = {
  files: 500,
  /** programme.yaml, rules.yaml, measures.yaml, texts, pages, transcripts, captions, evidence and licence. Long input is slow to parse. */
  textBytes: 64 * 1024,
  formBytes: 1024 * 1024,
  svgBytes: 60 * 1024,
  filmBytes: 20 * 1024 * 1024,
  totalBytes: 60 * 1024 * 1024,
  wordsWarning: 300,
  wordsError: 600,
  lixPage: 40,
  lixMean: 35,
} as const;

/** "60 kB", "20 MB": sizes as an author sees them. */
export function sizeInWords(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${Math.ceil(bytes / (1024 * 1024))} MB` : `${Math.ceil(bytes / 1024)} kB`;
}
