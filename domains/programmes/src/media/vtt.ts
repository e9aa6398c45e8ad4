import type { Report } from '../problems.ts';

/**
 * A basic check of captions: https://www.w3.org/TR/webvtt1/#file-structure.
 * Browsers drop a broken cue silently, so the patient would miss words without anybody noticing.
 */
export function checkVtt(file: string, text: string, report: Report): void {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  if (!/^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '')) {
    report(
      'vtt-syntax',
      { file, line: 1 },
      'The first line is not WEBVTT; expected the captions to begin with it.',
    );
    return;
  }
  let previousStart = 0;
  let cues = 0;
  for (const { first, lines: block } of blocksAfterHeader(lines)) {
    const cue = cueOf(file, first, block, report);
    if (cue === undefined) continue;
    cues += 1;
    if (cue.end <= cue.start) {
      report(
        'vtt-order',
        { file, line: cue.line },
        'The caption ends before it begins; expected a later end.',
      );
    } else if (cue.start < previousStart) {
      report(
        'vtt-order',
        { file, line: cue.line },
        'The caption begins before the one above it; expected them in order of time.',
      );
    }
    previousStart = Math.max(previousStart, cue.start);
  }
  if (cues === 0) report('vtt-syntax', { file, line: 1 }, 'Found no captions; expected at least one.');
}

interface TextBlock {
  readonly first: number;
  readonly lines: readonly string[];
}

interface Cue {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

function blocksAfterHeader(lines: readonly string[]): TextBlock[] {
  const blocks: TextBlock[] = [];
  let start: number | undefined;
  for (let index = 1; index <= lines.length; index += 1) {
    const empty = (lines[index] ?? '') === '';
    if (!empty && start === undefined) start = index;
    if (empty && start !== undefined) {
      blocks.push({ first: start + 1, lines: lines.slice(start, index) });
      start = undefined;
    }
  }
  // Lines straight under WEBVTT belong to the header.
  return blocks.filter((block) => block.first > 2);
}

function cueOf(file: string, first: number, block: readonly string[], report: Report): Cue | undefined {
  const opening = block[0] ?? '';
  if (/^NOTE(?:\s|$)/.test(opening)) return undefined;
  if (/^(?:STYLE|REGION)\s*$/.test(opening)) {
    report('vtt-syntax', { file, line: first }, `Found a ${opening.trim()} block; expected captions only.`);
    return undefined;
  }
  const at = block.findIndex((line) => line.includes('-->'));
  const line = first + Math.max(at, 0);
  const times =
    /^((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})[ \t]+-->[ \t]+((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})(?:[ \t]+\S.*)?$/.exec(
      block[at] ?? '',
    );
  if (times === null || at > 1) {
    report(
      'vtt-syntax',
      { file, line },
      'Found no time line; expected one such as 00:01.000 --> 00:04.500 above the words.',
    );
    return undefined;
  }
  const words = block.slice(at + 1).join(' ');
  if (words.trim() === '') report('vtt-syntax', { file, line }, 'The caption has no words.');
  const tag = /<(?!\/?[biuv]\b|\/?c\b)[^>]*>?/.exec(words)?.[0];
  if (tag !== undefined)
    report('vtt-syntax', { file, line }, `Found ${tag.slice(0, 30)} in the caption; expected words only.`);
  return { start: secondsOf(times[1] ?? ''), end: secondsOf(times[2] ?? ''), line };
}

function secondsOf(time: string): number {
  return time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}
