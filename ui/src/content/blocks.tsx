import type { Block } from '@skute/programmes/rules';
import { Box } from './box.tsx';
import { Breathing } from './breathing.tsx';
import { Film } from './film.tsx';
import { Inlines } from './inlines.tsx';
import { ListItem } from './list-item.tsx';
import { Picture } from './picture.tsx';

/** @param place Says where on the page the blocks stand; the patient's ticks are kept under it. */
export function Blocks({ blocks, place }: { blocks: readonly Block[]; place: string }) {
  return blocks.map((block, index) => {
    const here = `${place}.${index}`;
    return <OneBlock key={here} block={block} place={here} />;
  });
}

function OneBlock({ block, place }: { block: Block; place: string }) {
  switch (block.kind) {
    case 'heading':
      return (
        <h2>
          <Inlines text={block.text} />
        </h2>
      );
    case 'paragraph':
      return (
        <p>
          <Inlines text={block.text} />
        </p>
      );
    case 'list':
      return <List block={block} place={place} />;
    case 'quote':
      return (
        <blockquote>
          <Blocks blocks={block.blocks} place={place} />
        </blockquote>
      );
    case 'picture':
      return <Picture file={block.file} alt={block.alt} />;
    case 'film':
      return <Film film={block} place={place} />;
    case 'breathing':
      return <Breathing inSeconds={block.inSeconds} outSeconds={block.outSeconds} rounds={block.rounds} />;
    case 'box':
      return <Box box={block} place={place} />;
    default:
      // A newer server may send a kind that this build doesn't know. The rest of the page is still of use.
      block satisfies never;
      return null;
  }
}

function List({ block, place }: { block: Extract<Block, { kind: 'list' }>; place: string }) {
  const Tag = block.ordered ? 'ol' : 'ul';
  return (
    <Tag>
      {block.items.map((item, index) => {
        const here = `${place}.${index}`;
        return (
          <li key={here}>
            <ListItem blocks={item} place={here} />
          </li>
        );
      })}
    </Tag>
  );
}
