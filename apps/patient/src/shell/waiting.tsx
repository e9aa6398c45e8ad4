import { Skeleton, useLate } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { shellTexts } from './texts.ts';

/** The page's outline, once waiting has lasted long enough to be noticed. */
export function Waiting() {
  const t = useText(shellTexts);
  const late = useLate(true);
  if (!late) return null;
  return (
    <output className="page" aria-label={t('loading')}>
      <Skeleton variant="rectangle" height="7rem" />
      <Skeleton variant="rectangle" height="5.5rem" />
      <Skeleton variant="rectangle" height="5.5rem" />
    </output>
  );
}
