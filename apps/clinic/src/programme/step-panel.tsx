import { XMarkIcon } from '@navikt/aksel-icons';
import type { Block } from '@skute/programmes/rules';
import type { previewStep } from '@skute/treatment/contract';
import { Button } from '@skute/ui/base';
import { PageContent } from '@skute/ui/content';
import { useLanguage, useText } from '@skute/ui/i18n';
import { isDarkNow } from '@skute/ui/session';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { z } from 'zod';
import { stepQuery } from '../data/queries.ts';
import { useActs } from '../keys/acts.ts';
import { Loaded } from '../parts/loadable.tsx';
import { useClinician } from '../shell/clinic-session.ts';
import { programmeTexts } from './texts.ts';

interface StepPanelProps {
  readonly treatmentId: string;
  readonly stepId: string;
  readonly read: (stepId: string | undefined) => void;
}

/** One step beside the list, drawn by the same renderer as in the patient's app. Escape closes it. */
export function StepPanel({ treatmentId, stepId, read }: StepPanelProps) {
  const t = useText(programmeTexts);
  const step = useQuery(stepQuery(treatmentId, stepId));
  const close = (): void => read(undefined);
  useActs([
    { id: 'close-step', label: t('closePreview'), keys: 'Escape', group: 'here', inRegion: true, run: close },
  ]);
  return (
    <section className="panel step-panel" aria-label={t('preview')}>
      <Button variant="tertiary" icon className="step-close" aria-label={t('closePreview')} onClick={close}>
        <XMarkIcon aria-hidden="true" />
      </Button>
      <Loaded of={step} lines={5}>
        {(preview) => <Preview preview={preview} read={read} />}
      </Loaded>
    </section>
  );
}

type PreviewedStep = z.output<(typeof previewStep.replies)[200]>;

function Preview({ preview, read }: { preview: PreviewedStep; read: (stepId: string) => void }) {
  const t = useText(programmeTexts);
  const language = useLanguage();
  const { preferences } = useClinician().session;
  const heading = useRef<HTMLHeadingElement>(null);
  const { step, reachable, hidden } = preview;
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <>
      <p className="subtle">{step.module.title}</p>
      <h2 ref={heading} tabIndex={-1} lang={step.language} className="page-heading">
        {step.title}
      </h2>
      {hidden || !reachable ? <p className="strip">{hidden ? t('hidden') : t('notOpen')}</p> : null}
      {step.language === language ? null : <p className="subtle">{t('otherLanguage')}</p>}
      {step.example ? <p className="subtle">{t('example')}</p> : null}
      <PageContent
        // Checked when the package was imported; the contract lets them pass as they were stored.
        blocks={step.blocks as unknown as readonly Block[]}
        language={step.language}
        versionId={step.versionId}
        dark={isDarkNow(preferences.theme)}
        stepLink={(to, children) => (
          <button type="button" className="link-button" onClick={() => read(to)}>
            {children}
          </button>
        )}
      />
    </>
  );
}
