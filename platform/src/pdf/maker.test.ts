import { describe, expect, test } from 'vitest';
import { aDocument } from './an-example.ts';
import { CannotMakePdf, type CannotMakePdfKind } from './cannot-make-pdf.ts';
import type { PdfBlock, PdfDocument, PdfFigure } from './document.ts';
import { openPdfMaker, type PdfMakerOptions } from './maker.ts';

const small = aDocument({ title: 'ok', blocks: [] });

/** Stands in for the real worker where that must misbehave: it does what the title says. */
const program = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    parentPort.on('message', ({ title }) => {
      if (title === 'crash') throw new Error('crashed on purpose');
      if (title === 'exit') process.exit(3);
      if (title === 'hang') for (;;);
      parentPort.postMessage({ bytes: new Uint8Array([1]) });
    });
  `)}`,
);

async function using(
  options: Partial<PdfMakerOptions>,
  act: (make: (title: string) => Promise<string>) => Promise<void>,
): Promise<void> {
  const maker = openPdfMaker({ program, workers: 1, ...options });
  try {
    await act((title) => outcome(maker.makePdf({ ...small, title })));
  } finally {
    await maker.close();
  }
}

const outcome = (making: Promise<Uint8Array>): Promise<string> =>
  making.then(
    () => 'made',
    (error: unknown) => (error instanceof CannotMakePdf ? error.kind : String(error)),
  );

describe('workers', () => {
  test.each(['crash', 'exit'])('are followed by another after a %s, which takes the next', async (how) => {
    await using({}, async (make) => {
      expect(await Promise.all([make('ok'), make(how), make('ok')])).toEqual(['made', 'stopped', 'made']);
      expect(await make('ok')).toBe('made');
    });
  });

  test('that take too long are stopped, and the next in line is served', async () => {
    await using({ limitMs: 700 }, async (make) => {
      expect(await Promise.all([make('hang'), make('ok')])).toEqual(['took-too-long', 'made']);
    });
  });

  test('have a line of bounded length', async () => {
    await using({ waiting: 2 }, async (make) => {
      expect(await Promise.all(['ok', 'ok', 'ok', 'ok'].map(make))).toEqual([
        'made',
        'made',
        'made',
        'too-busy',
      ]);
    });
  });

  test('answer those who wait when they are closed', async () => {
    const maker = openPdfMaker({ program, workers: 1 });
    const waiting = ['hang', 'ok'].map((title) => outcome(maker.makePdf({ ...small, title })));
    await maker.close();
    expect(await Promise.all(waiting)).toEqual(['stopped', 'stopped']);
  });
});

describe('a document is refused', () => {
  const table = { kind: 'table', columns: [{ header: 'a' }, { header: 'b' }], rows: [] } as const;
  const figure: PdfFigure = { kind: 'figure', width: 10, height: 10, alt: 'en prikk', shapes: [] };
  const path = { kind: 'path', d: 'M0 0L1 1', stroke: '#000000' } as const;
  const of = (...blocks: PdfBlock[]): PdfDocument => ({ ...small, blocks });
  const cases: readonly [string, CannotMakePdfKind, PdfDocument][] = [
    ['with too many blocks', 'too-large', of(...Array<PdfBlock>(5_001).fill({ kind: 'page-break' }))],
    ['with too much text', 'too-large', of({ kind: 'paragraph', text: 'a'.repeat(1_000_001) })],
    ['with too many rows', 'too-large', of({ ...table, rows: Array<string[]>(10_001).fill(['', '']) })],
    ['with too many columns', 'too-large', of({ ...table, columns: Array(13).fill({ header: '' }) })],
    ['with a row that lacks a cell', 'malformed', of({ ...table, rows: [['1', '2'], ['1']] })],
    ['with a table without columns', 'malformed', of({ ...table, columns: [] })],
    ['with a figure of no size', 'malformed', of({ ...figure, width: Number.NaN })],
    ['with a figure without words', 'malformed', of({ ...figure, alt: ' ' })],
    ['with a path that is none', 'malformed', of({ ...figure, shapes: [{ ...path, d: 'M0 0 url(x)' }] })],
    ['with a colour that is none', 'malformed', of({ ...figure, shapes: [{ ...path, stroke: 'red' }] })],
    ['without a title', 'malformed', { ...small, title: '\u200b ' }],
    ['without a time', 'malformed', { ...small, madeAt: 'i går' }],
    ['in no language', 'malformed', { ...small, language: '' }],
    ['with nowhere to sign', 'malformed', of({ kind: 'signature', labels: [] })],
  ];

  test.each(cases)('%s', async (_name, kind, document) => {
    const maker = openPdfMaker({ program });
    expect(await outcome(maker.makePdf(document))).toBe(kind);
    await maker.close();
  });

  test('over 200 pages, with the sentence that says so and no word of the document', async () => {
    const maker = openPdfMaker({ workers: 1, limitMs: 60_000 });
    const longer = of(...Array<PdfBlock>(200).fill({ kind: 'page-break' }));
    await expect(maker.makePdf(longer)).rejects.toThrow('The document would have more than 200 pages.');
    const longest = of(...Array<PdfBlock>(199).fill({ kind: 'page-break' }));
    expect((await maker.makePdf(longest)).length).toBeGreaterThan(10_000);
    await maker.close();
  });
});
