import { PageHeading, Paragraph, useOnline } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { Refusal } from '@skute/ui/session';
import { AppLink, useStepId } from '../links.tsx';
import { NoAnswerPage } from '../shell/no-answer-page.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { StepReader } from './step-reader.tsx';
import { stepTexts } from './texts.ts';
import { useStep } from './use-step.ts';

export function StepPage() {
  const stepId = useStepId();
  const step = useStep(stepId);
  const online = useOnline();
  if (step.data) return <StepReader key={stepId} step={step.data} />;
  if (!step.isError) return <Waiting />;
  if (step.error instanceof Refusal && step.error.problem.status < 500) return <NotHere kind="notOpen" />;
  if (!online) return <NotHere kind="notFetched" />;
  return <NoAnswerPage tryAgain={() => void step.refetch()} error={step.error} />;
}

/** Not open for the patient, or never opened on this phone: where to look instead. */
function NotHere({ kind }: { kind: 'notOpen' | 'notFetched' }) {
  const t = useText(stepTexts);
  return (
    <div className="page">
      <PageHeading>{t(kind)}</PageHeading>
      <Paragraph>{t(kind === 'notOpen' ? 'notOpenText' : 'notFetchedText')}</Paragraph>
      <AppLink to="/programme" className="ds-button" data-variant="primary">
        {t('toProgramme')}
      </AppLink>
    </div>
  );
}
