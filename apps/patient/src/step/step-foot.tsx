import type { StepView } from '@skute/treatment/contract';
import { Button } from '@skute/ui/base';
import { type Say, useText } from '@skute/ui/i18n';
import { AppLink } from '../links.tsx';
import { useToday } from '../today/use-today.ts';
import { stepTexts } from './texts.ts';
import { useFinish } from './use-finish.ts';

type Words = Say<keyof typeof stepTexts.texts>;

/** The way on, at thumb height at the end of the page; and the way back. */
export function StepFoot({ step }: { step: StepView }) {
  const t = useText(stepTexts);
  const finish = useFinish(step);
  const reading = useReadingOnly();
  return (
    <footer className="step-foot">
      {reading ? (
        <ReadOn step={step} />
      ) : (
        <Button className="wide" loading={finish.isPending} onClick={() => finish.mutate()}>
          {step.next ? t('next') : t('finish')}
        </Button>
      )}
      {step.next ? <p className="small">{t('nextIs', { title: step.next.title })}</p> : null}
      <output>
        {finish.isError || finish.data ? (
          <span className="notice">{newsOf(finish.isError, finish.data, t)}</span>
        ) : null}
      </output>
      {step.previous ? (
        <AppLink to="/step/$stepId" params={{ stepId: step.previous.id }} className="text-link">
          {t('previous', { title: step.previous.title })}
        </AppLink>
      ) : null}
    </footer>
  );
}

function newsOf(
  failed: boolean,
  outcome: 'sent' | 'here' | 'held' | 'not-saved' | undefined,
  t: Words,
): string {
  if (failed) return t('refused');
  if (outcome === 'not-saved') return t('notSaved');
  if (outcome === 'held') return `${t('savedHere')} ${t('savedHereNext')}`;
  return outcome === 'here' ? t('savedHere') : '';
}

/** On hold, and after the end: pages are read, and nothing is finished. */
function useReadingOnly(): boolean {
  const status = useToday().data?.treatment?.status;
  return status === 'paused' || status === 'maintenance';
}

function ReadOn({ step }: { step: StepView }) {
  const t = useText(stepTexts);
  if (!step.next) {
    return (
      <AppLink to="/programme" className="ds-button wide" data-variant="primary">
        {t('toProgramme')}
      </AppLink>
    );
  }
  return (
    <AppLink
      to="/step/$stepId"
      params={{ stepId: step.next.id }}
      className="ds-button wide"
      data-variant="primary"
    >
      {t('next')}
    </AppLink>
  );
}
