/** Reads what we write, as a screen reader would: by the tags. For tests; it knows no more of PDF than they need. */
import { inflateSync } from 'node:zlib';
import { type Dictionary, parseValue, Reference, type Value } from './values.ts';

export interface Tag {
  readonly kind: string;
  readonly language?: string;
  readonly alt?: string;
  readonly scope?: string;
  /** Its own, without that of the tags in it. */
  readonly text: string;
  readonly children: readonly Tag[];
}

export interface ReadPdf {
  readonly catalog: Dictionary;
  readonly info: Dictionary;
  readonly metadata: string;
  readonly pageCount: number;
  /** What is drawn for the eye only, page by page. */
  readonly artifacts: readonly string[];
  readonly root: Tag;
  /** Names of the fonts, all embedded. */
  readonly fonts: readonly string[];
}

interface PdfFile {
  get(value: Value | undefined): Value;
  dictionary(value: Value | undefined): Dictionary;
  stream(value: Value | undefined): string;
}

export function readPdf(bytes: Uint8Array): ReadPdf {
  const source = Buffer.from(bytes).toString('latin1');
  const file = openFile(source);
  const trailer = parseValue(source.slice(source.lastIndexOf('trailer') + 7)) as Dictionary;
  const catalog = file.dictionary(trailer['Root']);
  const kids = file.dictionary(catalog['Pages'])['Kids'] as readonly Reference[];
  const pages = new Map(kids.map((page) => [page.id, readPage(file, page)]));
  const tree = file.dictionary(catalog['StructTreeRoot']);
  return {
    catalog: Object.fromEntries(Object.entries(catalog).map(([key, value]) => [key, file.get(value)])),
    info: Object.fromEntries(
      Object.entries(file.dictionary(trailer['Info'])).map(([key, value]) => [key, file.get(value)]),
    ),
    metadata: Buffer.from(file.stream(catalog['Metadata']), 'latin1').toString('utf8'),
    pageCount: kids.length,
    artifacts: [...pages.values()].map(({ artifact }) => artifact),
    root: readTag(file, (tree['K'] as readonly Value[])[0], pages),
    fonts: [...new Set([...pages.values()].flatMap(({ fonts }) => fonts))].toSorted(),
  };
}

function openFile(source: string): PdfFile {
  const starts = new Map(
    [...source.matchAll(/^(\d+) 0 obj$/gm)].map((match) => [Number(match[1]), match.index + match[0].length]),
  );
  const body = (id: number): string => {
    const start = starts.get(id);
    if (start === undefined) throw new Error(`no object ${id}`);
    return source.slice(start, source.indexOf('\nendobj', start));
  };
  const get = (value: Value | undefined): Value => {
    if (!(value instanceof Reference)) return value ?? null;
    const [text = ''] = body(value.id).split('\nstream\n');
    return parseValue(text);
  };
  const dictionary = (value: Value | undefined): Dictionary => get(value) as Dictionary;
  return {
    get,
    dictionary,
    stream(value) {
      const whole = body((value as Reference).id);
      const from = whole.indexOf('\nstream\n') + 8;
      const data = Buffer.from(whole.slice(from, whole.lastIndexOf('\nendstream')), 'latin1');
      return dictionary(value)['Filter'] === '/FlateDecode'
        ? inflateSync(data).toString('latin1')
        : data.toString('latin1');
    },
  };
}

interface ReadPage {
  /** By the number that tags call it by. */
  readonly marked: ReadonlyMap<number, string>;
  readonly artifact: string;
  readonly fonts: readonly string[];
}

function readPage(file: PdfFile, reference: Reference): ReadPage {
  const page = file.dictionary(reference);
  const resources = file.dictionary(page['Resources']);
  const fonts = Object.entries(file.dictionary(resources['Font'])).map(
    ([name, font]) => [name, file.dictionary(font)] as const,
  );
  const letters = new Map(fonts.map(([name, font]) => [name, lettersOf(file.stream(font['ToUnicode']))]));
  return {
    ...readContent(file.stream(page['Contents']), letters),
    fonts: fonts.map(([, font]) => {
      const inner = file.dictionary((file.get(font['DescendantFonts']) as readonly Value[])[0]);
      const embedded = file.dictionary(inner['FontDescriptor'])['FontFile2'];
      return `${word(font['BaseFont']).replace(/^\/[A-Z]+\+/, '')}${embedded ? '' : ' is not embedded'}`;
    }),
  };
}

const word = (value: Value | undefined): string => (typeof value === 'string' ? value : '');

type Letters = ReadonlyMap<string, string>;

/** The text of glyphs, from pdfkit's way to write `beginbfrange`: `<0000> <00ff> [<0041> <0042>]`. */
function lettersOf(map: string): Letters {
  return new Map(
    [...map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi)].flatMap(([, from = '', list = '']) =>
      [...list.matchAll(/<([0-9a-f ]*)>/gi)].map(
        ([, hex = ''], index) =>
          [
            (Number.parseInt(from, 16) + index).toString(16).padStart(4, '0'),
            Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
          ] as const,
      ),
    ),
  );
}

function readContent(content: string, fonts: ReadonlyMap<string, Letters>): Omit<ReadPage, 'fonts'> {
  const marked = new Map<number, string>();
  let artifact = '';
  let open: number | 'artifact' | 'nothing' = 'nothing';
  let letters: Letters = new Map();
  const instructions = /\/(\w+) (?:<<([^]*?)>> BDC|BMC)|^EMC$|^\/(\w+) [\d.]+ Tf$|^\[(.*)\] TJ$/gm;
  for (const [whole, mark, options = '', font, glyphs] of content.matchAll(instructions)) {
    if (mark) open = mark === 'Artifact' ? 'artifact' : Number(/\/MCID (\d+)/.exec(options)?.[1]);
    else if (whole === 'EMC') open = 'nothing';
    else if (font) letters = fonts.get(font) ?? new Map();
    else {
      const text = [...(glyphs ?? '').matchAll(/<([0-9a-f]*)>/g)]
        .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
        .map((glyph) => letters.get(glyph) ?? '\ufffd')
        .join('');
      if (open === 'artifact') artifact += `${text}\n`;
      else if (open === 'nothing') throw new Error('text without a tag');
      else marked.set(open, (marked.get(open) ?? '') + text);
    }
  }
  return { marked, artifact };
}

function readTag(file: PdfFile, value: Value | undefined, pages: ReadonlyMap<number, ReadPage>): Tag {
  const element = file.dictionary(value);
  const given = file.get(element['K']);
  const kids = (Array.isArray(given) ? given : [given]) as readonly Value[];
  const text = kids.map((kid) => {
    const place = typeof kid === 'number' ? { Pg: element['Pg'], MCID: kid } : (kid as Dictionary | null);
    if (!(place?.['Pg'] instanceof Reference)) return '';
    return pages.get(place['Pg'].id)?.marked.get(Number(place['MCID'])) ?? '';
  });
  const attributes = file.get(element['A']) as Dictionary | null;
  return {
    kind: word(element['S']).slice(1),
    ...(element['Lang'] ? { language: word(element['Lang']) } : {}),
    ...(element['Alt'] ? { alt: word(element['Alt']) } : {}),
    ...(attributes?.['Scope'] ? { scope: word(attributes['Scope']).slice(1) } : {}),
    text: text.join(''),
    children: kids.filter((kid) => kid instanceof Reference).map((kid) => readTag(file, kid, pages)),
  };
}
