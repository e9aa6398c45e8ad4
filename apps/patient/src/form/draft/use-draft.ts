import type { Draft, FormView } from '@skute/treatment/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { formKey } from '../../kept/answers.ts';
import { watchKept } from '../../kept/device.ts';
import type { Act, Filling, Written } from '../filling.ts';
import { type DraftKeeper, draftKeeper, type Kept } from './draft-keeper.ts';
import { type Beginning, draftName, type KeptDraft } from './kept-draft.ts';

export interface FormDraft {
  readonly kept: Kept;
  /** What another device has saved since. */
  readonly conflict: Draft | null;
  /** Where the patient last wrote, by the key of the question. */
  readonly field: string | null;
  readonly beganAt: string;
  /** The patient has chosen what is to count. */
  resolve(written: Written): void;
  /** Nothing more is saved: it has been sent. */
  stop(): void;
}

interface DraftSettings {
  readonly view: FormView;
  readonly filling: Filling;
  readonly beginning: Beginning;
  readonly dispatch: (act: Act) => void;
}

/** Keeps what is written, on every change. */
export function useDraft({ view, filling, beginning, dispatch }: DraftSettings): FormDraft {
  const client = useQueryClient();
  const [kept, setKept] = useState<Kept>(beginning.unsent ? 'on-device' : 'untouched');
  const [conflict, setConflict] = useState(beginning.other);
  const [field, setField] = useState(beginning.field);
  const [keeper] = useState<DraftKeeper>(() =>
    draftKeeper({
      formId: view.formId,
      dueOn: view.dueOn,
      beganAt: beginning.beganAt,
      basedOn: beginning.basedOn,
      changed: setKept,
      conflict: setConflict,
      refused: () => void client.invalidateQueries({ queryKey: formKey(view.formId) }),
    }),
  );
  const write = useEffectEvent(() =>
    keeper.write({ response: filling.response, typed: filling.typed }, field),
  );
  // Only what was written here: what another tab wrote is that tab's to save.
  useEffect(() => {
    if (filling.edits > 0 || beginning.unsent) write();
  }, [filling.edits, beginning.unsent]);
  useLeaving(keeper);
  useOtherTab(view.formId, keeper, dispatch);
  useLastField(setField);
  return {
    kept,
    conflict,
    field,
    beganAt: beginning.beganAt,
    resolve: (written) => {
      if (conflict) keeper.goOnFrom(conflict.number);
      setConflict(null);
      dispatch({ act: 'replace', written, mine: true });
    },
    stop: () => keeper.stop(),
  };
}

/** A page that is put away may never come back. */
function useLeaving(keeper: DraftKeeper): void {
  useEffect(() => {
    const leave = (): void => keeper.leave();
    const hidden = (): void => {
      if (document.visibilityState === 'hidden') leave();
    };
    document.addEventListener('visibilitychange', hidden);
    window.addEventListener('pagehide', leave);
    window.addEventListener('online', leave);
    return () => {
      leave();
      document.removeEventListener('visibilitychange', hidden);
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('online', leave);
    };
  }, [keeper]);
}

/** The same form in a second tab of an own phone: both show what was written last. */
function useOtherTab(formId: string, keeper: DraftKeeper, dispatch: (act: Act) => void): void {
  useEffect(
    () =>
      watchKept<KeptDraft>(draftName(formId), ({ basedOn, response, typed }) => {
        keeper.goOnFrom(basedOn);
        dispatch({ act: 'replace', written: { response, typed }, mine: false });
      }),
    [formId, keeper, dispatch],
  );
}

function useLastField(setField: (key: string) => void): void {
  useEffect(() => {
    const listen = (event: Event): void => {
      const question =
        event.target instanceof Element ? event.target.closest<HTMLElement>('[data-key]') : null;
      if (question?.dataset.key !== undefined) setField(question.dataset.key);
    };
    for (const kind of ['input', 'focusin'] as const) document.addEventListener(kind, listen, true);
    return () => {
      for (const kind of ['input', 'focusin'] as const) document.removeEventListener(kind, listen, true);
    };
  }, [setField]);
}
