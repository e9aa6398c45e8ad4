import { useText } from '@skute/ui/i18n';
import { Link } from '@tanstack/react-router';
import { patientsTexts } from './texts.ts';

const lines = [
  ['all', 'all'],
  ['mine', 'mine'],
  ['inactive-7-days', 'inactive'],
  ['ends-within-30-days', 'ending'],
  ['invited', 'invited'],
] as const;

export function FilterLinks() {
  const t = useText(patientsTexts);
  return (
    <nav className="choice-links" aria-label={t('filters')}>
      {lines.map(([one, word]) => (
        <Link
          key={one}
          to="/patients"
          search={one === 'all' ? {} : { filter: one }}
          activeOptions={{ exact: true }}
        >
          {t(word)}
        </Link>
      ))}
    </nav>
  );
}
