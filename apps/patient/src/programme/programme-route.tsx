import type { ProgrammeView } from '@skute/treatment/contract';
import { VisuallyHidden } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { useLocation } from '@tanstack/react-router';
import { AppLink } from '../links.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { Island } from './island.tsx';
import { isUnfolded, nextStep } from './route.ts';
import { programmeTexts } from './texts.ts';

/** The programme as a chart: modules are islands along a dotted route. */
export function ProgrammeRoute({ programme }: { programme: ProgrammeView }) {
  const t = useText(programmeTexts);
  const { hash } = useLocation();
  const next = nextStep(programme.modules);
  const { title, summary, example, motif } = programme.treatment.programme;
  return (
    <div className="page">
      <PageHead boat={motif === 'boat' ? 'chart' : undefined} title={title}>
        {summary}
      </PageHead>
      {example ? <p className="small">{t('example')}</p> : null}
      {next ? (
        <AppLink
          to="/step/$stepId"
          params={{ stepId: next.id }}
          className="ds-button wide"
          data-variant="primary"
        >
          {next.status === 'begun' || next.id !== firstStepId(programme) ? t('goOn') : t('begin')}
          <VisuallyHidden>: {next.title}</VisuallyHidden>
        </AppLink>
      ) : null}
      <ol className="route">
        {programme.modules.map((module) => (
          <Island
            key={module.id}
            module={module}
            unfolded={isUnfolded(module, next?.id, hash)}
            next={next?.id}
          />
        ))}
      </ol>
    </div>
  );
}

function firstStepId({ modules }: ProgrammeView): string | undefined {
  return modules[0]?.sections[0]?.steps[0]?.id;
}
