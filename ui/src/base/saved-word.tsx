import { useText } from '../i18n/index.ts';
import { baseTexts } from './texts.ts';

/** How far something written has come. There are three words, and they are never mixed. */
export function SavedWord({ state }: { state: 'on-device' | 'sent' | 'read' }) {
  const t = useText(baseTexts);
  const word = state === 'on-device' ? t('onDevice') : state === 'sent' ? t('sent') : t('read');
  return (
    <span className="saved-word" data-state={state}>
      {word}
    </span>
  );
}
