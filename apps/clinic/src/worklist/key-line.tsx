import { useText } from '@skute/ui/i18n';
import { Keys } from '../keys/keys.tsx';
import { useSingleKeys } from '../shell/use-single-keys.ts';
import { worklistTexts } from './texts.ts';

/** The keys that work in this list, where they work. */
export function KeyLine() {
  const t = useText(worklistTexts);
  const on = useSingleKeys();
  if (!on) return null;
  const keys = [
    ['J K', t('move')],
    ['Enter', t('open')],
    ['O', t('proposed')],
    ['E', t('doneKey')],
    ['S', t('laterKey')],
    ['U', t('undoKey')],
  ] as const;
  return (
    <ul className="key-line" aria-label={t('keys')}>
      {keys.map(([key, word]) => (
        <li key={key}>
          <Keys keys={key} /> {word}
        </li>
      ))}
    </ul>
  );
}
