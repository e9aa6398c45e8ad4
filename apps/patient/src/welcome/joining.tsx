import { Button } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { useSavePreferences } from '@skute/ui/session';
import { useGo } from '../links.tsx';
import type { PatientSession } from '../shell/patient-session.ts';
import { useToday } from '../today/use-today.ts';
import { welcomeTexts } from './texts.ts';
import { useAccept } from './use-accept.ts';

/** *Bli med* says yes to the invitation, and then that the welcome has been seen. Either can fail and be tried again. */
export function Joining({ session }: { session: PatientSession }) {
  const t = useText(welcomeTexts);
  const invited = useToday().data?.treatment?.status === 'invited';
  const accept = useAccept();
  const save = useSavePreferences();
  const go = useGo();
  const seen = (): void => {
    save.mutate({ ...session.preferences, welcomed: true });
    go({ to: '/', replace: true });
  };
  const join = (): void => (invited ? accept.mutate(undefined, { onSuccess: seen }) : seen());
  return (
    <div>
      <Button className="wide" onClick={join}>
        {invited ? t('join') : t('start')}
      </Button>
      <output className="small">{accept.isError || save.isError ? t('failed') : null}</output>
    </div>
  );
}
