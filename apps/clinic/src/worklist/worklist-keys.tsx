import { useText } from '@skute/ui/i18n';
import { KeyLine } from '../keys/key-line.tsx';
import { worklistTexts } from './texts.ts';

export function WorklistKeys() {
  const t = useText(worklistTexts);
  const keys = [
    ['J K', t('move')],
    ['Enter', t('open')],
    ['O', t('proposed')],
    ['E', t('doneKey')],
    ['S', t('laterKey')],
    ['U', t('undoKey')],
  ] as const;
  return <KeyLine keys={keys} />;
}
