import type { QuestionnaireResponse } from '@skute/forms/rules';
import type { Draft, FormView } from '@skute/treatment/contract';
import { Button, PageHeading, Paragraph } from '@skute/ui/base';
import { dayOfInstant, timeOfInstant, useLanguage, useText } from '@skute/ui/i18n';
import { useEffect, useMemo, useState } from 'react';
import { type Difference, differencesOf, merged } from './draft/merge.ts';
import type { FormDraft } from './draft/use-draft.ts';
import type { Filling } from './filling.ts';
import { useAnswerWords } from './items/answer-words.ts';
import { useLooks } from './items/looks.ts';
import { formTexts } from './texts.ts';

interface ConflictPageProps {
  readonly other: Draft;
  readonly view: FormView;
  readonly filling: Filling;
  readonly draft: FormDraft;
}

/** Answered here and somewhere else: both are shown, and the patient chooses, all at once or question by question. */
export function ConflictPage({ other, view, filling, draft }: ConflictPageProps) {
  const t = useText(formTexts);
  const language = useLanguage();
  const { engine, form, circumstances, response, typed } = filling;
  const there = other.response as unknown as QuestionnaireResponse;
  const differences = useMemo(
    () => differencesOf({ engine, form, circumstances }, response, there),
    [engine, form, circumstances, response, there],
  );
  const [fromThere, setFromThere] = useState<ReadonlySet<string>>(new Set());
  const same = differences.length === 0;
  useEffect(() => {
    // Nothing to choose between: it goes on from what was saved last.
    if (same) draft.resolve({ response, typed });
  });
  if (same) return null;
  const day = dayOfInstant(other.savedAt, view.timeZone, language);
  const elsewhere = t('there', { day, time: timeOfInstant(other.savedAt, view.timeZone, language) });
  const toggle = (key: string, isThere: boolean): void => {
    const after = new Set(fromThere);
    if (isThere) after.add(key);
    else after.delete(key);
    setFromThere(after);
  };
  return (
    <div className="page form-conflict">
      <PageHeading page="conflict">{t('conflict')}</PageHeading>
      <Paragraph>{t('conflictText')}</Paragraph>
      {differences.map((difference) => (
        <OneDifference
          key={difference.key}
          difference={difference}
          elsewhere={elsewhere}
          isThere={fromThere.has(difference.key)}
          choose={(isThere) => toggle(difference.key, isThere)}
        />
      ))}
      <div className="form-foot">
        <Button
          className="wide"
          onClick={() =>
            draft.resolve({ response: merged(filling, response, differences, fromThere), typed: {} })
          }
        >
          {t('useChosen')}
        </Button>
        <Button variant="secondary" onClick={() => draft.resolve({ response, typed })}>
          {t('allHere')}
        </Button>
        <Button variant="secondary" onClick={() => draft.resolve({ response: there, typed: {} })}>
          {t('allThere')}
        </Button>
      </div>
    </div>
  );
}

interface OneDifferenceProps {
  readonly difference: Difference;
  readonly elsewhere: string;
  readonly isThere: boolean;
  readonly choose: (isThere: boolean) => void;
}

function OneDifference({ difference, elsewhere, isThere, choose }: OneDifferenceProps) {
  const t = useText(formTexts);
  const say = useAnswerWords();
  const { lang } = useLooks();
  const { key, here, there } = difference;
  const wordsOf = (state: Difference['here']): string => {
    if (state?.declined) return t('declined');
    return state?.answers.map((answer) => say(state, answer)).join(', ') || t('noAnswer');
  };
  const versions = [
    { name: t('here'), state: here, chosen: !isThere },
    { name: elsewhere, state: there, chosen: isThere },
  ];
  return (
    <fieldset className="choice conflict-choice">
      <legend lang={lang}>{(here ?? there)?.text}</legend>
      {versions.map(({ name, state, chosen }, place) => (
        <label key={name} className="choice-row">
          <input
            type="radio"
            className="ds-input"
            name={`conflict ${key}`}
            checked={chosen}
            onChange={() => choose(place === 1)}
          />
          <span>
            {wordsOf(state)}
            <span className="choice-help">{name}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
