import { type Circumstances, type Form, loadExpressions } from '@skute/forms/rules';
import type { EpochMs } from '@skute/platform/time';

/** What a form is read under. FHIRPath is only loaded for forms that use it. */
export async function circumstancesOf(
  form: Form,
  under: { readonly language: string; readonly now: EpochMs; readonly timeZone: string },
): Promise<Circumstances> {
  return form.needsExpressions ? { ...under, expressions: await loadExpressions() } : under;
}
