import { Button, EmptyState } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { Link } from '@tanstack/react-router';
import { offerNumber } from '../invite/offered-number.ts';
import type { Filter } from './filters.ts';
import { patientsTexts } from './texts.ts';

interface PatientsEmptyProps {
  readonly search: string;
  readonly filter: Filter;
  readonly clear: () => void;
}

/** No hits: the next thing is to invite. A number that was searched for is carried along, in memory. */
export function PatientsEmpty({ search, filter, clear }: PatientsEmptyProps) {
  const t = useText(patientsTexts);
  const invite = (
    <Button asChild variant="secondary" onClick={() => offerNumber(search)}>
      <Link to="/invite">{t('invite')}</Link>
    </Button>
  );
  if (search === '' && filter === 'all') return <EmptyState action={invite}>{t('noneYet')}</EmptyState>;
  if (search === '') {
    const all = (
      <Link to="/patients" className="ds-link">
        {t('showAll')}
      </Link>
    );
    return <EmptyState action={all}>{t('noneInFilter')}</EmptyState>;
  }
  const acts = (
    <div className="button-row">
      {invite}
      <Button variant="tertiary" onClick={clear}>
        {t('clear')}
      </Button>
    </div>
  );
  return <EmptyState action={acts}>{t('noneFound')}</EmptyState>;
}
