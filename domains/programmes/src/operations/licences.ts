import { languagesOf } from '../checks/forms.ts';
import { loadedForm } from '../loaded-form.ts';
import type { Language } from '../programme.ts';
import type { FormFile } from '../read-forms.ts';

/** Whether the organisation has the right to use an instrument in all of these languages. */
export type IsLicensed = (instrumentId: string, languages: Language[]) => Promise<boolean>;

/** A measure whose wording somebody owns, and that the organisation has no record of a right to. */
export interface Unlicensed {
  readonly instrument: string;
  readonly title: string;
  readonly holder: string;
  /** Those in which the package has its words. */
  readonly languages: readonly Language[];
  readonly forms: readonly string[];
}

/** The instruments of these forms that need a licence and have none. */
export async function unlicensedIn(
  forms: readonly FormFile[],
  isLicensed: IsLicensed,
): Promise<Unlicensed[]> {
  const missing: Unlicensed[] = [];
  for (const need of licencesNeeded(forms)) {
    if (!(await isLicensed(need.instrument, [...need.languages]))) missing.push(need);
  }
  return missing;
}

function licencesNeeded(forms: readonly FormFile[]): Unlicensed[] {
  const licensed = forms.map(loadedForm).filter(({ instrument }) => instrument?.licence.kind === 'licensed');
  const byInstrument = Map.groupBy(licensed, ({ instrument }) => instrument?.id ?? '');
  return [...byInstrument].map(([instrument, same]) => ({
    instrument,
    title: same[0]?.instrument?.title ?? instrument,
    holder: same[0]?.instrument?.licence.holder ?? '',
    languages: [...new Set(same.flatMap(({ form }) => languagesOf(form)))],
    forms: same.map(({ id }) => id),
  }));
}
