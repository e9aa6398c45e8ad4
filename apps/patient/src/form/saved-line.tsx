import { SavedWord } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import type { Kept } from './draft/draft-keeper.ts';
import { formTexts } from './texts.ts';

/** How far what is written has come. */
export function SavedLine({ kept }: { kept: Kept }) {
  const t = useText(formTexts);
  const words = (): React.ReactNode => {
    switch (kept) {
      case 'untouched':
        return null;
      case 'on-device':
        return <SavedWord state="on-device" />;
      case 'with-clinic':
        return t('keptWithClinic');
      case 'nowhere':
        return t('keptNowhere');
    }
  };
  return <output className="small saved-line">{words()}</output>;
}
