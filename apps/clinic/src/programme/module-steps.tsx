import { EyeIcon, EyeSlashIcon } from '@navikt/aksel-icons';
import { Button, StatusWord } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { Fragment } from 'react';
import type { ModuleCardProps } from './module-card.tsx';
import { programmeTexts } from './texts.ts';
import { type Step, stepsOf } from './things.ts';

/** The steps in the order they are taken, with a strip where the patient's way ends. */
export function ModuleSteps({ module, view, ask, read, reading }: ModuleCardProps) {
  const t = useText(programmeTexts);
  const stop =
    module.open && !module.hidden
      ? stepsOf(module).find(({ reachable, hidden }) => !reachable && !hidden)
      : undefined;
  const why = view.treatment.status === 'invited' ? t('notAccepted') : t('inOrder');
  return (
    <>
      {module.sections.map((section) => (
        <section key={section.id} className="steps-section">
          <h3>{section.title}</h3>
          <ul className="steps">
            {section.steps.map((step) => (
              <Fragment key={step.id}>
                {step === stop ? <li className="strip">{why}</li> : null}
                <StepLine
                  step={step}
                  steerable={view.allowed.includes('steer')}
                  ask={ask}
                  read={read}
                  current={step.id === reading}
                />
              </Fragment>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

interface StepLineProps extends Pick<ModuleCardProps, 'ask' | 'read'> {
  readonly step: Step;
  readonly steerable: boolean;
  readonly current: boolean;
}

function StepLine({ step, steerable, ask, read, current }: StepLineProps) {
  const t = useText(programmeTexts);
  const [act, word, Icon] = step.hidden
    ? (['show-step', t('show'), EyeIcon] as const)
    : (['hide-step', t('hide'), EyeSlashIcon] as const);
  return (
    <li className="step" data-reachable={step.reachable && !step.hidden}>
      <button
        type="button"
        className="step-title"
        data-row={`step:${step.id}`}
        aria-current={current ? 'true' : undefined}
        onClick={() => read(step.id)}
      >
        {step.title}
      </button>
      <span className="subtle">{t('minutes', { count: step.minutes })}</span>
      <StepState step={step} />
      {steerable ? (
        <Button
          variant="tertiary"
          data-color="neutral"
          icon
          aria-label={t('for', { act: word, name: step.title })}
          title={word}
          onClick={() => ask({ act, step })}
        >
          <Icon aria-hidden="true" />
        </Button>
      ) : null}
      {step.because && (step.hidden || step.hiddenAtStart) ? (
        <p className="because">{step.because.text}</p>
      ) : null}
    </li>
  );
}

function StepState({ step }: { step: Step }) {
  const t = useText(programmeTexts);
  if (step.hidden) return <span className="status-word">{t('hidden')}</span>;
  return step.status === 'not-open' ? <span /> : <StatusWord status={step.status} />;
}
