import type { RootContent } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { directive } from 'micromark-extension-directive';
import type { Block } from '../programme.ts';
import { blocksOf } from './blocks.ts';
import type { Reading } from './reading.ts';

/** Markdown to our own blocks. Whatever format 1 does not have is reported and left out; nothing reaches a screen as HTML. */
export function parseMarkdown(reading: Reading): Block[] {
  const tangled = tangledLine(reading.lines);
  if (tangled !== undefined) {
    const place = { file: reading.file, line: tangled + reading.linesBefore };
    reading.report('nesting-too-deep', place, 'Found boxes, quotes or lists nested too deep to be read.');
    return [];
  }
  return blocksOf(tree(reading.lines.join('\n')), reading);
}

/** Text directives (`:name`) are left out of the grammar, so that a colon in a sentence is only a colon. */
function tree(text: string): RootContent[] {
  const { flow } = directive();
  return fromMarkdown(text, {
    extensions: [flow === undefined ? {} : { flow }],
    mdastExtensions: [directiveFromMarkdown()],
  }).children;
}

/**
 * The Markdown parser takes minutes over thousands of boxes or quotes inside each other.
 * No real page comes near these numbers, so such a text is not parsed at all.
 */
function tangledLine(lines: readonly string[]): number | undefined {
  let fences = 0;
  for (const [index, line] of lines.entries()) {
    if (/^\s*:::/.test(line)) fences += 1;
    if (fences > 120 || /^(?:\s*>){9}/.test(line) || /^\s{40}/.test(line) || line.length > 8000)
      return index + 1;
  }
  return undefined;
}
