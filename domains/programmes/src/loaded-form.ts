import { type Form, type Instrument, instrumentOf, readForm } from '@skute/forms/rules';
import type { FormFile } from './read-forms.ts';

/** A form of a programme version, ready to be filled in and scored. */
export interface LoadedForm {
  readonly id: string;
  /** The JSON as it came in the package. */
  readonly content: string;
  readonly form: Form;
  readonly instrument: Instrument | null;
}

/** Reads a form that was found to be right when its version was imported. */
export function loadedForm({ id, content }: FormFile): LoadedForm {
  const { form } = readForm(JSON.parse(content));
  if (form === null) throw new Error(`the stored form ${id} can't be read`);
  return { id, content, form, instrument: instrumentOf(form) };
}
