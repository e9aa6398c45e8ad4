/** The text of a page in reading order, for reading aloud: one string for each heading, paragraph and item. */
import type { Block, Inline } from '@skute/programmes/rules';

export function wordsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap(wordsOfBlock).filter((words) => words.trim() !== '');
}

function wordsOfBlock(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [wordsOfInlines(block.text)];
    case 'list':
      return block.items.flatMap(wordsOf);
    case 'quote':
      return wordsOf(block.blocks);
    case 'box':
      return [block.title, ...wordsOf(block.blocks)];
    case 'picture':
      return [block.alt];
    case 'film':
      return [block.title, ...wordsOf(block.transcript)];
    case 'breathing':
      return [];
    default:
      return [];
  }
}

function wordsOfInlines(text: readonly Inline[]): string {
  return text.map(wordsOfInline).join('');
}

function wordsOfInline(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return inline.value;
    case 'break':
      return ' ';
    default:
      return wordsOfInlines(inline.text);
  }
}
