import { Heading } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import type { StepView } from '@skute/treatment/contract';
import { useQueryClient } from '@tanstack/react-query';
import { stepKey } from '../kept/answers.ts';
import { AppLink, useStepId } from '../links.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { type Finished, finishedKey } from './finished.ts';
import { stepTexts } from './texts.ts';

/** After the last step of a module, or of what is open: a breath, what opened and why, and the way on. */
export function FinishedPage() {
  const t = useText(stepTexts);
  const stepId = useStepId();
  const client = useQueryClient();
  const finished = client.getQueryData<Finished>(finishedKey(stepId));
  const step = client.getQueryData<StepView>(stepKey(stepId));
  const done = finished?.moduleFinished && step;
  return (
    <div className="page">
      <PageHead
        boat={finished?.next ? 'sailing' : 'harbour'}
        moving
        title={done ? t('finishedModule', { title: step.module.title }) : t('finishedAll')}
      >
        {t('finishedText')}
      </PageHead>
      {(finished?.opened ?? []).map((opened) => (
        <section key={opened.moduleId} className="card">
          <Heading level={2} data-size="2xs">
            {t('opened', { title: opened.title })}
          </Heading>
          <p className="because">{opened.because.text}</p>
        </section>
      ))}
      <WayOn next={finished?.next ?? null} />
    </div>
  );
}

function WayOn({ next }: { next: Finished['next'] }) {
  const t = useText(stepTexts);
  if (!next) {
    return (
      <AppLink to="/" className="ds-button wide" data-variant="primary">
        {t('toToday')}
      </AppLink>
    );
  }
  return (
    <>
      <AppLink
        to="/step/$stepId"
        params={{ stepId: next.id }}
        className="ds-button wide"
        data-variant="primary"
      >
        {t('goOn')}
      </AppLink>
      <p className="small">{t('nextIs', { title: next.title })}</p>
      <AppLink to="/" className="text-link">
        {t('toToday')}
      </AppLink>
    </>
  );
}
