import type { Language, StepPage } from '../programme.ts';
import { pageFrontMatter } from '../package-schemas.ts';
import type { Place, Report } from '../problems.ts';
import { checkShape } from '../yaml/check-shape.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { parseMarkdown } from './parse-markdown.ts';
import type { MediaLookup, Reading, Reference, TextPiece } from './reading.ts';

/** A page as written, with what the checks need to know of it. */
export interface ReadPage {
  readonly file: string;
  readonly module: string;
  readonly page: StepPage;
  /** The first line of the body, for problems of the page as a whole. */
  readonly body: Place;
  readonly pieces: readonly TextPiece[];
  readonly references: readonly Reference[];
}

export interface PageFile {
  readonly file: string;
  readonly module: string;
  readonly step: string;
  readonly language: Language;
  readonly text: string;
}

/** Reads one step in one language. Without a usable title and summary there is no page to return, but its body is checked. */
export function parsePage(source: PageFile, media: MediaLookup, report: Report): ReadPage | undefined {
  const { file, language, step, module } = source;
  const { frontMatter, lines, linesBefore } = splitFrontMatter(source.text);
  const reading: Reading = { file, language, lines, linesBefore, media, report, pieces: [], references: [] };
  const heading = frontMatter === undefined ? undefined : readHeading(file, frontMatter, reading);
  const blocks = parseMarkdown(reading);
  if (frontMatter === undefined) {
    const message =
      'The page does not begin with its title and summary; expected them between two lines of ---.';
    report('front-matter-missing', { file, line: 1 }, message);
  }
  if (heading === undefined) return undefined;
  const page: StepPage = { stepId: step, language, ...heading, ...(blocks.length > 0 ? { blocks } : {}) };
  const body = { file, line: linesBefore + 1 };
  return { file, module, page, body, pieces: reading.pieces, references: reading.references };
}

/** Splits at the two lines of ---. Without them everything is body. */
export function splitFrontMatter(text: string): {
  frontMatter?: string;
  lines: string[];
  linesBefore: number;
} {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const end =
    lines[0]?.trimEnd() === '---'
      ? lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---')
      : -1;
  if (end < 0) return { lines, linesBefore: 0 };
  return { frontMatter: lines.slice(1, end).join('\n'), lines: lines.slice(end + 1), linesBefore: end + 1 };
}

function readHeading(
  file: string,
  frontMatter: string,
  reading: Reading,
): { title: string; summary: string } | undefined {
  const yaml = readYaml(file, frontMatter, reading.report, 1);
  const shaped = yaml === undefined ? undefined : checkShape(yaml, pageFrontMatter, reading.report);
  if (yaml === undefined || shaped === undefined) return undefined;
  for (const part of ['title', 'summary'] as const) {
    reading.pieces.push({ text: shaped.value[part], line: yaml.placeOf([part]).line ?? 1, part });
  }
  return shaped.value;
}
