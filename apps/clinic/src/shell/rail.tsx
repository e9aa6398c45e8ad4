import { BookIcon, PersonGroupIcon, TasklistIcon } from '@navikt/aksel-icons';
import { Boat } from '@skute/ui/boat';
import { useText } from '@skute/ui/i18n';
import { Link, useLocation } from '@tanstack/react-router';
import { shellTexts } from './texts.ts';

/** The pages there are. On a phone it is a bar at the bottom. */
export function Rail() {
  const t = useText(shellTexts);
  const { pathname } = useLocation();
  const withinPatients = pathname.startsWith('/treatments') || pathname.startsWith('/invite');
  return (
    <nav className="rail" aria-label={t('rail')}>
      <span className="rail-brand">
        <Boat state="sailing" />
        Skute
      </span>
      <Link to="/worklist" className="rail-link">
        <TasklistIcon aria-hidden="true" />
        {t('worklist')}
      </Link>
      <Link to="/patients" className="rail-link" data-within={withinPatients}>
        <PersonGroupIcon aria-hidden="true" />
        {t('patients')}
      </Link>
      <Link to="/programmes" className="rail-link">
        <BookIcon aria-hidden="true" />
        {t('programmes')}
      </Link>
    </nav>
  );
}
