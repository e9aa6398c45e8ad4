import type { PaperLine, Papers } from '@skute/papers/contract';
import { Tag } from '@skute/ui/base';
import { useText } from '@skute/ui/i18n';
import { Link } from '@tanstack/react-router';
import { Panel } from '../patient/panel.tsx';
import { useHere } from '../shell/clinic-session.ts';
import { dayInItsYear } from '../words/dates.ts';
import { dateIn, timeTexts, whenInWords } from '../words/time-words.ts';
import { inOrder } from './kinds.ts';
import { papersTexts } from './texts.ts';

/** What can be written now; what it is time for comes first, with why. */
export function ToWriteList({ treatmentId, papers }: { treatmentId: string; papers: Papers }) {
  const t = useText(papersTexts);
  return (
    <Panel title={t('toWrite')}>
      <ul className="paper-lines">
        {inOrder(papers.kinds).map((line, place) => (
          <ToWrite key={line.kind} treatmentId={treatmentId} line={line} first={place === 0} />
        ))}
      </ul>
    </Panel>
  );
}

interface ToWriteProps {
  readonly treatmentId: string;
  readonly line: PaperLine;
  readonly first: boolean;
}

function ToWrite({ treatmentId, line, first }: ToWriteProps) {
  const t = useText(papersTexts);
  const act = t(line.draft ? 'goOn' : 'write');
  return (
    <li className="paper-line">
      <div>
        <strong>{line.title}</strong> {line.proposed ? <Tag data-color="accent">{t('proposed')}</Tag> : null}
        <Why line={line} />
      </div>
      <Link
        to="/treatments/$treatmentId/papers"
        params={{ treatmentId }}
        search={{ write: line.kind }}
        className="ds-button"
        data-variant={first && line.proposed ? 'primary' : 'secondary'}
        aria-label={t('for', { act, name: line.title })}
      >
        {act}
      </Link>
    </li>
  );
}

function Why({ line }: { line: PaperLine }) {
  const t = useText(papersTexts);
  const time = useText(timeTexts);
  const here = useHere();
  const today = dateIn(here.timeZone, here.now);
  const { because, since, draft, sent } = line;
  const words = [
    because && since ? t('because', { why: t(because), day: dayInItsYear(since, today, here.language) }) : '',
    draft ? t('begun', { by: draft.saved.by, when: whenInWords(draft.saved.at, here, time) }) : '',
    sent > 0 ? t('sentBefore', { count: sent }) : '',
  ].filter((word) => word !== '');
  return words.map((word) => (
    <p key={word} className="subtle">
      {word}
    </p>
  ));
}
