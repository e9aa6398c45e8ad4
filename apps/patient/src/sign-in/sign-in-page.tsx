import { Choice, useOnline } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { useState } from 'react';
import { PageHead } from '../shell/page-head.tsx';
import { signInTexts } from './texts.ts';

type Device = 'own' | 'shared';

/** Stands in place of any page that needs a session; signing in leads back to the address that was asked for. */
export function SignInPage() {
  const t = useText(signInTexts);
  const online = useOnline();
  const [device, setDevice] = useState<Device>('own');
  return (
    <div className="page">
      <PageHead boat="moored" title={t('title')}>
        {t('text')}
      </PageHead>
      <Choice
        name="device"
        legend={t('device')}
        value={device}
        onChange={setDevice}
        options={[
          { value: 'own', label: t('own'), help: t('ownHelp') },
          { value: 'shared', label: t('shared'), help: t('sharedHelp') },
        ]}
      />
      <a className="ds-button wide" data-variant="primary" href={signInAddress(device)}>
        {t('signIn')}
      </a>
      <p className="small">{online ? t('how') : t('offline')}</p>
    </div>
  );
}

function signInAddress(device: Device): string {
  const to = window.location.pathname + window.location.hash;
  return `/login/patient?${new URLSearchParams({ device, to })}`;
}
