import type { ItemState } from '@skute/forms/rules';
import type { FormView } from '@skute/treatment/contract';
import { Button, type FieldError, PageHeading, Paragraph, VisuallyHidden } from '@skute/ui/base';
import { useLanguage, useText } from '@skute/ui/i18n';
import { Refusal } from '@skute/ui/session';
import { useState } from 'react';
import { AppLink } from '../links.tsx';
import type { FormDraft } from './draft/use-draft.ts';
import { fieldId } from './field-ids.ts';
import type { Filling } from './filling.ts';
import { useAnswerWords } from './items/answer-words.ts';
import { useLooks } from './items/looks.ts';
import { problemOf } from './items/problem-words.ts';
import { itemTexts } from './items/texts.ts';
import { OfflineOnShared } from './offline-on-shared.tsx';
import { type Part, questionsIn } from './parts.ts';
import { Problems } from './problems.tsx';
import { SavedLine } from './saved-line.tsx';
import { formTexts } from './texts.ts';
import { useSend } from './use-send.ts';

interface CheckPageProps {
  readonly view: FormView;
  readonly filling: Filling;
  readonly draft: FormDraft;
  readonly parts: readonly (Part & { readonly number: number })[];
}

/** Everything that was answered, with the way back to each; then *Send*. */
export function CheckPage({ view, filling, draft, parts }: CheckPageProps) {
  const t = useText(formTexts);
  const send = useSend(view, filling, draft);
  const { errors, attempts, isReady } = useProblems(filling);
  return (
    <div className="page form-check">
      <header className="step-head">
        <PageHeading>{t('check')}</PageHeading>
        <Paragraph>{t('checkText')}</Paragraph>
      </header>
      <OfflineOnShared />
      <Problems key={`problems ${attempts}`} errors={errors} />
      {parts.map((part) => (
        <CheckedPart key={part.number} part={part} formId={view.formId} />
      ))}
      <div className="form-foot">
        <output className="problem">{send.isError ? t(failureOf(send.error)) : null}</output>
        <Button
          className="wide"
          onClick={() => {
            if (isReady() && !send.isPending) send.mutate();
          }}
        >
          {t('send')}
        </Button>
        <div className="form-ways">
          <AppLink
            to="/form/$formId/$part"
            params={{ formId: view.formId, part: String(parts.at(-1)?.number ?? 1) }}
            className="text-link"
          >
            {t('back')}
          </AppLink>
          <SavedLine kept={draft.kept} />
          <AppLink to="/" className="text-link">
            {t('pause')}
          </AppLink>
        </div>
      </div>
    </div>
  );
}

const failureOf = (error: unknown): 'notTaken' | 'notSent' =>
  error instanceof Refusal && error.problem.status < 500 && error.problem.status !== 401
    ? 'notTaken'
    : 'notSent';

function useProblems({ evaluation, typed }: Filling) {
  const t = useText(itemTexts);
  const language = useLanguage();
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [attempts, setAttempts] = useState(0);
  const isReady = (): boolean => {
    const found = questionsIn(evaluation.items).flatMap((state): FieldError[] => {
      const problem = state.readOnly ? null : problemOf(state, typed, t, language);
      return problem ? [{ field: `change-${fieldId(state.key)}`, text: `${state.text} ${problem}` }] : [];
    });
    setErrors(found);
    setAttempts(attempts + 1);
    return found.length === 0;
  };
  return { errors, attempts, isReady };
}

function CheckedPart({ part, formId }: { part: CheckPageProps['parts'][number]; formId: string }) {
  const { lang } = useLooks();
  const title = part.around.at(-1)?.text;
  const questions = questionsIn(part.items);
  if (questions.length === 0) return null;
  return (
    <section className="card check-part">
      {title ? <h2 lang={lang}>{title}</h2> : null}
      <dl>
        {questions.map((state) => (
          <CheckedLine key={state.key} state={state} formId={formId} part={part.number} />
        ))}
      </dl>
    </section>
  );
}

function CheckedLine({ state, formId, part }: { state: ItemState; formId: string; part: number }) {
  const t = useText(formTexts);
  const say = useAnswerWords();
  const { lang } = useLooks();
  const given = state.answers.map((answer) => say(state, answer));
  return (
    <div className="check-line">
      <dt lang={lang}>{state.text}</dt>
      <dd>
        {given.length > 0 ? (
          <span className="given">{given.join(', ')}</span>
        ) : (
          <span className="subtle">{t(state.declined ? 'declined' : 'noAnswer')}</span>
        )}
        {state.readOnly ? null : (
          <AppLink
            id={`change-${fieldId(state.key)}`}
            to="/form/$formId/$part"
            params={{ formId, part: String(part) }}
            hash={fieldId(state.key)}
            className="text-link"
          >
            {t('change')}
            <VisuallyHidden>: {state.text}</VisuallyHidden>
          </AppLink>
        )}
      </dd>
    </div>
  );
}
