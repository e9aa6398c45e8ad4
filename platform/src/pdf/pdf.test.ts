import { afterAll, describe, expect, test } from 'vitest';
import { aDocument, longWord } from './an-example.ts';
import { openPdfMaker, type PdfBlock, type PdfDocument } from './index.ts';
import { readPdf, type ReadPdf, type Tag } from './reading/read-pdf.ts';

/** Time is not what is tested here, and other tests want the machine too. */
const { makePdf, close } = openPdfMaker({ limitMs: 60_000 });
afterAll(close);

const made = async (changes: Partial<PdfDocument> = {}): Promise<ReadPdf> =>
  readPdf(await makePdf(aDocument(changes)));
const withBlocks = async (...blocks: PdfBlock[]): Promise<ReadPdf> => made({ blocks, headerLines: [] });

const find = (tag: Tag, kind: string): Tag[] => [
  ...(tag.kind === kind ? [tag] : []),
  ...tag.children.flatMap((child) => find(child, kind)),
];
const texts = (pdf: ReadPdf, kind: string): string[] => find(pdf.root, kind).map(({ text }) => text);
const all = (tag: Tag): string => [tag.text, ...tag.children.map(all)].join('');

describe('a PDF', () => {
  test('says in its bytes that it is tagged, in which language, and that it is PDF/UA-1', async () => {
    const bytes = Buffer.from(await makePdf(aDocument())).toString('latin1');
    expect(bytes).toMatch(/^%PDF-1\.7/);
    for (const part of [
      '/StructTreeRoot',
      '/MarkInfo',
      '/Marked true',
      '/Lang (nb-NO)',
      '/DisplayDocTitle true',
    ]) {
      expect(bytes).toContain(part);
    }
    expect(bytes).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  test('has title, dates and nothing of ours in its metadata', async () => {
    const { info, metadata } = await made({ title: 'Fisk & <skip>' });
    expect(info).toEqual({
      Title: 'Fisk & <skip>',
      Producer: 'Skute',
      Creator: 'Skute',
      CreationDate: 'D:20260302120000Z',
      ModDate: 'D:20260302120000Z',
    });
    expect(metadata).toContain('>Fisk &amp; &lt;skip&gt;</rdf:li>');
  });

  test('embeds regular, bold and italic', async () => {
    expect((await made()).fonts).toEqual(['NotoSans-Bold', 'NotoSans-Italic', 'NotoSans-Regular']);
  });

  test('is the same bytes when the document is the same', async () => {
    const [first, second] = await Promise.all([makePdf(aDocument()), makePdf(aDocument())]);
    expect(Buffer.compare(Buffer.from(first), Buffer.from(second))).toBe(0);
  });

  test('is read by its tags in the order it is written, in Norwegian, Swedish and Ukrainian', async () => {
    const { root } = await made();
    expect(root.children.map(({ kind }) => kind)).toEqual(
      'P P H1 L H2 P Figure P H3 L L Div P P Table P P P'.split(' '),
    );
    const words = all(root);
    expect(words).toContain('Farten gikk opp fra 4 til 6 knop. Det er en forskjell');
    expect(words).toContain('höststormarna börjar');
    expect(words).toContain('ґанок, їжак, єдність, щастя');
    expect(find(root, 'P').flatMap(({ language }) => language ?? [])).toEqual(['sv', 'uk']);
    expect(find(root, 'Figure')[0]?.alt).toBe(
      'Linje som stiger fra 4 knop i september til 6 knop i februar.',
    );
  });

  test('has a footer with the number of every page, for the eye only', async () => {
    const { artifacts, root } = await made();
    expect(artifacts.map((text) => text.trimEnd().split('\n').slice(-2))).toEqual(
      [1, 2, 3, 4].map((page) => ['Havneklinikken · laget 2. mars 2026', `${page} / 4`]),
    );
    expect(all(root)).not.toContain('laget 2. mars');
  });
});

describe('text', () => {
  test('that cannot be printed is left out, and what the font lacks is said with what it has', async () => {
    const text = 'a\ud800b\u0000c\u202ed\u200be\u00adf\ufffeg\th \u{1f6a4} å ↓ ≤ 3';
    const pdf = await withBlocks({ kind: 'paragraph', text });
    expect(texts(pdf, 'P')).toEqual(['abcdefg h \ufffd å <= 3']);
  });

  test('of one very long word is broken, and nothing of it is lost', async () => {
    const word = longWord.repeat(20);
    const pdf = await withBlocks({ kind: 'paragraph', text: word }, table([[word, 'b']]));
    expect(texts(pdf, 'P')).toEqual([word]);
    expect(texts(pdf, 'TD')).toEqual([word, 'b']);
  });

  test('over several pages is one paragraph', async () => {
    const text = Array.from({ length: 2000 }, (_, index) => `ord${index}`).join(' ');
    const pdf = await withBlocks({ kind: 'paragraph', text });
    expect(pdf.pageCount).toBeGreaterThan(2);
    expect(texts(pdf, 'P')).toEqual([text]);
  });

  test('of a heading under the title never skips a level in the tags', async () => {
    const pdf = await withBlocks(
      { kind: 'heading', level: 3, text: 'først' },
      { kind: 'heading', level: 3, text: 'så' },
      { kind: 'heading', level: 2, text: 'sist' },
    );
    expect(pdf.root.children.map(({ kind }) => kind)).toEqual(['H1', 'H2', 'H3', 'H2']);
  });
});

describe('a table', () => {
  test('over many pages has its headers once in the tags, and on every page for the eye', async () => {
    const rows = Array.from({ length: 300 }, (_, index) => [`rad ${index}`, 'b']);
    const pdf = await withBlocks(table(rows));
    expect(find(pdf.root, 'TH').map(({ text, scope }) => [text, scope])).toEqual([
      ['Første', 'Column'],
      ['Andre', 'Column'],
    ]);
    expect(texts(pdf, 'TD').filter((_, index) => index % 2 === 0)).toEqual(rows.map(([first]) => first));
    expect(pdf.artifacts.slice(1).every((text) => text.startsWith('Første\nAndre\n'))).toBe(true);
  });

  test('with a row longer than a page goes on with it, cell by cell', async () => {
    const long = Array.from({ length: 900 }, (_, index) => `ord${index}`).join(' ');
    const pdf = await withBlocks(
      table([
        [long, 'kort'],
        ['a', long],
      ]),
    );
    expect(texts(pdf, 'TD')).toEqual([long, 'kort', 'a', long]);
    expect(find(pdf.root, 'TR')).toHaveLength(3);
  });
});

function table(rows: readonly (readonly string[])[]): PdfBlock {
  return { kind: 'table', columns: [{ header: 'Første' }, { header: 'Andre', align: 'right' }], rows };
}
