import type { List, RootContent } from 'mdast';
import type {} from 'mdast-util-directive';
import type { Block, Inline } from '../programme.ts';
import { containerOf, leafOf } from './directives.ts';
import { inlinesOf, plainText } from './inlines.ts';
import { lineOf, placeOf, type Reading } from './reading.ts';

/** Deep enough for a list in a list in a box in a box; a page that needs more is hard to read on a phone. */
const maximumDepth = 8;

export function blocksOf(nodes: readonly RootContent[], reading: Reading, depth = 0): Block[] {
  const first = nodes[0];
  if (depth > maximumDepth && first !== undefined) {
    reading.report(
      'nesting-too-deep',
      placeOf(reading, first),
      `Found more than ${maximumDepth} levels inside each other.`,
    );
    return [];
  }
  return nodes.flatMap((node) => blockOf(node, reading, depth));
}

function blockOf(node: RootContent, reading: Reading, depth: number): Block[] {
  switch (node.type) {
    case 'paragraph':
      return paragraphOf(node, reading);
    case 'heading':
      return headingOf(node, reading);
    case 'list':
      return [listOf(node, reading, depth)];
    case 'blockquote':
      return [{ kind: 'quote', blocks: blocksOf(node.children, reading, depth + 1) }];
    case 'leafDirective':
      return leafOf(node, reading);
    case 'containerDirective':
      return containerOf(node, reading, (children) => blocksOf(children, reading, depth + 1));
    case 'html':
      reading.report(
        'markdown-html',
        placeOf(reading, node),
        `Found HTML (${node.value.slice(0, 40)}); expected Markdown only.`,
      );
      return [];
    default:
      return notAllowed(node, reading);
  }
}

function paragraphOf(node: Extract<RootContent, { type: 'paragraph' }>, reading: Reading): Block[] {
  const text = inlinesOf(node.children, reading);
  addPiece(text, node, reading);
  reportBrokenDirectives(node, reading);
  return text.length === 0 ? [] : [{ kind: 'paragraph', text }];
}

/** A directive with a slip in it is a paragraph to Markdown, and the patient would see the colons. */
function reportBrokenDirectives(node: Extract<RootContent, { type: 'paragraph' }>, reading: Reading): void {
  const { start, end } = node.position ?? { start: { line: 0 }, end: { line: -1 } };
  for (let line = start.line; line <= end.line; line += 1) {
    const source = reading.lines[line - 1] ?? '';
    if (!/^\s*::/.test(source)) continue;
    const place = { file: reading.file, line: line + reading.linesBefore };
    const expected =
      'a directive alone on its line, such as ::picture{src="gut.svg"}, or a box between :::fact[Title] and :::';
    reading.report(
      'directive-broken',
      place,
      `Found "${source.trim().slice(0, 50)}", which is not a directive; expected ${expected}.`,
    );
  }
}

function headingOf(node: Extract<RootContent, { type: 'heading' }>, reading: Reading): Block[] {
  if (node.depth !== 2) {
    const found = '#'.repeat(node.depth);
    reading.report(
      'heading-level',
      placeOf(reading, node),
      `Found a heading with "${found}"; expected "##".`,
    );
  }
  const text = inlinesOf(node.children, reading);
  addPiece(text, node, reading);
  return [{ kind: 'heading', text }];
}

function listOf(node: List, reading: Reading, depth: number): Block {
  const items = node.children.map((item) => blocksOf(item.children, reading, depth + 1));
  return { kind: 'list', ordered: node.ordered === true, items };
}

function addPiece(text: readonly Inline[], node: RootContent, reading: Reading): void {
  reading.pieces.push({ text: plainText(text), line: lineOf(reading, node), part: 'body' });
}

const expectations: Partial<Record<RootContent['type'], string>> = {
  code: 'code (an indented or fenced block); expected a paragraph that begins at the margin',
  thematicBreak: 'a line across the page; expected a heading with "##"',
  definition: 'a link definition; expected [words](https://…) in the text',
};

function notAllowed(node: RootContent, reading: Reading): Block[] {
  const found = expectations[node.type] ?? `${node.type}; expected plain Markdown`;
  reading.report('markdown-not-allowed', placeOf(reading, node), `Found ${found}.`);
  return node.type === 'code' ? [{ kind: 'paragraph', text: [{ kind: 'text', value: node.value }] }] : [];
}
