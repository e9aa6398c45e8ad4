import type { Block } from '@skute/programmes/rules';
import { Inlines } from './inlines.tsx';
import { usePlace } from './place.ts';

/** An item of a single paragraph is set without one, so that the list stays tight. */
export function ListItem({ blocks, place }: { blocks: readonly Block[]; place: string }) {
  const { Blocks } = usePlace();
  const [first, ...rest] = blocks;
  if (first?.kind !== 'paragraph') return <Blocks blocks={blocks} place={place} />;
  return (
    <>
      <Inlines text={first.text} />
      <Blocks blocks={rest} place={place} />
    </>
  );
}
