import type { RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { Block, BoxKind } from '../programme.ts';
import { inlinesOf, plainText } from './inlines.ts';
import { lineOf, placeOf, type Reading } from './reading.ts';

const boxes: readonly string[] = ['fact', 'try', 'care', 'recipe', 'foods', 'more'] satisfies BoxKind[];

const attributesOf: Record<string, readonly string[]> = {
  picture: ['src'],
  film: ['src'],
  breathing: ['in', 'out', 'rounds'],
};

/** `::picture`, `::film` and `::breathing`. */
export function leafOf(node: LeafDirective, reading: Reading): Block[] {
  const allowed = attributesOf[node.name];
  if (allowed === undefined) return unknownDirective(node, reading);
  if (node.children.length > 0) {
    reading.report(
      'directive-attribute',
      placeOf(reading, node),
      `Found words in [ ] after ::${node.name}; expected none.`,
    );
  }
  reportAttributes(node, allowed, reading);
  if (node.name === 'breathing') return breathingOf(node, reading);
  return node.name === 'picture' ? pictureOf(node, reading) : filmOf(node, reading);
}

/** The boxes: `:::fact[Title]` … `:::`. */
export function containerOf(
  node: ContainerDirective,
  reading: Reading,
  inside: (children: readonly RootContent[]) => Block[],
): Block[] {
  if (!isBox(node.name)) {
    unknownDirective(node, reading);
    return inside(node.children);
  }
  reportAttributes(node, [], reading);
  reportUnclosed(node, reading);
  const [first, ...rest] = node.children;
  const label = first?.type === 'paragraph' && first.data?.directiveLabel === true ? first : undefined;
  const title = label === undefined ? '' : plainText(inlinesOf(label.children, reading)).trim();
  if (title === '') {
    const message = `Found :::${node.name} without a title; expected :::${node.name}[Title].`;
    reading.report('box-title-missing', placeOf(reading, node), message);
  }
  reading.pieces.push({ text: title, line: lineOf(reading, node), part: 'body' });
  return [{ kind: 'box', box: node.name, title, blocks: inside(label === undefined ? node.children : rest) }];
}

function pictureOf(node: LeafDirective, reading: Reading): Block[] {
  const file = node.attributes?.['src'] ?? '';
  if (!/^[a-z0-9-]{1,200}\.svg$/.test(file)) {
    const message = `Found src="${file.slice(0, 60)}"; expected the name of an SVG in media/, such as src="gut.svg".`;
    reading.report('directive-attribute', placeOf(reading, node), message);
    return [];
  }
  reading.references.push({ kind: 'picture', to: file, place: placeOf(reading, node) });
  return [{ kind: 'picture', file, alt: reading.media.alt(file, reading.language) }];
}

function filmOf(node: LeafDirective, reading: Reading): Block[] {
  const name = node.attributes?.['src'] ?? '';
  if (!/^[a-z0-9-]{1,200}$/.test(name)) {
    const message = `Found src="${name.slice(0, 60)}"; expected the name of a film in media/ without its ending, such as src="breathing".`;
    reading.report('directive-attribute', placeOf(reading, node), message);
    return [];
  }
  reading.references.push({ kind: 'film', to: name, place: placeOf(reading, node) });
  return [reading.media.film(name, reading.language)];
}

/** Seconds and rounds that a body can follow: slow enough to calm, short enough not to make anyone dizzy. */
const breathingRange: Record<string, readonly [least: number, most: number]> = {
  in: [2, 10],
  out: [2, 15],
  rounds: [1, 40],
};

function breathingOf(node: LeafDirective, reading: Reading): Block[] {
  const values = Object.entries(breathingRange).map(([name, [least, most]]) => {
    const written = node.attributes?.[name] ?? '';
    const value = Number(written);
    if (/^\d{1,2}$/.test(written) && value >= least && value <= most) return value;
    const message = `Found ${name}="${written.slice(0, 20)}"; expected a whole number from ${least} to ${most}.`;
    reading.report('directive-attribute', placeOf(reading, node), message);
    return undefined;
  });
  const [inSeconds, outSeconds, rounds] = values;
  if (inSeconds === undefined || outSeconds === undefined || rounds === undefined) return [];
  // The numbers are part of what the patient is told to do, so they are compared between languages like those in words.
  reading.pieces.push({
    text: '',
    line: lineOf(reading, node),
    part: 'body',
    numbers: [inSeconds, outSeconds, rounds],
  });
  return [{ kind: 'breathing', inSeconds, outSeconds, rounds }];
}

function unknownDirective(node: LeafDirective | ContainerDirective, reading: Reading): Block[] {
  const known =
    node.type === 'leafDirective'
      ? Object.keys(attributesOf).map((name) => `::${name}`)
      : boxes.map((box) => `:::${box}`);
  const marks = node.type === 'leafDirective' ? '::' : ':::';
  const message = `Found ${marks}${node.name.slice(0, 40)}; expected one of ${known.join(', ')}.`;
  reading.report('directive-unknown', placeOf(reading, node), message);
  return [];
}

function reportAttributes(
  node: LeafDirective | ContainerDirective,
  allowed: readonly string[],
  reading: Reading,
): void {
  for (const name of Object.keys(node.attributes ?? {})) {
    if (allowed.includes(name)) continue;
    const expected = allowed.length === 0 ? 'none' : allowed.join(', ');
    const message = `Found the attribute "${name.slice(0, 40)}" on ${node.name}; expected ${expected}.`;
    reading.report('directive-attribute', placeOf(reading, node), message);
  }
}

/** Markdown lets a box run to the end of the page when its last line is forgotten. */
function reportUnclosed(node: ContainerDirective, reading: Reading): void {
  const { start, end } = node.position ?? { start: { line: 1 }, end: { line: 1 } };
  const last = reading.lines[end.line - 1] ?? '';
  if (end.line > start.line && /^[\s>]*:{3,}\s*$/.test(last)) return;
  const message = `Found :::${node.name} without an end; expected a line with ::: after its text.`;
  reading.report('directive-unclosed', placeOf(reading, node), message);
}

function isBox(name: string): name is BoxKind {
  return boxes.includes(name);
}
