import { useText } from '@skute/ui/i18n';
import { KeyLine } from '../keys/key-line.tsx';
import { worklistTexts } from '../worklist/texts.ts';
import { weekTexts } from './texts.ts';

/** The keys that work here, where they work; those of the parts stand at each. */
export function WeekKeys() {
  const t = useText(weekTexts);
  const words = useText(worklistTexts);
  const keys = [
    ['J K', t('patient')],
    ['E', words('doneKey')],
    ['S', words('laterKey')],
    ['N', words('noteKey')],
  ] as const;
  return <KeyLine keys={keys} />;
}
