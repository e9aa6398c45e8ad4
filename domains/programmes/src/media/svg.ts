import { palette } from '../palette.ts';
import type { ProblemCode, Report } from '../problems.ts';
import { svgParts, type SvgTag } from './svg-scan.ts';

/** What a drawing may be made of. An allowlist: script, foreignObject, style, animation and text are simply not on it. */
const elements = new Set(
  'svg g defs symbol use path rect circle ellipse line polyline polygon clipPath mask pattern marker linearGradient radialGradient stop'.split(
    ' ',
  ),
);
const textElements = new Set(['text', 'tspan', 'textPath', 'title', 'desc']);
const colourProperties = new Set(['fill', 'stroke', 'color', 'stop-color', 'flood-color', 'lighting-color']);
const filledShapes = new Set(['path', 'rect', 'circle', 'ellipse', 'polygon', 'polyline']);
/** Inside these, nothing is drawn where it stands, so the fill may come from where it is used. */
const stores = new Set(['defs', 'symbol', 'clipPath', 'mask', 'pattern', 'marker']);
const prefixed = new Set(['xmlns:xlink', 'xlink:href', 'xml:space']);

type Find = (code: ProblemCode, line: number, message: string) => void;

interface OpenElement {
  readonly name: string;
  readonly fillKnown: boolean;
}

/** Checks one drawing against the rules of docs/programme-format.md, section "Pictures". */
export function checkSvg(file: string, source: string, report: Report): void {
  const find: Find = (code, line, message) => report(code, { file, line }, message);
  const open: OpenElement[] = [];
  let roots = 0;
  for (const part of svgParts(source)) {
    if (part.kind === 'wrong') {
      find(
        'svg-syntax',
        part.line,
        `Found "${part.found.slice(0, 40)}"; expected plain tags with quoted attributes and no doctype or entity.`,
      );
      return;
    }
    if (part.kind === 'text') {
      find(
        'svg-text',
        part.line,
        `Found the words "${part.found.slice(0, 40)}"; expected none: words stand beside the picture.`,
      );
      continue;
    }
    if (part.kind === 'close') {
      if (open.pop()?.name === part.name) continue;
      find('svg-syntax', part.line, `Found </${part.name}> where it closes nothing.`);
      return;
    }
    if (open.length === 0) {
      roots += 1;
      checkRoot(part, roots, find);
    }
    const fillKnown = checkTag(part, open, find);
    if (part.kind === 'open') open.push({ name: part.name, fillKnown });
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) find('svg-syntax', 1, `Found <${unclosed.name}> without its end.`);
  if (roots === 0) find('svg-syntax', 1, 'Found no <svg>; expected a drawing.');
}

function checkRoot(tag: SvgTag, roots: number, find: Find): void {
  if (tag.name !== 'svg' || roots > 1) {
    find(
      'svg-syntax',
      tag.line,
      `Found <${tag.name.slice(0, 40)}> at the top; expected one <svg> round everything.`,
    );
    return;
  }
  const attributes = new Map(tag.attributes);
  if (attributes.get('xmlns') !== 'http://www.w3.org/2000/svg') {
    find(
      'svg-syntax',
      tag.line,
      'The <svg> lacks xmlns="http://www.w3.org/2000/svg"; without it no browser shows the file.',
    );
  }
  if (!/^\s*-?[\d.]+(?:[\s,]+-?[\d.]+){3}\s*$/.test(attributes.get('viewBox') ?? '')) {
    find(
      'svg-size',
      tag.line,
      'The <svg> lacks a viewBox of four numbers; expected one, such as viewBox="0 0 320 200".',
    );
  }
  if (attributes.has('width') || attributes.has('height')) {
    find(
      'svg-size',
      tag.line,
      'The <svg> has a fixed width or height; expected only a viewBox, so that it fits every screen.',
    );
  }
}

