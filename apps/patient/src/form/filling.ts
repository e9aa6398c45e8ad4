/** What has been filled in so far, and what the form makes of it. Pure: the old value and an act in, the new value out. */
import type { Answer, Circumstances, Evaluation, Form, QuestionnaireResponse } from '@skute/forms/rules';
import type { Engine, ReadyForm } from './ready-form.ts';
import { steadyStates } from './steady.ts';

/** Words as they were written, by field: also those that are no answer yet. */
export type Typed = Readonly<Record<string, string>>;

export interface Written {
  readonly response: QuestionnaireResponse;
  readonly typed: Typed;
}

export interface Filling extends Written {
  readonly engine: Engine;
  readonly form: Form;
  readonly circumstances: Circumstances;
  readonly evaluation: Evaluation;
  /** Counts what the patient did here; 0 until then. */
  readonly edits: number;
  /** Counts what came from elsewhere: the fields are drawn anew. */
  readonly arrivals: number;
  readonly arrived: Typed;
}

export type Act =
  | {
      readonly act: 'answer';
      readonly key: string;
      readonly answers: readonly Answer[];
      readonly typed?: Typed;
    }
  | { readonly act: 'decline'; readonly key: string; readonly declined: boolean }
  | { readonly act: 'add' | 'remove'; readonly key: string }
  /** `mine`: the patient has chosen among two versions, and it is to be saved. */
  | { readonly act: 'replace'; readonly written: Written; readonly mine: boolean }
  | { readonly act: 'speak'; readonly language: string };

export function beginFilling(ready: ReadyForm, written: Written): Filling {
  const evaluation = ready.engine.evaluate(ready.form, written.response, ready.circumstances);
  return { ...ready, ...written, evaluation, edits: 0, arrivals: 0, arrived: written.typed };
}

export function afterAct(before: Filling, act: Act): Filling {
  if (act.act === 'speak') {
    if (before.circumstances.language === act.language) return before;
    return evaluated({ ...before, circumstances: { ...before.circumstances, language: act.language } });
  }
  if (act.act === 'replace') {
    const { edits, arrivals } = before;
    return evaluated({
      ...before,
      ...act.written,
      edits: act.mine ? edits + 1 : edits,
      arrivals: arrivals + 1,
      arrived: act.written.typed,
    });
  }
  return evaluated({ ...before, ...afterEdit(before, act), edits: before.edits + 1 });
}

function afterEdit(
  { engine, form, response, typed }: Filling,
  act: Extract<Act, { act: 'answer' | 'decline' | 'add' | 'remove' }>,
): Written {
  switch (act.act) {
    case 'answer':
      return {
        response: engine.withAnswer(form, response, act.key, act.answers),
        typed: act.typed ? { ...typed, ...act.typed } : typed,
      };
    case 'decline':
      return {
        response: engine.withDeclined(form, response, act.key, act.declined),
        typed: act.declined ? without(typed, act.key) : typed,
      };
    case 'add':
      return { response: engine.addRepeat(form, response, act.key), typed };
    case 'remove':
      return { response: engine.removeRepeat(form, response, act.key), typed: without(typed, act.key) };
  }
}

function evaluated(filling: Filling): Filling {
  const evaluation = filling.engine.evaluate(filling.form, filling.response, filling.circumstances);
  const items = steadyStates(filling.evaluation.items, evaluation.items);
  return { ...filling, evaluation: { ...evaluation, items } };
}

function without(typed: Typed, key: string): Typed {
  const isOf = (field: string): boolean => field === key || /^[#/]/.test(field.slice(key.length));
  return Object.fromEntries(
    Object.entries(typed).filter(([field]) => !(field.startsWith(key) && isOf(field))),
  );
}
