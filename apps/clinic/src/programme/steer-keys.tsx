import { useText } from '@skute/ui/i18n';
import { Keys } from '../keys/keys.tsx';
import { useSingleKeys } from '../shell/use-single-keys.ts';
import { worklistTexts } from '../worklist/texts.ts';
import { programmeTexts } from './texts.ts';

/** The keys that work here, where they work. */
export function SteerKeys() {
  const t = useText(programmeTexts);
  const words = useText(worklistTexts);
  const on = useSingleKeys();
  if (!on) return null;
  const keys = [
    ['J K', t('keyMove')],
    ['Enter', t('keyRead')],
    ['O', t('keyOpen')],
    ['H', t('keyHold')],
  ] as const;
  return (
    <ul className="key-line" aria-label={words('keys')}>
      {keys.map(([key, word]) => (
        <li key={key}>
          <Keys keys={key} /> {word}
        </li>
      ))}
    </ul>
  );
}
