import { urls } from '../extensions.ts';
import { isRecord, type Json, recordsIn, shown } from '../json.ts';
import { notDone, type Place, problem, type Reading } from './findings.ts';

const understood: ReadonlySet<string> = new Set([
  ...Object.values(urls).filter((url) => url !== urls.populationContext),
  // Ours, read where forms are shown and scored.
  ...['why', 'reader', 'minutes', 'instrument', 'sum-score'].map((name) => `urn:skute:form:${name}`),
]);
const hl7 = 'http://hl7.org/fhir/StructureDefinition/';
const sdc = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-';

/** Known, and without effect here: what is lost. */
const lost: Readonly<Record<string, string>> = {
  [`${hl7}rendering-style`]: 'the text is shown without its style.',
  [`${hl7}rendering-xhtml`]: 'the plain text is shown instead of the formatted one.',
  [`${sdc}collapsible`]: 'the group is shown open.',
  [`${sdc}columnCount`]: 'the choices are shown in one column.',
  [`${hl7}questionnaire-displayCategory`]: 'the text is shown like any other.',
};
/** Known, and the form would be another without them. */
const needed: Readonly<Record<string, string>> = {
  [`${sdc}subQuestionnaire`]: 'it stands for another Questionnaire; expected an assembled form.',
  'http://ehelse.no/fhir/StructureDefinition/sdf-optionReference':
    'the choices are elsewhere; expected them in the form.',
};

/** Deeper JSON than this is not looked into. */
const deepest = 60;

/**
 * Lists the extensions of an element that nothing is done with, each address once. Modifier extensions may turn the
 * meaning of an element round (https://hl7.org/fhir/R4/extensibility.html#modifierExtension): an unknown one blocks.
 */
export function readUnknown(reading: Reading, place: Place, element: Json): void {
  const seen = new Set<string>();
  const look = (value: unknown, path: string, depth: number): void => {
    if (depth > deepest) {
      if (!seen.has('deep'))
        problem(reading, { ...place, path }, 'too-deep', `deeper than ${deepest} levels.`);
      seen.add('deep');
      return;
    }
    if (Array.isArray(value)) {
      value.forEach((one, index) => look(one, `${path}[${index}]`, depth + 1));
      return;
    }
    if (!isRecord(value)) return;
    for (const one of recordsIn(value['extension'])) report(reading, { ...place, path }, one['url'], seen);
    for (const one of recordsIn(value['modifierExtension']))
      reportModifier(reading, { ...place, path }, one['url'], seen);
    for (const [field, below] of Object.entries(value))
      if (field !== 'extension' && field !== 'modifierExtension' && !(depth === 0 && field === 'item'))
        if (typeof below === 'object') look(below, path === '' ? field : `${path}.${field}`, depth + 1);
  };
  look(element, place.path, 0);
}

function report(reading: Reading, place: Place, url: unknown, seen: Set<string>): void {
  if (typeof url !== 'string' || url === '') {
    problem(
      reading,
      place,
      'extension-url',
      `an extension has ${shown(url)} as its url; expected an address.`,
    );
    return;
  }
  if (understood.has(url) || seen.has(url)) return;
  seen.add(url);
  if (Object.hasOwn(needed, url)) notDone(reading, place, 'blocks', url, needed[url] ?? '');
  else
    notDone(
      reading,
      place,
      'ignored',
      url,
      Object.hasOwn(lost, url) ? (lost[url] ?? '') : `nothing is done with ${shown(url)}; it is kept.`,
    );
}

function reportModifier(reading: Reading, place: Place, url: unknown, seen: Set<string>): void {
  const key = `modifier ${String(url)}`;
  if (seen.has(key)) return;
  seen.add(key);
  const message = `the modifier extension ${shown(url)} is not known; the element may mean something else.`;
  notDone(reading, place, 'blocks', typeof url === 'string' ? url : 'modifierExtension', message);
}
