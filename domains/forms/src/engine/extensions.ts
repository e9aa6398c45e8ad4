import { fieldOf, isRecord, type Json, recordsIn, stringOf } from './json.ts';

const hl7 = 'http://hl7.org/fhir/StructureDefinition/';
const sdc = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-';
const ehelse = 'http://ehelse.no/fhir/StructureDefinition/';
const helsenorge = 'http://helsenorge.no/fhir/StructureDefinition/';

/**
 * The extensions that the engine acts on: HL7 core (https://hl7.org/fhir/R4/questionnaire-profiles.html), SDC
 * (https://hl7.org/fhir/uv/sdc/), Helsenorge's `sdf-` as Refero reads them, and our own.
 */
export const urls = {
  minValue: `${hl7}minValue`,
  maxValue: `${hl7}maxValue`,
  minLength: `${hl7}minLength`,
  maxDecimalPlaces: `${hl7}maxDecimalPlaces`,
  regex: `${hl7}regex`,
  entryFormat: `${hl7}entryFormat`,
  mimeType: `${hl7}mimeType`,
  maxSize: `${hl7}maxSize`,
  minOccurs: `${hl7}questionnaire-minOccurs`,
  maxOccurs: `${hl7}questionnaire-maxOccurs`,
  itemControl: `${hl7}questionnaire-itemControl`,
  sliderStep: `${hl7}questionnaire-sliderStepValue`,
  unit: `${hl7}questionnaire-unit`,
  unitOption: `${hl7}questionnaire-unitOption`,
  orientation: `${hl7}questionnaire-choiceOrientation`,
  hidden: `${hl7}questionnaire-hidden`,
  optionExclusive: `${hl7}questionnaire-optionExclusive`,
  optionPrefix: `${hl7}questionnaire-optionPrefix`,
  ordinalValue: `${hl7}ordinalValue`,
  itemWeight: `${hl7}itemWeight`,
  translation: `${hl7}translation`,
  markdown: `${hl7}rendering-markdown`,
  xhtml: `${hl7}rendering-xhtml`,
  variable: `${hl7}variable`,
  constraint: `${hl7}questionnaire-constraint`,
  targetConstraint: `${hl7}targetConstraint`,
  cqfExpression: `${hl7}cqf-expression`,
  cqfCalculatedValue: `${hl7}cqf-calculatedValue`,
  dataAbsentReason: `${hl7}data-absent-reason`,
  calculated: `${sdc}calculatedExpression`,
  enableWhen: `${sdc}enableWhenExpression`,
  initial: `${sdc}initialExpression`,
  answers: `${sdc}answerExpression`,
  toggle: `${sdc}answerOptionsToggleExpression`,
  minQuantity: `${sdc}minQuantity`,
  maxQuantity: `${sdc}maxQuantity`,
  shortText: `${sdc}shortText`,
  openLabel: `${sdc}openLabel`,
  launchContext: `${sdc}launchContext`,
  populationContext: `${sdc}itemPopulationContext`,
  sdfCalculated: `${ehelse}sdf-calculatedExpression`,
  sdfMin: `${ehelse}sdf-minvalue`,
  sdfMax: `${ehelse}sdf-maxvalue`,
  validationText: `${ehelse}validationtext`,
  repeatsText: `${ehelse}repeatstext`,
  sublabel: `${helsenorge}sdf-sublabel`,
  sublabelText: `${helsenorge}sdf-sublabel-text`,
  mayDecline: 'urn:skute:form:may-decline',
} as const;

export function extensionsAt(element: unknown, url: string): Json[] {
  return recordsIn(fieldOf(element, 'extension')).filter((one) => fieldOf(one, 'url') === url);
}

export function extensionAt(element: unknown, url: string): Json | undefined {
  return extensionsAt(element, url)[0];
}

/** `value[x]`, whichever x it is. */
export function valueIn(element: unknown): unknown {
  if (!isRecord(element)) return undefined;
  const field = Object.keys(element).find((name) => name.startsWith('value') && name.length > 5);
  return field === undefined ? undefined : element[field];
}

export function extensionValue(element: unknown, url: string): unknown {
  return valueIn(extensionAt(element, url));
}

/** Code of a CodeableConcept, a Coding or a code. */
export function codeIn(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return stringOf(fieldOf(value, 'code')) ?? codesIn(value)[0] ?? null;
}

export function codesIn(concept: unknown): string[] {
  return recordsIn(fieldOf(concept, 'coding')).flatMap((coding) => stringOf(fieldOf(coding, 'code')) ?? []);
}
