import type { Block } from '@skute/programmes/rules';
import type { StepView } from '@skute/treatment/contract';
import { PageHeading, useOnline } from '@skute/ui/base';
import { PageContent } from '@skute/ui/content';
import { useLanguage, useText } from '@skute/ui/i18n';
import { isDarkNow } from '@skute/ui/session';
import { useScrollPlace } from '../kept/scroll-place.ts';
import { useTicks } from '../kept/ticks.ts';
import { AppLink } from '../links.tsx';
import { usePatient } from '../shell/patient-session.ts';
import { StepFoot } from './step-foot.tsx';
import { StepTools } from './step-tools.tsx';
import { stepTexts } from './texts.ts';
import { usePrinting } from './use-printing.ts';

/** One page of the programme: its words, what one can do with it, and the way on. */
export function StepReader({ step }: { step: StepView }) {
  const t = useText(stepTexts);
  const session = usePatient();
  const online = useOnline();
  const ticks = useTicks(step.id);
  const { printing, print } = usePrinting();
  useScrollPlace(step.id, true);
  // Checked when the package was imported; the contract lets them through as they are.
  const blocks = step.blocks as unknown as readonly Block[];
  return (
    <article className="page step">
      <header className="step-head">
        <p className="over-line">
          <AppLink to="/programme" hash={step.module.id}>
            {step.module.title}
          </AppLink>
          <span>{t('minutes', { count: step.minutes })}</span>
        </p>
        <PageHeading lang={step.language}>{step.title}</PageHeading>
        {step.because ? <p className="because">{step.because.text}</p> : null}
        {step.example ? <p className="small">{t('example')}</p> : null}
        <OtherLanguage language={step.language} />
        <StepTools step={step} blocks={blocks} print={print} />
      </header>
      <PageContent
        blocks={blocks}
        language={step.language}
        versionId={step.versionId}
        dark={!printing && isDarkNow(session.preferences.theme)}
        online={online}
        ticks={ticks}
        stepLink={(stepId, words) => (
          <AppLink to="/step/$stepId" params={{ stepId }}>
            {words}
          </AppLink>
        )}
      />
      <StepFoot step={step} />
    </article>
  );
}

/** A page that is not in the language of the screen says so. */
function OtherLanguage({ language }: { language: string }) {
  const t = useText(stepTexts);
  const screen = useLanguage();
  if (language === screen) return null;
  const names = new Intl.DisplayNames([screen], { type: 'language' });
  return <p className="notice">{t('otherLanguage', { language: names.of(language) ?? language })}</p>;
}
