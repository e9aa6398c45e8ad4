import { useOnline } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { usePatient } from '../shell/patient-session.ts';
import { formTexts } from './texts.ts';

/** Said before anything is written: on a shared device nothing is kept, and without a network it can't be sent. */
export function OfflineOnShared() {
  const t = useText(formTexts);
  const online = useOnline();
  const { sharedDevice } = usePatient();
  return <output className="notice-place">{sharedDevice && !online ? t('sharedOffline') : null}</output>;
}
