import type { PdfBlock, PdfDocument, PdfRun, PdfText } from '@skute/platform/pdf';
import { dateIn, isoInstant } from '@skute/platform/time';
import type { Block, Inline } from '@skute/programmes/rules';
import { textsFor, type ViewSource } from '@skute/treatment';
import { dateWords } from '../composing/written-out.ts';
import { type PatientWords, patientWords } from './patient-words.ts';

/** A page of the programme as it is read, in the nearest language that has its text. Undefined when none has. */
export function stepDocument(view: ViewSource, stepId: string): PdfDocument | undefined {
  const { course, language, loaded } = view;
  const page = loaded.page(stepId, [language]);
  if (!page?.blocks) return undefined;
  const words = patientWords[language];
  const today = dateWords(language, dateIn(course.facts.timeZone, course.now));
  return {
    title: page.title,
    language: page.language,
    madeAt: isoInstant(course.now),
    headerLines: [textsFor(view).programme.title],
    footerLine: words.madeOn(today),
    blocks: blocksOf(page.blocks, words),
  };
}

function blocksOf(blocks: readonly Block[], words: PatientWords): PdfBlock[] {
  return blocks.flatMap((block): PdfBlock[] => {
    switch (block.kind) {
      case 'heading':
        return [{ kind: 'heading', level: 2, text: plain(block.text) }];
      case 'paragraph':
        return [{ kind: 'paragraph', text: runs(block.text) }];
      case 'list':
        return [{ kind: 'list', ordered: block.ordered, items: block.items.map((item) => itemText(item)) }];
      case 'quote':
        return blocksOf(block.blocks, words);
      case 'picture':
        return [{ kind: 'paragraph', text: words.picture(block.alt), subtle: true }];
      case 'film':
        return [
          { kind: 'paragraph', text: words.film(block.title), subtle: true },
          ...blocksOf(block.transcript, words),
        ];
      case 'breathing':
        return [
          {
            kind: 'paragraph',
            text: words.breathing(block.inSeconds, block.outSeconds, block.rounds),
          },
        ];
      case 'box':
        return [{ kind: 'heading', level: 3, text: block.title }, ...blocksOf(block.blocks, words)];
    }
  });
}

/** Paragraphs of one item, under one another; a list in it as lines. */
function itemText(item: readonly Block[]): PdfText {
  return item.flatMap((block, at): PdfRun[] => [...(at > 0 ? [{ text: '\n' }] : []), ...itemRuns(block)]);
}

function itemRuns(block: Block): PdfRun[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return runs(block.text);
    case 'list':
      return block.items.flatMap((item, at) => [
        { text: `${at > 0 ? '\n' : ''}– ` },
        ...item.flatMap((inner) => itemRuns(inner)),
      ]);
    case 'quote':
    case 'box':
      return block.blocks.flatMap((inner) => itemRuns(inner));
    case 'picture':
    case 'film':
      return [{ text: block.alt }];
    case 'breathing':
      return [];
  }
}

function runs(text: readonly Inline[], style?: PdfRun['style']): PdfRun[] {
  return text.flatMap((inline): PdfRun[] => {
    switch (inline.kind) {
      case 'text':
        return [style ? { text: inline.value, style } : { text: inline.value }];
      case 'break':
        return [{ text: '\n' }];
      case 'strong':
        return runs(inline.text, 'bold');
      case 'emphasis':
        return runs(inline.text, 'italic');
      case 'link':
        // On paper nobody can press it; a step's address is ours and says nothing.
        return [
          ...runs(inline.text, style),
          ...(inline.to.startsWith('http') ? [{ text: ` (${inline.to})` }] : []),
        ];
    }
  });
}

function plain(text: readonly Inline[]): string {
  return runs(text)
    .map((run) => run.text)
    .join('');
}
