import type { PdfBlock, PdfDocument } from '@skute/platform/pdf';
import type { MeasureTable, Paper, WrittenPart } from '../contract.ts';

/** The same words in the same order as on the screen. */
export function paperDocument(paper: Paper, from: { unit: string; madeAt: string }): PdfDocument {
  const part = (which: WrittenPart['part']): PdfBlock[] =>
    paper.parts.filter(({ part: known }) => known === which).flatMap(partBlocks);
  return {
    title: paper.title,
    language: paper.language,
    madeAt: from.madeAt,
    headerLines: [from.unit],
    footerLine: from.unit,
    blocks: [
      { kind: 'facts', facts: paper.facts },
      ...part('summary'),
      { kind: 'heading', level: 2, text: paper.modules.title },
      { kind: 'list', items: paper.modules.lines },
      { kind: 'heading', level: 2, text: paper.measures.title },
      ...(paper.measures.tables.length === 0
        ? [{ kind: 'paragraph', text: paper.measures.none } as const]
        : paper.measures.tables.flatMap(tableBlocks)),
      ...part('assessment'),
      ...part('advice'),
      { kind: 'heading', level: 2, text: paper.contact.title },
      { kind: 'paragraph', text: paper.contact.lines.join('\n') },
      ...(paper.example === '' ? [] : [{ kind: 'note', text: paper.example } as const]),
    ],
  };
}

export function tableBlocks({ title, columns, rows, notes }: MeasureTable): PdfBlock[] {
  return [
    {
      kind: 'table',
      caption: title,
      rowHeaders: true,
      columns: columns.map((header, at) => ({ header, width: at === 0 ? 1.4 : 1 })),
      rows,
    },
    ...notes.map((text) => ({ kind: 'paragraph', text, subtle: true }) as const),
  ];
}

/** A paragraph for each piece between empty lines. What is empty is left out. */
function partBlocks({ title, text }: WrittenPart): PdfBlock[] {
  if (text.trim() === '') return [];
  const pieces = text
    .split(/\n\s*\n/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  return [
    { kind: 'heading', level: 2, text: title },
    ...pieces.map((piece) => ({ kind: 'paragraph', text: piece }) as const),
  ];
}
