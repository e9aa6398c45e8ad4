import { extensionValue, urls } from '../extensions.ts';
import type { FormItem } from '../form.ts';
import { type Json, recordsIn, shown, stringOf } from '../json.ts';
import { type ItemType, itemTypes, type QuestionnaireItem } from '../questionnaire.ts';
import { checkItem } from './check-item.ts';
import { readConditions } from './check-enable-when.ts';
import { notDone, type Place, problem, type Reading } from './findings.ts';
import { readComputed } from './read-computed.ts';
import { isAside, isInformation, isPartOfParent, readControl, readOrientation } from './read-control.ts';
import { readConstraints, readToggles, readVariables } from './read-expressions.ts';
import { readLimits } from './read-limits.ts';
import { readInitial, readOptions } from './read-options.ts';
import { readUnknown } from './read-unknown.ts';
import { collectLanguages, readUnits, readWords } from './read-words.ts';
import { checkXhtml } from './xhtml.ts';

/** Items below items below items, at most. */
const deepestItem = 30;
const mostItems = 20_000;

export function readItems(
  reading: Reading,
  json: unknown,
  parent: FormItem | null,
  above: string,
  depth: number,
): FormItem[] {
  const items = recordsIn(json);
  if (items.length > 0 && depth > deepestItem) {
    problem(
      reading,
      { linkId: parent?.linkId ?? null, path: above },
      'too-deep',
      `items deeper than ${deepestItem} levels.`,
    );
    return [];
  }
  return items.flatMap((one, index) => {
    reading.itemCount += 1;
    if (reading.itemCount === mostItems + 1)
      problem(
        reading,
        { linkId: null, path: above },
        'too-many-items',
        `more than ${mostItems} items; expected fewer.`,
      );
    if (reading.itemCount > mostItems) return [];
    const path = `${above === '' ? '' : `${above}.`}item[${index}]`;
    return [readItem(reading, one, parent, path, depth)];
  });
}

function readItem(
  reading: Reading,
  json: Json,
  parent: FormItem | null,
  path: string,
  depth: number,
): FormItem {
  const linkId = readLinkId(reading, json, path);
  const place: Place = { linkId, path };
  const type = readType(reading, place, json);
  checkItem(reading, place, json, type);
  checkScoring(reading, place, json);
  checkXhtml(reading, place, json);
  const control = readControl(reading, place, json);
  const options = readOptions(reading, place, json, type);
  const items: FormItem[] = [];
  const item: FormItem = {
    linkId,
    type: isInformation(type, json) ? informationType(json) : type,
    source: json as QuestionnaireItem,
    parent,
    path,
    ...readOccurs(reading, place, json, type),
    readOnly: json['readOnly'] === true,
    hidden: extensionValue(json, urls.hidden) === true || isAside(json),
    mayDecline: extensionValue(json, urls.mayDecline) === true,
    ...readWords(json),
    control,
    partOfParent: parent !== null && isPartOfParent(type, control),
    limits: readLimits(reading, place, json, type),
    ...readUnits(json),
    orientation: readOrientation(json),
    options,
    toggles: readToggles(reading, place, json),
    initial: readInitial(reading, place, json, type, options),
    enableWhen: readConditions(reading, place, json),
    enableBehavior: json['enableBehavior'] === 'any' ? 'any' : 'all',
    ...readComputed(reading, place, json),
    variables: readVariables(reading, place, json),
    constraints: readConstraints(reading, place, json),
    items,
  };
  collectLanguages(reading, item);
  readUnknown(reading, place, json);
  items.push(...readItems(reading, json['item'], item, path, depth + 1));
  return item;
}

/** What is below a text that only informs is shown below it. */
function informationType(json: Json): ItemType {
  return recordsIn(json['item']).length > 0 ? 'group' : 'display';
}

/** Helsenorge's sums of scores are made by the form's reader, not by an expression in it. */
function checkScoring(reading: Reading, place: Place, json: Json): void {
  const formula = recordsIn(json['code']).find(
    ({ system, code }) => system === scoringFormulas && (code === 'SS' || code === 'TS'),
  );
  if (formula !== undefined)
    notDone(
      reading,
      place,
      'blocks',
      scoringFormulas,
      'the sum of scores is not made; expected an expression.',
    );
}

const scoringFormulas = 'http://ehelse.no/scoringFormulas';

function readLinkId(reading: Reading, json: Json, path: string): string {
  const linkId = stringOf(json['linkId']);
  if (linkId === null || linkId.trim() === '') {
    const message = `linkId is ${shown(json['linkId'])}; expected a text that no other item has.`;
    problem(reading, { linkId: null, path }, 'linkid-missing', message);
    return path;
  }
  if (reading.linkIds.has(linkId))
    problem(
      reading,
      { linkId, path },
      'linkid-duplicate',
      'another item has the same linkId; expected its own (que-2).',
    );
  reading.linkIds.add(linkId);
  return linkId;
}

function readType(reading: Reading, place: Place, json: Json): ItemType {
  const type = itemTypes.find((known) => known === json['type']);
  if (type === 'reference')
    notDone(reading, place, 'blocks', 'item.type reference', 'answers that are references can’t be given.');
  if (type !== undefined) return type;
  problem(
    reading,
    place,
    'type-unknown',
    `type is ${shown(json['type'])}; expected one of ${itemTypes.join(', ')}.`,
  );
  return 'display';
}

function readOccurs(
  reading: Reading,
  place: Place,
  json: Json,
  type: ItemType,
): Pick<FormItem, 'required' | 'repeats' | 'minOccurs' | 'maxOccurs'> {
  const required = json['required'] === true && type !== 'display';
  const repeats = json['repeats'] === true && type !== 'display';
  const [least, most] = [urls.minOccurs, urls.maxOccurs].map((url) => {
    const value = extensionValue(json, url);
    if (value === undefined || (Number.isInteger(value) && Number(value) >= 0))
      return value as number | undefined;
    problem(
      reading,
      place,
      'limit-type',
      `${url.split('-').at(-1)} is ${shown(value)}; expected a whole number.`,
    );
    return undefined;
  });
  const minOccurs = Math.max(least ?? 0, required ? 1 : 0);
  if (most !== undefined && minOccurs > most)
    problem(
      reading,
      place,
      'min-above-max',
      `minOccurs ${minOccurs} is above maxOccurs ${most}; nothing fits.`,
    );
  if (!repeats && (least ?? 0) > 1)
    problem(
      reading,
      place,
      'min-above-max',
      `minOccurs is ${least} on an item that does not repeat; expected 1.`,
    );
  return { required, repeats, minOccurs, maxOccurs: repeats ? (most ?? null) : 1 };
}
