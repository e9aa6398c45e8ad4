import { useText } from '@skute/ui/i18n';
import { Keys } from '../keys/keys.tsx';
import { useSingleKeys } from '../shell/use-single-keys.ts';
import { worklistTexts } from '../worklist/texts.ts';
import { formsTexts } from './texts.ts';

/** The keys that work here, where they work. */
export function FormKeys() {
  const t = useText(formsTexts);
  const words = useText(worklistTexts);
  if (!useSingleKeys()) return null;
  const keys = [
    ['J K', words('move')],
    ['Enter', t('answersOf').toLocaleLowerCase()],
    ['C', t('copy').toLocaleLowerCase()],
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
