/** The form read and ready to be filled in. Expressions are fetched only for a form that has them. */
import type { Circumstances, Form } from '@skute/forms/rules';
import type { FormView } from '@skute/treatment/contract';
import type { Language } from '@skute/ui/i18n';

export type Engine = typeof import('./engine.ts');

export interface ReadyForm {
  readonly engine: Engine;
  readonly form: Form;
  readonly circumstances: Circumstances;
}

/** Asked for as soon as this page is, so that neither waits for the other. */
const early = import('./engine.ts').catch(() => undefined);

/** Null when the form can't be shown as it is meant. */
export async function readyForm(view: FormView, language: Language): Promise<ReadyForm | null> {
  const engine = (await early) ?? (await import('./engine.ts'));
  const { form } = engine.readForm(view.questionnaire);
  if (!form) return null;
  const circumstances = { language, now: Date.parse(view.now), timeZone: view.timeZone };
  if (!form.needsExpressions) return { engine, form, circumstances };
  return { engine, form, circumstances: { ...circumstances, expressions: await engine.loadExpressions() } };
}
