import { Paragraph } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { useState } from 'react';
import { Modal } from '../parts/modal.tsx';
import { singleKeysOn } from '../shell/preferences.ts';
import { currentActs } from './acts.ts';
import { Keys } from './keys.tsx';
import { keyTexts } from './texts.ts';

/** All keys that work on this page, by what they do. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const t = useText(keyTexts);
  const [acts] = useState(() => currentActs().filter((act) => act.keys !== undefined));
  const groups = (['here', 'go', 'always'] as const).filter((group) =>
    acts.some((act) => act.group === group),
  );
  return (
    <Modal title={t('sheet')} onClose={onClose} className="sheet" closeable>
      <Paragraph>{singleKeysOn() ? t('sheetHelp') : t('off')}</Paragraph>
      <div className="sheet-groups">
        {groups.map((group) => (
          <section key={group} aria-label={t(group)}>
            <h3>{t(group)}</h3>
            <dl>
              {acts
                .filter((act) => act.group === group)
                .map((act) => (
                  <div key={act.id}>
                    <dt>{act.label}</dt>
                    <dd>
                      <Keys keys={act.keys ?? ''} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
