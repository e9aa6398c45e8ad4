import type { BoatState } from '@skute/ui/boat';
import { useText } from '@skute/ui/i18n';
import { AppLink } from '../links.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { todayTexts } from './texts.ts';

const boats: Record<Kind, BoatState> = { none: 'moored', lapsed: 'moored', ended: 'harbour' };
type Kind = 'none' | 'lapsed' | 'ended';

/** For when there is no programme to go on with: says what will come, or what to do. */
export function NoProgrammePage({ kind, unit = '' }: { kind: Kind; unit?: string }) {
  const t = useText(todayTexts);
  return (
    <div className="page">
      <PageHead boat={boats[kind]} title={t(kind)}>
        {t(`${kind}Text`, { unit })}
      </PageHead>
      <AppLink to="/help" className="ds-button" data-variant="secondary">
        {t('askHelp')}
      </AppLink>
    </div>
  );
}
