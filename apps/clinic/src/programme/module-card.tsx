import { EyeIcon, EyeSlashIcon } from '@navikt/aksel-icons';
import type { SteeringView } from '@skute/treatment/contract';
import { Button, StatusWord } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { useState } from 'react';
import { ModuleSteps } from './module-steps.tsx';
import { programmeTexts } from './texts.ts';
import { type Asked, type Module, ruleFor, stepsOf } from './things.ts';

export interface ModuleCardProps {
  readonly module: Module;
  readonly view: SteeringView;
  readonly ask: (asked: Asked) => void;
  readonly read: (stepId: string) => void;
  readonly reading: string | undefined;
}

/** One module as the patient sees it, and opening, closing, showing, hiding or holding it. */
export function ModuleCard({ module, view, ask, read, reading }: ModuleCardProps) {
  const t = useText(programmeTexts);
  const steps = stepsOf(module);
  const open = module.open && !module.hidden;
  const [unfolded, setUnfolded] = useState(open && !module.finished);
  // A step that is being read stays in sight, also after it has been closed.
  if (!unfolded && steps.some(({ id }) => id === reading)) setUnfolded(true);
  return (
    <li className="module" data-open={open}>
      <div className="module-head">
        <h2>
          <button
            type="button"
            className="module-title"
            aria-expanded={unfolded}
            data-row={`module:${module.id}`}
            onClick={() => setUnfolded(!unfolded)}
          >
            {module.title}
          </button>
        </h2>
        <span className="module-facts">
          {module.optional ? <StatusWord status="optional" /> : null}
          <ModuleStatus module={module} />
          <DaysLeft left={open && !module.finished ? module.daysLeft : null} />
        </span>
        {view.allowed.includes('steer') ? <ModuleActs module={module} view={view} ask={ask} /> : null}
      </div>
      <Why module={module} view={view} />
      {open ? null : <p className="strip">{t('notOpen')}</p>}
      {unfolded ? <ModuleSteps module={module} view={view} ask={ask} read={read} reading={reading} /> : null}
    </li>
  );
}

function ModuleStatus({ module }: { module: Module }) {
  const t = useText(programmeTexts);
  const steps = stepsOf(module);
  if (module.hidden) return <span className="status-word">{t('hidden')}</span>;
  if (module.finished) return <StatusWord status="finished" />;
  if (!module.open)
    return module.opensOn ? (
      <StatusWord status="opens" on={module.opensOn} />
    ) : (
      <StatusWord status="waiting" />
    );
  const begun = steps.some(({ status }) => status === 'begun' || status === 'finished');
  return <StatusWord status={begun ? 'begun' : 'not-begun'} />;
}

function DaysLeft({ left }: { left: number | null }) {
  const t = useText(programmeTexts);
  if (left === null) return null;
  return <span className="days-left">{left > 0 ? t('daysLeft', { count: left }) : t('daysOver')}</span>;
}

function Why({ module, view }: Pick<ModuleCardProps, 'module' | 'view'>) {
  const t = useText(programmeTexts);
  const rule = ruleFor(module, view.rules);
  const { because } = module;
  if (because?.by === 'rule') return <p className="because">{because.text}</p>;
  const word = module.hidden ? 'hiddenByClinic' : module.open ? 'openedByClinic' : 'closedByClinic';
  return (
    <>
      {because?.text ? <p className="because">{t(word, { reason: because.text })}</p> : null}
      {rule ? <p className="because">{t('opensBy', { because: rule.because })}</p> : null}
    </>
  );
}

function ModuleActs({ module, view, ask }: Pick<ModuleCardProps, 'module' | 'view' | 'ask'>) {
  const t = useText(programmeTexts);
  const rule = ruleFor(module, view.rules);
  const said = (act: string): string => t('for', { act, name: module.title });
  return (
    <span className="row-acts">
      {module.open ? (
        <Button
          variant="tertiary"
          aria-label={said(t('close'))}
          onClick={() => ask({ act: 'close-module', module })}
        >
          {t('close')}
        </Button>
      ) : (
        <Button
          variant="secondary"
          aria-label={said(t('open'))}
          onClick={() => ask({ act: 'open-module', module })}
        >
          {t('open')}
        </Button>
      )}
      <VisibilityAct module={module} ask={ask} />
      {rule ? (
        <Button
          variant="tertiary"
          aria-label={said(t('hold'))}
          onClick={() => ask({ act: 'hold-rule', rule })}
        >
          {t('hold')}
        </Button>
      ) : null}
    </span>
  );
}

function VisibilityAct({ module, ask }: Pick<ModuleCardProps, 'module' | 'ask'>) {
  const t = useText(programmeTexts);
  const [act, word, Icon] = module.hidden
    ? (['show-module', t('show'), EyeIcon] as const)
    : (['hide-module', t('hide'), EyeSlashIcon] as const);
  return (
    <Button
      variant="tertiary"
      data-color="neutral"
      icon
      aria-label={t('for', { act: word, name: module.title })}
      title={word}
      onClick={() => ask({ act, module })}
    >
      <Icon aria-hidden="true" />
    </Button>
  );
}
