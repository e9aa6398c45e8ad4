import type { ItemState } from '@skute/forms/rules';
import { Folded, VisuallyHidden } from '@skute/ui/base';
import { useLanguage, useText } from '@skute/ui/i18n';
import type { ReactNode } from 'react';
import { fieldId } from '../field-ids.ts';
import { Field } from './field.tsx';
import { type FieldKind, fieldKindOf, isGrouped } from './fields.ts';
import { FormWords } from './form-words.tsx';
import { useActs, useLooks } from './looks.ts';
import { problemOf } from './problem-words.ts';
import { QuestionFoot } from './question-foot.tsx';
import { ReadOnly } from './read-only.tsx';
import { itemTexts } from './texts.ts';

/** One question: its words, its help, its field, and what is wrong with the answer. */
export function Question({ state }: { state: ItemState }) {
  const t = useText(itemTexts);
  const language = useLanguage();
  const acts = useActs();
  const looks = useLooks();
  const id = fieldId(state.key);
  if (state.readOnly) return <ReadOnly state={state} />;
  const kind = fieldKindOf(state);
  const problem = looks.showProblems ? problemOf(state, acts.typed(looks), t, language) : null;
  const described = [state.help && isShort(state.help) ? `${id}-help` : '', problem ? `${id}-problem` : ''];
  const describedBy = described.filter(Boolean).join(' ') || undefined;
  return (
    <Frame id={id} kind={kind} state={state} invalid={problem !== null}>
      {state.help ? <Help id={`${id}-help`} words={state.help} about={state.text} /> : null}
      {problem ? (
        <p className="problem" id={`${id}-problem`}>
          {problem}
        </p>
      ) : null}
      <Field kind={kind} state={state} id={id} describedBy={describedBy} invalid={problem !== null} />
      <QuestionFoot state={state} kind={kind} id={id} />
    </Frame>
  );
}

interface FrameProps {
  readonly id: string;
  readonly kind: FieldKind;
  readonly state: ItemState;
  readonly invalid: boolean;
  readonly children: ReactNode;
}

function Frame({ id, kind, state, invalid, children }: FrameProps) {
  if (!isGrouped(kind)) {
    return (
      <div className="question" data-key={state.key} data-invalid={invalid}>
        <label className="question-words" htmlFor={id}>
          <Words state={state} />
        </label>
        {children}
      </div>
    );
  }
  const oneOf = kind !== 'check-box' && kind !== 'values';
  return (
    <fieldset
      className="question"
      data-key={state.key}
      data-invalid={invalid}
      role={oneOf ? 'radiogroup' : undefined}
      aria-invalid={oneOf && invalid ? true : undefined}
      aria-required={oneOf && state.required ? true : undefined}
    >
      <legend className="question-words">
        <Words state={state} />
      </legend>
      {children}
    </fieldset>
  );
}

function Words({ state }: { state: ItemState }) {
  const t = useText(itemTexts);
  const { lang } = useLooks();
  return (
    <>
      <span lang={lang}>{state.prefix ? `${state.prefix} ${state.text}` : state.text}</span>
      {state.required ? null : <span className="optional"> {t('optional')}</span>}
    </>
  );
}

const isShort = (help: string): boolean => help.length <= 120;

/** A line of help is shown; more than that is folded, so that the questions stay near each other. */
function Help({ id, words, about }: { id: string; words: string; about: string }) {
  const t = useText(itemTexts);
  if (isShort(words))
    return (
      <div id={id}>
        <FormWords words={words} className="help" />
      </div>
    );
  return (
    <Folded
      title={
        <>
          {t('help')}
          <VisuallyHidden>: {about}</VisuallyHidden>
        </>
      }
    >
      <FormWords words={words} />
    </Folded>
  );
}
