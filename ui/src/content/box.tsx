import type { Block } from '@skute/programmes/rules';
import { useId } from 'react';
import { Folded } from '../base/folded.tsx';
import { useText } from '../i18n/index.ts';
import { BoxMark } from './box-mark.tsx';
import { usePlace } from './place.ts';
import { contentTexts } from './texts.ts';
import { TickableList } from './tickable-list.tsx';

type BoxBlock = Extract<Block, { kind: 'box' }>;

/** A box with its kind in words; its colour and mark only repeat it. */
export function Box({ box, place }: { box: BoxBlock; place: string }) {
  const { Blocks } = usePlace();
  const t = useText(contentTexts);
  const titleId = useId();
  if (box.box === 'more') {
    return (
      <Folded title={box.title || t('more')}>
        <Blocks blocks={box.blocks} place={place} />
      </Folded>
    );
  }
  return (
    <section className="box" data-box={box.box} aria-labelledby={titleId}>
      <h3 id={titleId}>
        <BoxMark box={box.box} />
        <span>{box.title || t(box.box)}</span>
      </h3>
      {box.box === 'try' ? (
        <TryBlocks box={box} place={place} />
      ) : (
        <Blocks blocks={box.blocks} place={place} />
      )}
    </section>
  );
}

/** Lists in *try* are the patient's own to tick. */
function TryBlocks({ box, place }: { box: BoxBlock; place: string }) {
  const { Blocks, ticks } = usePlace();
  return box.blocks.map((block, index) => {
    const here = `${place}.${index}`;
    if (block.kind === 'list' && ticks)
      return <TickableList key={here} list={block} place={here} ticks={ticks} />;
    return <Blocks key={here} blocks={[block]} place={here} />;
  });
}
