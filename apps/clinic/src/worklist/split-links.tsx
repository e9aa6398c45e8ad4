import type { Worklist } from '@skute/clinics/contract';
import { useText } from '@skute/ui/i18n';
import { Link } from '@tanstack/react-router';
import { worklistTexts } from './texts.ts';

/** Mine or the whole unit's, each with its address. */
export function SplitLinks({ counts }: { counts: Worklist['counts'] | undefined }) {
  const t = useText(worklistTexts);
  return (
    <nav className="choice-links" aria-label={t('split')}>
      <Link to="/worklist" search={{}} activeOptions={{ exact: true }}>
        {t('mine')} {counts ? <span className="count">{counts.mine}</span> : null}
      </Link>
      <Link to="/worklist" search={{ split: 'all' }} activeOptions={{ exact: true }}>
        {t('all')} {counts ? <span className="count">{counts.all}</span> : null}
      </Link>
    </nav>
  );
}
