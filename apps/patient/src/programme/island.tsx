import { StatusWord } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { useEffect, useRef, useState } from 'react';
import { IslandMark } from './island-mark.tsx';
import { type ModuleView, statusOf, stepsOf } from './route.ts';
import { StepRow } from './step-row.tsx';
import { programmeTexts } from './texts.ts';

interface IslandProps {
  readonly module: ModuleView;
  readonly unfolded: boolean;
  readonly next: string | undefined;
}

/** One module: what it is about, how far one has come, why it opened or when it will, and its steps. */
export function Island({ module, unfolded, next }: IslandProps) {
  const t = useText(programmeTexts);
  const [open, setOpen] = useState(unfolded);
  const place = useRef<HTMLLIElement>(null);
  const asked = window.location.hash === `#${module.id}`;
  useEffect(() => {
    if (asked) place.current?.scrollIntoView({ block: 'start' });
  }, [asked]);
  const stepsId = `steps-${module.id}`;
  return (
    <li ref={place} id={module.id} className="island" data-open={module.open} data-finished={module.finished}>
      <IslandMark finished={module.finished} open={module.open} />
      <div className="island-card">
        <h2>
          {module.open ? (
            <button type="button" aria-expanded={open} aria-controls={stepsId} onClick={() => setOpen(!open)}>
              {module.title}
            </button>
          ) : (
            module.title
          )}
        </h2>
        <p className="subtle">{module.summary}</p>
        <p className="facts">
          <ModuleStatus module={module} />
          <span>{t('minutes', { count: module.minutes })}</span>
          {module.optional ? <StatusWord status="optional" /> : null}
        </p>
        <Because module={module} />
        {module.open ? (
          <div id={stepsId} hidden={!open}>
            <Steps module={module} next={next} />
          </div>
        ) : null}
      </div>
    </li>
  );
}

function ModuleStatus({ module }: { module: ModuleView }) {
  if (module.open) return <StatusWord status={statusOf(module)} />;
  return module.opensOn ? <StatusWord status="opens" on={module.opensOn} /> : null;
}

/** Why it is open; or, where no date is known, what will open it. */
function Because({ module }: { module: ModuleView }) {
  const t = useText(programmeTexts);
  if (module.because) return <p className="because">{module.because.text}</p>;
  if (module.open || module.opensOn) return null;
  return <p className="because">{module.optional ? t('opensByClinic') : t('opensLater')}</p>;
}

function Steps({ module, next }: { module: ModuleView; next: string | undefined }) {
  const t = useText(programmeTexts);
  return (
    <>
      {module.sections.map((section) => (
        <section key={section.id}>
          <h3 className="section-title">{section.title}</h3>
          <ul className="plain-list steps">
            {section.steps.map((step) => (
              <li key={step.id}>
                <StepRow step={step} next={step.id === next} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {stepsOf(module).some((step) => !step.reachable) ? <p className="because">{t('oneByOne')}</p> : null}
    </>
  );
}
