import { useText } from '@skute/ui/i18n';
import { useSingleKeys } from '../shell/use-single-keys.ts';
import { worklistTexts } from '../worklist/texts.ts';
import { Keys } from './keys.tsx';

/** The keys that work here, where they work; nothing when single keys are off. */
export function KeyLine({ keys }: { keys: readonly (readonly [key: string, word: string])[] }) {
  const t = useText(worklistTexts);
  if (!useSingleKeys()) return null;
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
