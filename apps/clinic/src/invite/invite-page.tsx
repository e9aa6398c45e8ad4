import { EmptyState, PageHeading } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { programmesQuery } from '../data/queries.ts';
import { Loaded } from '../parts/loadable.tsx';
import { InviteForm } from './invite-form.tsx';
import { Receipt, type Invited } from './receipt.tsx';
import { inviteTexts } from './texts.ts';

/** C5: gives a patient a programme. */
export function InvitePage() {
  const t = useText(inviteTexts);
  const programmes = useQuery(programmesQuery);
  const [invited, setInvited] = useState<Invited>();
  if (invited) return <Receipt invited={invited} another={() => setInvited(undefined)} />;
  return (
    <div className="page">
      <PageHeading>{t('title')}</PageHeading>
      <Loaded of={programmes} lines={6}>
        {({ programmes: offered }) =>
          offered.length === 0 ? (
            <EmptyState>{t('noProgrammes')}</EmptyState>
          ) : (
            <InviteForm programmes={offered} onInvited={setInvited} />
          )
        }
      </Loaded>
    </div>
  );
}
