import { useText } from '@skute/ui/i18n';
import { KeyLine } from '../keys/key-line.tsx';
import { worklistTexts } from '../worklist/texts.ts';
import { formsTexts } from './texts.ts';

/** The keys that work here, where they work. */
export function FormKeys() {
  const t = useText(formsTexts);
  const words = useText(worklistTexts);
  const keys = [
    ['J K', words('move')],
    ['Enter', t('answersOf').toLocaleLowerCase()],
    ['C', t('copy').toLocaleLowerCase()],
  ] as const;
  return <KeyLine keys={keys} />;
}
