import { useText } from '@skute/ui/i18n';
import { Keys } from '../keys/keys.tsx';
import { useSingleKeys } from '../shell/use-single-keys.ts';
import { worklistTexts } from '../worklist/texts.ts';
import { weekTexts } from './texts.ts';

/** The keys that work here, where they work; those of the parts stand at each. */
export function WeekKeys() {
  const t = useText(weekTexts);
  const words = useText(worklistTexts);
  if (!useSingleKeys()) return null;
  const keys = [
    ['J K', t('patient')],
    ['E', words('doneKey')],
    ['S', words('laterKey')],
    ['N', words('noteKey')],
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
