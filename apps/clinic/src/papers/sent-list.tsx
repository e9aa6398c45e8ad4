import type { Papers, SentLine } from '@skute/papers/contract';
import { useText } from '@skute/ui/i18n';
import { Link } from '@tanstack/react-router';
import { Panel } from '../patient/panel.tsx';
import { useHere } from '../shell/clinic-session.ts';
import { timeTexts, whenInWords } from '../words/time-words.ts';
import { Deliveries } from './deliveries.tsx';
import { papersTexts } from './texts.ts';

/** What was sent, newest first, and where each of them is. */
export function SentList({ treatmentId, papers }: { treatmentId: string; papers: Papers }) {
  const t = useText(papersTexts);
  return (
    <Panel title={t('sent')}>
      {papers.sent.length === 0 ? <p className="subtle">{t('noneSent')}</p> : null}
      <ul className="paper-lines" hidden={papers.sent.length === 0}>
        {papers.sent.map((line) => (
          <Sent key={line.paperId} treatmentId={treatmentId} line={line} />
        ))}
      </ul>
    </Panel>
  );
}

function Sent({ treatmentId, line }: { treatmentId: string; line: SentLine }) {
  const t = useText(papersTexts);
  const time = useText(timeTexts);
  const here = useHere();
  return (
    <li className="paper-line">
      <div>
        <strong>{line.title}</strong>
        <p className="subtle">
          {t('sentBy', { when: whenInWords(line.sentAt, here, time), by: line.sentBy })}
        </p>
        <Deliveries treatmentId={treatmentId} line={line} />
      </div>
      <Link
        to="/treatments/$treatmentId/papers"
        params={{ treatmentId }}
        search={{ paper: line.paperId }}
        className="ds-button"
        data-variant="secondary"
        aria-label={t('for', { act: t('open'), name: line.title })}
      >
        {t('open')}
      </Link>
    </li>
  );
}
