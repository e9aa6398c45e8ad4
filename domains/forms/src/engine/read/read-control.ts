import { codeIn, codesIn, extensionsAt, extensionValue, urls, valueIn } from '../extensions.ts';
import type { Control } from '../form.ts';
import type { Json } from '../json.ts';
import type { ItemType } from '../questionnaire.ts';
import { notDone, type Place, type Reading } from './findings.ts';

/** https://hl7.org/fhir/R4/valueset-questionnaire-item-control.html, and Helsenorge's codes that mean the same. */
const controls: Readonly<Record<string, Control>> = {
  'radio-button': 'radio',
  'check-box': 'check-box',
  'drop-down': 'drop-down',
  autocomplete: 'autocomplete',
  lookup: 'autocomplete',
  slider: 'slider',
  spinner: 'spinner',
  'text-area': 'text-area',
  'text-box': 'text-box',
  page: 'page',
  list: 'list',
  header: 'header',
  footer: 'footer',
  table: 'table',
  gtable: 'table',
  htable: 'table',
  atable: 'table',
  grid: 'grid',
  inline: 'inline',
  highlight: 'inline',
  flyover: 'flyover',
  help: 'help',
  'help-link': 'help',
  prompt: 'prompt',
  unit: 'unit',
  lower: 'lower',
  upper: 'upper',
  phone: 'phone',
  receipt: 'receipt',
};

/** Controls of a display that say something about the item above. */
const parts: readonly Control[] = ['help', 'flyover', 'prompt', 'unit', 'lower', 'upper'];

export function readControl(reading: Reading, place: Place, json: Json): Control {
  const codes = controlCodes(json);
  for (const code of codes) {
    const control = Object.hasOwn(controls, code) ? controls[code] : undefined;
    if (control !== undefined) return control;
  }
  const [first] = codes;
  if (first !== undefined) {
    const message = isAside(json)
      ? 'a text for the side of the page is not shown.'
      : `the control ${JSON.stringify(first.slice(0, 60))} is not known; the item is shown as its type is.`;
    notDone(reading, place, 'ignored', urls.itemControl, message);
  }
  return 'default';
}

function controlCodes(json: Json): string[] {
  return extensionsAt(json, urls.itemControl).flatMap((one) => {
    const concept = valueIn(one);
    const several = codesIn(concept);
    return several.length > 0 ? several : (codeIn(concept) ?? []);
  });
}

/** Helsenorge's forms inform with items of type text. */
const informing = ['inline', 'highlight', 'sidebar', 'help', 'help-link'];

export function isInformation(type: ItemType, json: Json): boolean {
  return type === 'text' && controlCodes(json).some((code) => informing.includes(code));
}

/** Said beside the form, about the form: left out here, and listed as such. */
export function isAside(json: Json): boolean {
  return controlCodes(json).includes('sidebar');
}

export function isPartOfParent(type: ItemType, control: Control): boolean {
  return (type === 'display' || control === 'help') && parts.includes(control);
}

export function readOrientation(json: Json): 'horizontal' | 'vertical' | null {
  const code = codeIn(extensionValue(json, urls.orientation));
  return code === 'horizontal' || code === 'vertical' ? code : null;
}
