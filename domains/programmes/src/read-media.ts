import { sha256 } from './content-hash.ts';
import { type KnownFile, knownFile } from './known-files.ts';
import { parseMarkdown } from './markdown/parse-markdown.ts';
import { splitFrontMatter } from './markdown/parse-page.ts';
import type { Film, MediaLookup, Reading, Reference, TextPiece } from './markdown/reading.ts';
import { wrongType } from './media/magic.ts';
import { checkSvg } from './media/svg.ts';
import { checkVtt } from './media/vtt.ts';
import type { PackageFiles } from './package-files.ts';
import type { Block, Language, Texts } from './programme.ts';
import type { Report } from './problems.ts';
import { readText } from './read-text.ts';

/** A picture, film or caption file, as stored and served under its name. */
export interface MediaFile {
  readonly file: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** What is said and shown in a film, in words. */
export interface ReadTranscript {
  readonly file: string;
  readonly name: string;
  readonly language: Language;
  readonly blocks: readonly Block[];
  readonly pieces: readonly TextPiece[];
  readonly references: readonly Reference[];
}

/** Media files whose first bytes are what their names say. The others are reported and left out. */
export function readMedia(files: PackageFiles, report: Report): MediaFile[] {
  return [...files].flatMap(([path, bytes]): MediaFile[] => {
    const known = knownFile(path);
    const contentType = known === undefined ? undefined : contentTypeOf(known);
    if (known === undefined || contentType === undefined) return [];
    const actual = wrongType(known, bytes);
    if (actual !== undefined) {
      report(
        'media-wrong-type',
        { file: path },
        `The file is ${actual}, whatever its name says; expected ${contentType}.`,
      );
      return [];
    }
    const text = known.kind === 'film' ? undefined : readText(files, path, report);
    if (known.kind === 'picture' && text !== undefined) checkSvg(path, text, report);
    if (known.kind === 'captions' && text !== undefined) checkVtt(path, text, report);
    return [{ file: path.slice('media/'.length), contentType, bytes, sha256: sha256(bytes) }];
  });
}

export function readTranscripts(files: PackageFiles, report: Report): ReadTranscript[] {
  return [...files.keys()].flatMap((path): ReadTranscript[] => {
    const known = knownFile(path);
    if (known?.kind !== 'transcript') return [];
    const { lines, linesBefore } = splitFrontMatter(readText(files, path, report) ?? '');
    const reading: Reading = {
      file: path,
      language: known.language,
      lines,
      linesBefore,
      media: noMedia,
      report,
      pieces: [],
      references: [],
    };
    const blocks = parseMarkdown(reading);
    for (const { kind, place } of reading.references) {
      if (kind !== 'step')
        report('markdown-not-allowed', place, `Found a ${kind} in a transcript; expected words only.`);
    }
    const { pieces } = reading;
    const references = reading.references.filter(({ kind }) => kind === 'step');
    return [{ file: path, name: known.name, language: known.language, blocks, pieces, references }];
  });
}

/** What pages may say of media: words from texts/<language>.yaml, and a film's files by their names. */
export function mediaLookup(
  files: PackageFiles,
  texts: Partial<Record<Language, Texts>>,
  transcripts: readonly ReadTranscript[],
): MediaLookup {
  const words = (file: string, language: Language) => texts[language]?.media[file];
  const transcriptOf = (name: string, language: Language) =>
    transcripts.find((each) => each.name === name && each.language === language)?.blocks ?? [];
  return {
    alt: (file, language) => words(file, language)?.alt ?? '',
    film: (name, language): Film => ({
      kind: 'film',
      title: words(`${name}.webm`, language)?.title ?? '',
      alt: words(`${name}.webm`, language)?.alt ?? '',
      sources: [
        { file: `${name}.webm`, type: 'video/webm' },
        { file: `${name}.mp4`, type: 'video/mp4' },
      ],
      captions: `${name}.${language}.vtt`,
      ...(files.has(`media/${posterOf(name)}`) ? { poster: posterOf(name) } : {}),
      transcript: transcriptOf(name, language),
    }),
  };
}

/** What a film shows before it is started. */
export function posterOf(film: string): string {
  return `${film}-poster.svg`;
}

const noMedia: MediaLookup = mediaLookup(new Map(), {}, []);

function contentTypeOf(file: KnownFile): string | undefined {
  if (file.kind === 'picture') return 'image/svg+xml';
  if (file.kind === 'film') return file.type === 'webm' ? 'video/webm' : 'video/mp4';
  return file.kind === 'captions' ? 'text/vtt' : undefined;
}
