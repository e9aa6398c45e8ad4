import type { PatientPage } from '@skute/clinics/contract';
import { dayInWords, type Say, useLanguage, useText } from '@skute/ui/i18n';
import { useHere } from '../shell/clinic-session.ts';
import { dateIn, daysBetween, timeTexts } from '../words/time-words.ts';
import { Panel } from './panel.tsx';
import { patientTexts } from './texts.ts';

/** How it stands, in words. */
export function StatusSentence({ patient }: { patient: PatientPage }) {
  const t = useText(patientTexts);
  const time = useText(timeTexts);
  const language = useLanguage();
  const { now, timeZone } = useHere();
  const ends = patient.invitationEndsOn;
  const left = ends ? Math.max(0, daysBetween(dateIn(timeZone, now), ends)) : 0;
  const invited = ends
    ? t('saysInvited', { day: dayInWords(ends, language), left: time('days', { count: left }) })
    : '';
  return (
    <Panel title={t('now')} className="status-sentence">
      <p>{patient.status === 'invited' ? invited : sentence(patient, t)}</p>
    </Panel>
  );
}

function sentence(patient: PatientPage, t: Say<keyof typeof patientTexts.texts>): string {
  switch (patient.status) {
    case 'invited':
      return '';
    case 'lapsed':
      return t('saysLapsed');
    case 'active':
      return `${progress(patient, t)} ${place(patient, t)}`.trim();
    case 'paused':
      return `${t('saysPaused')} ${progress(patient, t)}`;
    case 'maintenance':
      return `${t('saysMaintenance')} ${progress(patient, t)}`;
    case 'ended':
      return `${t('saysEnded')} ${progress(patient, t)}`;
    case 'purged':
      return t('saysPurged');
  }
}

function progress(
  { finishedSteps: finished, steps, day }: PatientPage,
  t: Say<keyof typeof patientTexts.texts>,
): string {
  return day && day > 1 ? t('saysProgress', { finished, steps, day }) : t('saysStarted', { finished, steps });
}

function place({ current }: PatientPage, t: Say<keyof typeof patientTexts.texts>): string {
  return current ? t('saysAt', { step: current.step, module: current.module }) : '';
}
