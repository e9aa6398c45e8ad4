import type { PatientPage } from '@skute/clinics/contract';
import { Button, offerUndo } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { useState } from 'react';
import { useActs } from '../keys/acts.ts';
import { sayNotice } from '../parts/notices.tsx';
import { statusWords } from '../patients/status.ts';
import { patientsTexts } from '../patients/texts.ts';
import { ReasonDialog } from '../programme/reason-dialog.tsx';
import { steerTexts } from '../programme/steer-texts.ts';
import { type SteerBody, useSteer } from '../programme/use-steer.ts';
import { useRenew } from '../worklist/use-renew.ts';
import { patientTexts } from './texts.ts';

/** Pausing, going on, and inviting again: those that are possible now. */
export function TreatmentActs({ patient }: { patient: PatientPage }) {
  const t = useText(patientTexts);
  const words = useText(patientsTexts);
  const steerWords = useText(steerTexts);
  const steer = useSteer(patient.treatmentId);
  const renew = useRenew();
  const [asking, setAsking] = useState(false);
  const possible = possibleActs(patient.status);
  const send = async (body: SteerBody, said: string, back: SteerBody) => {
    const steered = await steer(body);
    if (steered.kind === 'done') offerUndo({ text: said, undo: () => void steer(back) });
    return steered;
  };
  const pause = (reason: string) => send({ act: 'pause', reason }, t('paused'), { act: 'resume' });
  const resume = async (): Promise<void> => {
    const { kind } = await send({ act: 'resume' }, t('resumed'), { act: 'pause', reason: t('taken') });
    if (kind !== 'done') sayNotice(steerWords(kind), 'trouble');
  };
  const lines = [
    { id: 'pause', label: t('pause'), run: () => setAsking(true) },
    { id: 'resume', label: t('resume'), run: () => void resume() },
    { id: 'renew', label: t('renew'), run: () => renew(patient) },
  ].filter(({ id }) => possible.includes(id));
  useActs(lines.map((line) => ({ ...line, group: 'here' as const })));
  return (
    <div className="button-row">
      {lines.map(({ id, label, run }) => (
        <Button key={id} variant="secondary" onClick={run}>
          {label}
        </Button>
      ))}
      {asking ? (
        <ReasonDialog
          title={t('pauseTitle')}
          help={t('pauseHelp', { name: patient.name })}
          act={t('pause')}
          draftKey={`pause.${patient.treatmentId}`}
          state={words(statusWords[patient.status])}
          send={pause}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </div>
  );
}

/** The overview does not say what is allowed; this follows from how the treatment stands. */
function possibleActs(status: PatientPage['status']): string[] {
  if (status === 'active') return ['pause'];
  if (status === 'paused') return ['resume'];
  return status === 'invited' || status === 'lapsed' ? ['renew'] : [];
}
