import { Choice } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { useSetSharedDevice } from '@skute/ui/session';
import { forgetAll } from '../kept/device.ts';
import type { PatientSession } from '../shell/patient-session.ts';
import { settingsTexts } from './texts.ts';

/** Saying that the device is shared takes away what was kept at once, whether or not the server can be reached. */
export function DeviceSetting({ session }: { session: PatientSession }) {
  const t = useText(settingsTexts);
  const setShared = useSetSharedDevice();
  const change = (value: 'own' | 'shared'): void => {
    if (value === 'shared') void forgetAll();
    setShared.mutate(value === 'shared');
  };
  return (
    <div>
      <Choice
        name="device"
        legend={t('device')}
        value={session.sharedDevice ? 'shared' : 'own'}
        onChange={change}
        options={[
          { value: 'own', label: t('own'), help: t('ownHelp') },
          { value: 'shared', label: t('shared'), help: t('sharedHelp') },
        ]}
      />
      <output className="small">{setShared.isError ? t('failed') : null}</output>
    </div>
  );
}
