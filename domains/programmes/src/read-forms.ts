import {
  type Expressions,
  type Form,
  type FormReading,
  type Instrument,
  instrumentNameOf,
  instrumentOf,
  readForm,
} from '@skute/forms/rules';
import { knownFile } from './known-files.ts';
import type { PackageFiles } from './package-files.ts';
import type { Place, Report } from './problems.ts';
import { firstOddCharacter, oddCharacterSentence, readText } from './read-text.ts';

/** A form as its file holds it: the JSON of a FHIR R4 Questionnaire, to the letter. */
export interface FormFile {
  readonly id: string;
  readonly content: string;
}

/** A form that could be understood. */
export interface ReadForm extends FormFile {
  readonly file: string;
  readonly form: Form;
  /** The measure that the form says it is, if any. */
  readonly instrument: Instrument | null;
  /** Where the item stands. */
  readonly placeOf: (linkId: string | null) => Place;
}

/** Reads forms/<id>.json, and says what is wrong with each or is not done by us. */
export function readForms(
  files: PackageFiles,
  expressions: Expressions | undefined,
  report: Report,
): ReadForm[] {
  return [...files.keys()].flatMap((file): ReadForm[] => {
    const known = knownFile(file);
    const content = known?.kind === 'form' ? readText(files, file, report) : undefined;
    if (known?.kind !== 'form' || content === undefined) return [];
    const placeOf = placesIn(file, content);
    const json = parsed(file, content, report);
    const form = json === undefined ? null : formIn(json, placeOf, expressions, report);
    if (form === null) return [];
    const instrument = instrumentOf(form);
    if (instrument === null) reportUnknownInstrument(file, form, report);
    return [{ id: known.form, file, content, form, instrument, placeOf }];
  });
}

function formIn(
  json: unknown,
  place: ReadForm['placeOf'],
  expressions: Expressions | undefined,
  report: Report,
): Form | null {
  const reading = readingOf(json, expressions);
  if (reading === 'too-deep') {
    report('form-unreadable', place(null), tooDeep);
    return null;
  }
  const code = reading.form === null ? 'form-unreadable' : 'form-problem';
  for (const { linkId, message } of reading.problems) report(code, place(linkId), message);
  if (reading.form?.needsExpressions === true && expressions === undefined)
    report('form-problem', place(null), 'The form has expressions, which have not been checked.');
  // Our own extensions are not of the form's working: what it measures, why it is asked, how long it takes.
  const notDone = reading.unsupported.filter(({ feature }) => !feature.startsWith('urn:skute:form:'));
  for (const { linkId, message, effect } of notDone)
    report(effect === 'blocks' ? 'form-unsupported' : 'form-feature-ignored', place(linkId), message);
  return reading.form;
}

const tooDeep = 'The items are nested too deep to be read; expected a FHIR R4 Questionnaire.';

function readingOf(json: unknown, expressions: Expressions | undefined): FormReading | 'too-deep' {
  try {
    return readForm(json, expressions ?? null);
  } catch (error) {
    if (error instanceof RangeError) return 'too-deep';
    throw error;
  }
}

/** A form that says it is a measure which we cannot score, and whose licence nobody would ask for. */
function reportUnknownInstrument(file: string, form: Form, report: Report): void {
  const name = instrumentNameOf(form);
  if (name === null) return;
  const message = `Found the instrument "${name.id}" in version "${name.version ?? ''}"; expected one that is scored here, or none.`;
  report('form-instrument-unknown', { file }, message);
}

/** Undefined when it is not JSON. A text with an invisible character by its number is told of, and read. */
function parsed(file: string, content: string, report: Report): unknown {
  try {
    return JSON.parse(content, (_key, value: unknown) => {
      const odd = typeof value === 'string' ? firstOddCharacter(value) : undefined;
      if (odd !== undefined) report('odd-character', { file }, oddCharacterSentence(odd.name));
      return value;
    }) as unknown;
  } catch (error) {
    const message =
      error instanceof SyntaxError
        ? `The JSON can’t be read: ${error.message.slice(0, 200)}. Expected a FHIR R4 Questionnaire.`
        : tooDeep;
    report('form-unreadable', { file }, message);
    return undefined;
  }
}

/** The line on which each item is named; the file for what is not found. */
function placesIn(file: string, content: string): (linkId: string | null) => Place {
  const lines = new Map<string, number>();
  let line = 1;
  for (const [written, linkId] of content.matchAll(/\n|"linkId"\s*:\s*"((?:[^"\\]|\\.)*)"/g)) {
    if (linkId !== undefined && !lines.has(linkId)) lines.set(linkId, line);
    line += written.split('\n').length - 1;
  }
  return (linkId) => {
    const found = linkId === null ? undefined : lines.get(JSON.stringify(linkId).slice(1, -1));
    return found === undefined ? { file } : { file, line: found };
  };
}
