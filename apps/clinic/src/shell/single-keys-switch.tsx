import { useText } from '@skute/ui/i18n';
import { useId } from 'react';
import { setSingleKeys } from './preferences.ts';
import { shellTexts } from './texts.ts';
import { useSingleKeys } from './use-single-keys.ts';

export function SingleKeysSwitch() {
  const t = useText(shellTexts);
  const id = useId();
  const on = useSingleKeys();
  return (
    <div className="menu-line">
      <label htmlFor={id}>
        {t('singleKeys')}
        <span className="menu-help">{t('singleKeysHelp')}</span>
      </label>
      <input
        id={id}
        type="checkbox"
        className="ds-input"
        checked={on}
        onChange={(event) => setSingleKeys(event.target.checked)}
      />
    </div>
  );
}
