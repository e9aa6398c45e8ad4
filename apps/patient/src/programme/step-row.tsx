import { StatusWord } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import type { KeyboardEvent } from 'react';
import { AppLink } from '../links.tsx';
import type { StepLine } from './route.ts';
import { programmeTexts } from './texts.ts';

/** A step that can't be opened yet is plain text, not a dead link. */
export function StepRow({ step, next }: { step: StepLine; next: boolean }) {
  const t = useText(programmeTexts);
  const words = (
    <>
      <StepMark status={step.status} />
      <span className="step-words">
        <span className="step-title">{step.title}</span>
        <span className="facts">
          {step.reachable ? (
            <StatusWord status={step.status === 'not-open' ? 'not-begun' : step.status} />
          ) : null}
          <span>{t('minutes', { count: step.minutes })}</span>
          {step.bookmarked ? <span>{t('kept')}</span> : null}
        </span>
      </span>
    </>
  );
  if (!step.reachable) return <div className="step-row">{words}</div>;
  return (
    <AppLink
      to="/step/$stepId"
      params={{ stepId: step.id }}
      className="step-row"
      data-next={next}
      onKeyDown={moveBetweenSteps}
    >
      {words}
    </AppLink>
  );
}

/** An empty, half or ticked circle; the word beside it says the same. */
function StepMark({ status }: { status: StepLine['status'] }) {
  return (
    <svg viewBox="0 0 24 24" className="step-mark" data-status={status} aria-hidden="true" focusable="false">
      <circle cx="12" cy="12" r="9" />
      {status === 'begun' ? <path d="M12 3a9 9 0 0 1 0 18Z" className="step-mark-half" /> : null}
      {status === 'finished' ? <path d="M7.5 12.5l3 3 6-6.5" /> : null}
    </svg>
  );
}

/** `↑` and `↓` go between the steps that can be opened; Tab goes through everything, as always. */
function moveBetweenSteps(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const rows = event.currentTarget.closest('.route')?.querySelectorAll<HTMLElement>('a.step-row') ?? [];
  const links = [...rows].filter((link) => link.offsetParent);
  const here = links.indexOf(event.currentTarget);
  event.preventDefault();
  links[here + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
}