/** Returns whether the fill of what stands inside is known. */
function checkTag(tag: SvgTag, open: readonly OpenElement[], find: Find): boolean {
  if (textElements.has(tag.name)) {
    find(
      'svg-text',
      tag.line,
      `Found <${tag.name}>; expected no words in a picture: they stand beside it, where they can be translated.`,
    );
  } else if (!elements.has(tag.name)) {
    find(
      'svg-element',
      tag.line,
      `Found <${tag.name.slice(0, 40)}>; expected only ${[...elements].join(', ')}.`,
    );
  }
  for (const [name, value] of tag.attributes) checkAttribute(tag, name, value, find);
  const declarations = new Map([...tag.attributes, ...declarationsOf(tag)]);
  const fillKnown = declarations.has('fill') || (open.at(-1)?.fillKnown ?? false) || stores.has(tag.name);
  if (filledShapes.has(tag.name) && !fillKnown) {
    find(
      'svg-colour',
      tag.line,
      `The <${tag.name}> has no fill, so it is drawn black; expected fill="none" or one of the palette.`,
    );
  }
  return fillKnown;
}

function checkAttribute(tag: SvgTag, name: string, value: string, find: Find): void {
  if (/^on/i.test(name) || (name.includes(':') && !prefixed.has(name))) {
    find(
      'svg-attribute',
      tag.line,
      `Found the attribute ${name.slice(0, 40)} on <${tag.name}>; expected none of its kind.`,
    );
  }
  if (/[&\\@]/.test(value)) {
    find(
      'svg-attribute',
      tag.line,
      `Found an entity, backslash or @ in ${name.slice(0, 40)}; expected a plain value.`,
    );
  }
  const reference = outsideReference(name, value);
  if (reference !== undefined) {
    const found = reference.slice(0, 60);
    find(
      'svg-reference',
      tag.line,
      `Found a reference to "${found}"; expected one inside the drawing, such as #shape.`,
    );
  }
  if (colourProperties.has(name)) checkColour(tag, name, value, find);
  if (name === 'style')
    for (const [property, each] of declarationsOf(tag)) checkDeclaration(tag, property, each, find);
}

function checkDeclaration(tag: SvgTag, property: string, value: string, find: Find): void {
  if (property.startsWith('--'))
    find(
      'svg-colour',
      tag.line,
      `Found ${property.slice(0, 40)} set in the drawing; expected the palette as it is.`,
    );
  if (colourProperties.has(property)) checkColour(tag, property, value, find);
}

function outsideReference(name: string, value: string): string | undefined {
  if ((name === 'href' || name === 'xlink:href') && !/^#[\w-]+$/.test(value)) return value;
  if (name === 'xmlns') return value === 'http://www.w3.org/2000/svg' ? undefined : value;
  if (name === 'xmlns:xlink') return value === 'http://www.w3.org/1999/xlink' ? undefined : value;
  const calls = [...value.matchAll(/(?:url|image|src|image-set)\s*\(([^)]*)/gi)].map(([, inside = '']) =>
    inside.trim(),
  );
  return calls.find((inside) => !/^["']?#[\w-]+["']?$/.test(inside));
}

function checkColour(tag: SvgTag, property: string, value: string, find: Find): void {
  const colour = value.trim();
  if (/^(?:none|inherit|transparent|url\(\s*#[\w-]+\s*\))$/.test(colour)) return;
  const [, name = '', fallback = ''] = /^var\(\s*--([\w-]+)\s*,\s*(#[0-9a-fA-F]{6})\s*\)$/.exec(colour) ?? [];
  const known = Object.entries(palette).find(([each]) => each === name)?.[1];
  if (known !== undefined && known.day === fallback.toUpperCase()) return;
  const expected =
    known === undefined ? 'one of the palette, such as var(--ink, #1F2D35)' : `var(--${name}, ${known.day})`;
  find(
    'svg-colour',
    tag.line,
    `Found ${property}="${colour.slice(0, 40)}" on <${tag.name}>; expected ${expected}.`,
  );
}

function declarationsOf(tag: SvgTag): [string, string][] {
  const style = tag.attributes.find(([name]) => name === 'style')?.[1] ?? '';
  return style.split(';').flatMap((each): [string, string][] => {
    const colon = each.indexOf(':');
    return colon < 0 ? [] : [[each.slice(0, colon).trim().toLowerCase(), each.slice(colon + 1).trim()]];
  });
}
