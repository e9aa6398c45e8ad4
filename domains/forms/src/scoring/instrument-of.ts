import type { Form } from '../engine/form.ts';
import type { Instrument } from '../instruments/instrument.ts';
import { instruments } from '../instruments/instruments.ts';

const extensionUrl = 'urn:skute:form:instrument';
const canonicalStart = 'urn:skute:instrument:';

/** What a form says that it measures. */
export interface InstrumentName {
  readonly id: string;
  readonly version: string | null;
}

/** From the extension `urn:skute:form:instrument`, `urn:skute:instrument:<id>|<version>`; null when the form has none. */
export function instrumentNameOf(form: Form): InstrumentName | null {
  const extension = form.questionnaire.extension?.find(({ url }) => url === extensionUrl);
  const canonical = extension?.['valueCanonical'];
  if (typeof canonical !== 'string' || !canonical.startsWith(canonicalStart)) return null;
  const [id = '', version = null] = canonical.slice(canonicalStart.length).split('|', 2);
  return { id, version };
}

/**
 * The instrument that a form measures. Null when it says none, and also when it says one, or a version of one, that is not
 * among the known: a number by other rules would not be the number that was asked for. `instrumentNameOf` tells which.
 */
export function instrumentOf(
  form: Form,
  known: Readonly<Record<string, Instrument>> = instruments,
): Instrument | null {
  const name = instrumentNameOf(form);
  if (name === null || !Object.hasOwn(known, name.id)) return null;
  const instrument = known[name.id];
  return instrument !== undefined && instrument.version === name.version ? instrument : null;
}
