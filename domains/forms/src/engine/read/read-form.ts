import type { Expressions } from '../evaluation.ts';
import { extensionsAt, extensionValue, urls, valueIn } from '../extensions.ts';
import type { Form, FormItem, FormReading } from '../form.ts';
import { fieldOf, isRecord, type Json, recordsIn, shown, stringOf } from '../json.ts';
import type { Questionnaire } from '../questionnaire.ts';
import { translated } from '../translated.ts';
import { checkConditions } from './check-enable-when.ts';
import { checkExpressions } from './check-expressions.ts';
import { checkLoops } from './enable-when-loops.ts';
import { notDone, type Place, problem, type Reading } from './findings.ts';
import { readConstraints, readVariables } from './read-expressions.ts';
import { readItems } from './read-item.ts';
import { readUnknown } from './read-unknown.ts';

const root: Place = { linkId: null, path: '' };

/**
 * Reads a FHIR R4 Questionnaire (https://hl7.org/fhir/R4/questionnaire.html) and says what is wrong with it and what is
 * not done. Never throws, whatever comes. With `expressions` the FHIRPath in it is checked too.
 */
export function readForm(json: unknown, expressions: Expressions | null = null): FormReading {
  const reading: Reading = {
    problems: [],
    unsupported: [],
    expressions,
    contained: new Map(),
    linkIds: new Set(),
    languages: new Set(),
    found: [],
    itemCount: 0,
  };
  try {
    const form = readQuestionnaire(reading, json);
    return {
      form,
      problems: reading.problems,
      unsupported: reading.unsupported,
      canBeActivated:
        form !== null &&
        reading.problems.length === 0 &&
        reading.unsupported.every(({ effect }) => effect === 'ignored'),
    };
  } catch (error) {
    // Only what is no JSON at all gets here, such as an object that refers to itself.
    problem(
      reading,
      root,
      'unreadable',
      `it can’t be read: ${error instanceof Error ? error.message : 'unknown'}.`,
    );
    return {
      form: null,
      problems: reading.problems,
      unsupported: reading.unsupported,
      canBeActivated: false,
    };
  }
}

function readQuestionnaire(reading: Reading, json: unknown): Form | null {
  if (!isRecord(json) || fieldOf(json, 'resourceType') !== 'Questionnaire') {
    const found = isRecord(json) ? shown(fieldOf(json, 'resourceType')) : shown(json);
    problem(
      reading,
      root,
      'not-a-questionnaire',
      `found ${found}; expected an object of resourceType "Questionnaire".`,
    );
    return null;
  }
  readContained(reading, json);
  checkRoot(reading, json);
  readUnknown(reading, root, json);
  const variables = readVariables(reading, root, json);
  const constraints = readConstraints(reading, root, json);
  const items = readItems(reading, json['item'], null, '', 0);
  const all = flattened(items);
  const byLinkId = new Map<string, FormItem>();
  for (const item of all) if (!byLinkId.has(item.linkId)) byLinkId.set(item.linkId, item);
  for (const item of all) checkConditions(reading, item, byLinkId);
  checkLoops(reading, all, byLinkId);
  const form: Form = {
    questionnaire: json as unknown as Questionnaire,
    items,
    byLinkId,
    languages: languagesOf(reading, json),
    title: translated(json, 'title'),
    needsExpressions: reading.found.length > 0,
    launchContext: launchContext(json),
    variables,
    constraints,
  };
  checkExpressions(reading, form);
  return form;
}

function readContained(reading: Reading, json: Json): void {
  const contained = reading.contained as Map<string, Json>;
  for (const one of recordsIn(json['contained'])) {
    const id = stringOf(one['id']);
    if (id !== null) contained.set(`#${id}`, one);
  }
}

function checkRoot(reading: Reading, json: Json): void {
  if (json['implicitRules'] !== undefined)
    notDone(reading, root, 'blocks', 'implicitRules', 'rules that change what the form means are not known.');
  if (recordsIn(json['item']).length === 0)
    problem(
      reading,
      root,
      'items-missing',
      `item is ${shown(json['item'])}; expected a list with at least one.`,
    );
  else if (Array.isArray(json['item']) && !json['item'].every(isRecord))
    problem(reading, root, 'element-type', 'item holds what is no object; expected objects.');
  for (const field of ['title', 'url', 'version', 'language'] as const)
    if (json[field] !== undefined && typeof json[field] !== 'string')
      problem(reading, root, 'element-type', `${field} is ${shown(json[field])}; expected a text.`);
}

function flattened(items: readonly FormItem[]): FormItem[] {
  return items.flatMap((item) => [item, ...flattened(item.items)]);
}

function languagesOf(reading: Reading, json: Json): readonly string[] {
  for (const tag of Object.keys(translated(json, 'title'))) if (tag !== '') reading.languages.add(tag);
  const own = stringOf(json['language']);
  return [...new Set([...(own === null ? [] : [own]), ...reading.languages])];
}

/** Names such as `patient`, which the circumstances may give (SDC launchContext). */
function launchContext(json: Json): readonly string[] {
  return extensionsAt(json, urls.launchContext).flatMap((one) => {
    const name = extensionValue(one, 'name');
    return stringOf(name) ?? stringOf(fieldOf(name, 'code')) ?? stringOf(fieldOf(valueIn(one), 'code')) ?? [];
  });
}
