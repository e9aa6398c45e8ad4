import type { Today } from '@skute/treatment/contract';
import type { BoatState } from '@skute/ui/boat';
import { hourOfInstant, type Say, useText } from '@skute/ui/i18n';
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

function wordsFor(treatment: Treatment, back: boolean, t: Words): { title: string; text: string } {
  if (treatment.status === 'paused') return { title: t('paused'), text: t('pausedText') };
  if (treatment.status === 'maintenance') return { title: t('maintenance'), text: t('maintenanceText') };
  if (back) return { title: t('back'), text: t('backText') };
  const { week, weeks } = treatment;
  // Past the recommended length nothing closes, so counting on would only say "late".
  const within = week !== null && week <= weeks;
  return {
    title: t(greetingAt(hourOfInstant(treatment.now, treatment.timeZone))),
    text: within ? t('week', { week, weeks }) : t('ownPace'),
  };
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
