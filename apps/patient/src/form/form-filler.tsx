import type { FormView } from '@skute/treatment/contract';
import { useLanguage } from '@skute/ui/i18n';
import { type RefObject, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { useFormPlace } from '../links.tsx';
import { usePatient } from '../shell/patient-session.ts';
import { CheckPage } from './check-page.tsx';
import { ConflictPage } from './conflict-page.tsx';
import { beginningOf, keptDraft } from './draft/kept-draft.ts';
import { useDraft } from './draft/use-draft.ts';
import { type Act, afterAct, beginFilling, type Filling } from './filling.ts';
import { FormIntro } from './form-intro.tsx';
import { ActsContext, type FormActs, type Looks, LooksContext } from './items/looks.ts';
import { languageOf } from './language-of.ts';
import { PartPage } from './part-page.tsx';
import { isSeen, type Pace, partsOf } from './parts.ts';
import type { ReadyForm } from './ready-form.ts';

/** Holds what is written, and shows the part that the address asks for. */
export function FormFiller({ view, ready }: { view: FormView; ready: ReadyForm }) {
  const { part } = useFormPlace();
  const language = useLanguage();
  const [beginning] = useState(() => beginningOf(view, keptDraft(view.formId)));
  const [filling, dispatch] = useReducer(afterAct, null, () => {
    const circumstances = { ...ready.circumstances, language };
    const response = () => ready.engine.startResponse(ready.form, circumstances);
    const written = beginning.written ?? { response: response(), typed: {} };
    return beginFilling({ ...ready, circumstances }, written);
  });
  useEffect(() => dispatch({ act: 'speak', language }), [language]);
  const draft = useDraft({ view, filling, beginning, dispatch });
  const acts = useActsOf(dispatch, useLatest(filling));
  const [pace, setPace] = usePace();
  const parts = useMemo(() => partsOf(filling.evaluation.items, pace), [filling.evaluation.items, pace]);
  const [attempted, setAttempted] = useState('');
  const looks = useLooksOf(filling, attempted === part && part !== '');
  const seen = parts.map((one, place) => ({ number: place + 1, ...one })).filter(isSeen);
  const common = { view, filling, draft, parts: seen };
  const body = (): React.ReactNode => {
    if (draft.conflict) return <ConflictPage other={draft.conflict} {...common} />;
    if (part === '') return <FormIntro {...common} pace={pace} setPace={setPace} begun={beginning} />;
    if (part === 'check') return <CheckPage {...common} />;
    return (
      <PartPage key={part} {...common} part={part} setAttempted={setAttempted} field={beginning.field} />
    );
  };
  return (
    <ActsContext value={acts}>
      <LooksContext value={looks}>{body()}</LooksContext>
    </ActsContext>
  );
}

function useLatest(filling: Filling): RefObject<Filling> {
  const latest = useRef(filling);
  useEffect(() => {
    latest.current = filling;
  });
  return latest;
}

function useActsOf(dispatch: (act: Act) => void, latest: RefObject<Filling>): FormActs {
  return useMemo(
    () => ({
      answer: (key, answers, typed) => dispatch({ act: 'answer', key, answers, ...(typed ? { typed } : {}) }),
      decline: (key, declined) => dispatch({ act: 'decline', key, declined }),
      add: (key) => dispatch({ act: 'add', key }),
      remove: (key) => dispatch({ act: 'remove', key }),
      // A field that is drawn because something has come asks before this has heard of it.
      typed: ({ arrivals, arrived }) =>
        latest.current.arrivals === arrivals ? latest.current.typed : arrived,
    }),
    [dispatch, latest],
  );
}

function useLooksOf({ engine, form, arrivals, arrived }: Filling, showProblems: boolean): Looks {
  const language = useLanguage();
  return useMemo(
    () => ({
      engine,
      lang: languageOf({ engine, form }, language),
      own: form.languages[0] ?? '',
      showProblems,
      arrivals,
      arrived,
    }),
    [engine, form, language, showProblems, arrivals, arrived],
  );
}

/** With large text one question is enough for a screen; otherwise the patient chooses. */
function usePace(): [Pace, (pace: Pace) => void] {
  const { preferences } = usePatient();
  const [chosen, setChosen] = useState<Pace | null>(null);
  return [chosen ?? (preferences.textSize === 'md' ? 'groups' : 'one'), setChosen];
}
