import { BookIcon, PersonGroupIcon, TasklistIcon } from '@navikt/aksel-icons';
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
        <Sails />
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

/** Our mark: the sails alone, since a screen has one boat at most and it is the page's. */
function Sails() {
  return (
    <svg viewBox="14 4 66 56" aria-hidden="true" focusable="false">
      <path d="M42 8C30 24 22 40 18 56H42Z" fill="var(--sail-2)" />
      <path
        d="M49 4C66 20 74 40 76 56H49Z"
        fill="var(--sail-1)"
        stroke="var(--hull)"
        strokeWidth="3"
        strokeLinejoin="round"
      />
    </svg>
  );
}
