import type { ResponseView } from '@skute/treatment/contract';
import { useLanguage, useText } from '@skute/ui/i18n';
import { formsTexts } from './texts.ts';

/** What was answered, item by item, in the wording of then. Missing is shown as missing. */
export function AnswerLines({ view }: { view: ResponseView }) {
  const language = useLanguage();
  const lang = view.language.split('-')[0] === language ? undefined : view.language;
  return (
    <dl className="answer-lines" lang={lang}>
      {view.lines.map((line, place) =>
        line.kind === 'group' ? null : (
          // The same question may stand there twice.
          <div key={`${line.linkId} ${place}`} className="answer-line" data-state={line.state}>
            <dt>{line.text}</dt>
            <Given line={line} language={language} />
          </div>
        ),
      )}
    </dl>
  );
}

function Given({ line, language }: { line: ResponseView['lines'][number]; language: string }) {
  const t = useText(formsTexts);
  if (line.state !== 'answered') {
    return (
      <dd className="subtle" lang={language}>
        {t(line.state === 'declined' ? 'declined' : 'missingAnswer')}
      </dd>
    );
  }
  return (
    <dd>
      {line.answers.join(', ')}
      {line.calculated ? (
        <span className="subtle" lang={language}>
          {' '}
          ({t('calculated')})
        </span>
      ) : null}
    </dd>
  );
}
