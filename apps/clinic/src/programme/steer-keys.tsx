import { useText } from '@skute/ui/i18n';
import { KeyLine } from '../keys/key-line.tsx';
import { programmeTexts } from './texts.ts';

/** The keys that work here, where they work. */
export function SteerKeys() {
  const t = useText(programmeTexts);
  const keys = [
    ['J K', t('keyMove')],
    ['Enter', t('keyRead')],
    ['O', t('keyOpen')],
    ['H', t('keyHold')],
  ] as const;
  return <KeyLine keys={keys} />;
}
