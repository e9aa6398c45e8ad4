import { MagnifyingGlassIcon } from '@navikt/aksel-icons';
import { useText } from '@skute/ui/i18n';
import { openPaletteEvent } from '../keys/keyboard.tsx';
import { Keys } from '../keys/keys.tsx';
import { useClinician } from './clinic-session.ts';
import { PracticeClock } from './practice-clock.tsx';
import { ProfileMenu } from './profile-menu.tsx';
import { shellTexts } from './texts.ts';

export function Header() {
  const t = useText(shellTexts);
  const { session } = useClinician();
  return (
    <header className="header">
      <button
        type="button"
        className="palette-button"
        onClick={() => window.dispatchEvent(new Event(openPaletteEvent))}
      >
        <MagnifyingGlassIcon aria-hidden="true" />
        <span>{t('findOrDo')}</span>
        <Keys keys="Ctrl K" />
      </button>
      {session.practice ? <PracticeClock /> : null}
      <ProfileMenu />
    </header>
  );
}
