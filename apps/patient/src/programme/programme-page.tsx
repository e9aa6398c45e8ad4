import { EmptyState, PageHeading } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { NoAnswerPage } from '../shell/no-answer-page.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { Refusal } from '@skute/ui/session';
import { shellTexts } from '../shell/texts.ts';
import { ProgrammeRoute } from './programme-route.tsx';
import { programmeTexts } from './texts.ts';
import { useProgramme } from './use-programme.ts';

export function ProgrammePage() {
  const programme = useProgramme();
  if (programme.data) return <ProgrammeRoute programme={programme.data} />;
  if (!programme.isError) return <Waiting />;
  if (isNotThere(programme.error)) return <NoProgramme />;
  return <NoAnswerPage tryAgain={() => void programme.refetch()} error={programme.error} />;
}

/** Nobody has a programme before they have been invited, or after it has ended. */
function isNotThere(error: Error): boolean {
  return error instanceof Refusal && error.problem.status < 500;
}

function NoProgramme() {
  const t = useText(programmeTexts);
  const shell = useText(shellTexts);
  return (
    <div className="page">
      <PageHeading>{shell('programme')}</PageHeading>
      <EmptyState>{t('none')}</EmptyState>
    </div>
  );
}
