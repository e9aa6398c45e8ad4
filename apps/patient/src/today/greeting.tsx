import type { Today } from '@skute/treatment/contract';
import type { BoatState } from '@skute/ui/boat';
import { hourOfInstant, type Say, useText } from '@skute/ui/i18n';
import type { ReactNode } from 'react';
import { PageHead } from '../shell/page-head.tsx';
import { todayTexts } from './texts.ts';

type Treatment = NonNullable<Today['treatment']>;
type Words = Say<keyof typeof todayTexts.texts>;

/** The boat, a greeting by the hour at the clinic, and where on the way one is. */
export function Greeting({ treatment, back }: { treatment: Treatment; back: boolean }) {
  const t = useText(todayTexts);
  const { title, text } = wordsFor(treatment, back, t);
  return (
    <PageHead
      boat={treatment.programme.motif === 'boat' ? boatFor(treatment, back) : undefined}
      title={title}
    >
      {text}
    </PageHead>
  );
}

function wordsFor(treatment: Treatment, back: boolean, t: Words): { title: string; text: ReactNode } {
  if (treatment.status === 'paused') return { title: t('paused'), text: t('pausedText') };
  if (treatment.status === 'maintenance') return { title: t('maintenance'), text: t('maintenanceText') };
  if (back) return { title: t('back'), text: t('backText') };
  const { week, weeks } = treatment;
  // Past the recommended length nothing closes, so counting on would only say "late".
  const within = week !== null && week <= weeks;
  return {
    title: t(greetingAt(hourOfInstant(treatment.now, treatment.timeZone))),
    text: within ? <WeekAndPace week={t('week', { week, weeks })} pace={t('ownPace')} /> : t('ownPace'),
  };
}

/** *Uke 4 av 26 · Du styrer tempoet*; on a narrow screen two lines, without the dot. */
function WeekAndPace({ week, pace }: { week: string; pace: string }) {
  return (
    <>
      <span>{week}</span>
      <span className="dot"> · </span>
      <span className="after-dot">{pace}</span>
    </>
  );
}

export function greetingAt(hour: number): 'night' | 'morning' | 'day' | 'evening' {
  if (hour < 5) return 'night';
  if (hour < 10) return 'morning';
  return hour < 18 ? 'day' : 'evening';
}

function boatFor(treatment: Treatment, back: boolean): BoatState {
  if (treatment.status === 'maintenance') return 'harbour';
  return treatment.status === 'paused' || back ? 'reefed' : 'sailing';
}
