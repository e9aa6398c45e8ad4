/** One tag of an SVG, with where it begins. */
export interface SvgTag {
  readonly kind: 'open' | 'close' | 'alone';
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly line: number;
}

export type SvgPart =
  | SvgTag
  | { readonly kind: 'text'; readonly found: string; readonly line: number }
  | { readonly kind: 'wrong'; readonly found: string; readonly line: number };

/**
 * Splits an SVG into tags and text. Stricter than XML: what it does not know (doctype, entities, processing
 * instructions, CDATA) is `wrong`, because that is where parsers differ and where tricks live.
 */
export function* svgParts(source: string): Generator<SvgPart> {
  const text = source
    .replace(/^\uFEFF/, '')
    .replace(/^\s*<\?xml [^<>]*\?>/, (declaration) => declaration.replace(/[^\n]/g, ' '));
  const pattern =
    /<!--(?:(?!--)[\s\S])*-->|<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|<|[^<]+/g;
  let line = 1;
  for (const match of text.matchAll(pattern)) {
    const part = partOf(match, line);
    if (part !== undefined) yield part;
    if (part?.kind === 'wrong') return;
    line += match[0].split('\n').length - 1;
  }
}

function partOf(match: RegExpExecArray, line: number): SvgPart | undefined {
  const [whole, slash, name, attributes = '', end] = match;
  if (name !== undefined) {
    if (slash === '/')
      return attributes === '' && end === ''
        ? { kind: 'close', name, attributes: [], line }
        : wrong(whole, line);
    return { kind: end === '/' ? 'alone' : 'open', name, attributes: attributesOf(attributes), line };
  }
  if (whole.startsWith('<!--')) return undefined;
  if (whole === '<') return wrong(match.input.slice(match.index, match.index + 30), line);
  const lead = /^\s*/.exec(whole)?.[0] ?? '';
  return whole.trim() === ''
    ? undefined
    : { kind: 'text', found: whole.trim(), line: line + lead.split('\n').length - 1 };
}

function wrong(found: string, line: number): SvgPart {
  return { kind: 'wrong', found: found.split('\n')[0] ?? '', line };
}

function attributesOf(text: string): [string, string][] {
  const found = text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return [...found].map(([, name = '', double, single]) => [name, double ?? single ?? '']);
}
