import type { Block } from '@skute/programmes/rules';
import { useText } from '../i18n/index.ts';
import { ListItem } from './list-item.tsx';
import { contentTexts } from './texts.ts';
import type { TickList } from './ticks.ts';

interface TickableListProps {
  readonly list: Extract<Block, { kind: 'list' }>;
  readonly place: string;
  readonly ticks: TickList;
}

/** Things to try, for the patient to tick off or leave. Nobody counts them. */
export function TickableList({ list, place, ticks }: TickableListProps) {
  const t = useText(contentTexts);
  return (
    <>
      <ul className="tick-list">
        {list.items.map((item, index) => {
          const here = `${place}.${index}`;
          return (
            <li key={here}>
              <label>
                <input
                  type="checkbox"
                  className="ds-input"
                  checked={ticks.ticked.has(here)}
                  onChange={() => ticks.toggle(here)}
                />
                <span>
                  <ListItem blocks={item} place={here} />
                </span>
              </label>
            </li>
          );
        })}
      </ul>
      <p className="tick-note">{t('listIsYours')}</p>
    </>
  );
}
