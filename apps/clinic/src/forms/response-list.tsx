import type { Measures } from '@skute/treatment/contract';
import { useText } from '@skute/ui/i18n';
import { Panel } from '../patient/panel.tsx';
import { useHere } from '../shell/clinic-session.ts';
import { timeTexts, whenInWords } from '../words/time-words.ts';
import { formsTexts } from './texts.ts';

interface ResponseListProps {
  readonly responses: Measures['responses'];
  readonly reading: string | undefined;
  readonly read: (responseId: string) => void;
}

/** Every form that was sent, newest first, and whether the clinic has read it. */
export function ResponseList({ responses, reading, read }: ResponseListProps) {
  const t = useText(formsTexts);
  const time = useText(timeTexts);
  const here = useHere();
  return (
    <Panel title={t('answers')}>
      {responses.length === 0 ? <p className="subtle">{t('empty')}</p> : null}
      <ul className="responses" hidden={responses.length === 0}>
        {responses.map(({ id, title, answeredAt, readAt }) => (
          <li key={id} className="response">
            <button
              type="button"
              className="step-title"
              data-row={id}
              aria-current={id === reading ? 'true' : undefined}
              onClick={() => read(id)}
            >
              {title}
            </button>
            <span className="subtle">{whenInWords(answeredAt, here, time)}</span>
            <span className="response-state" data-unread={readAt === null}>
              {readAt === null ? t('unread') : t('readPlain')}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
