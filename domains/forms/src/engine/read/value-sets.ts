import type { Option, Translated } from '../form.ts';
import { fieldOf, type Json, recordsIn, shown, stringOf } from '../json.ts';
import type { Coding } from '../questionnaire.ts';
import { weightOf } from '../options.ts';
import { translated } from '../translated.ts';
import { notDone, type Place, problem, type Reading } from './findings.ts';

/** The concepts of a contained value set (https://hl7.org/fhir/R4/valueset.html): its expansion, else what it composes. */
export function readValueSet(reading: Reading, place: Place, reference: unknown): readonly Option[] {
  const at: Place = { ...place, path: `${place.path}.answerValueSet` };
  if (typeof reference !== 'string' || reference === '') {
    problem(
      reading,
      at,
      'value-set-missing',
      `found ${shown(reference)}; expected a reference such as #yes-no.`,
    );
    return [];
  }
  const valueSet = containedSet(reading, reference);
  if (valueSet === undefined) {
    if (reference.startsWith('#')) {
      const message = `${shown(reference)} is not a ValueSet in \`contained\`; expected one of that id.`;
      problem(reading, at, 'value-set-missing', message);
    } else {
      const message = `the value set ${shown(reference)} is not in the form; put it into \`contained\`.`;
      notDone(reading, at, 'blocks', 'answerValueSet', message);
    }
    return [];
  }
  const expanded = recordsIn(fieldOf(valueSet['expansion'], 'contains'));
  const options = expanded.length > 0 ? expansion(expanded, 0) : composition(reading, at, valueSet);
  if (options.length === 0 && !reading.unsupported.some((one) => one.path === at.path))
    problem(
      reading,
      at,
      'value-set-empty',
      `the value set ${shown(reference)} has no concepts; expected some.`,
    );
  return options;
}

/** By `#id`, or by the address that it has elsewhere. */
function containedSet(reading: Reading, reference: string): Json | undefined {
  const own = reading.contained.get(reference);
  if (own !== undefined) return own['resourceType'] === 'ValueSet' ? own : undefined;
  const address = reference.split('|')[0];
  return [...reading.contained.values()].find(
    (one) => one['resourceType'] === 'ValueSet' && one['url'] === address,
  );
}

function expansion(contains: readonly Json[], depth: number): Option[] {
  if (depth > 20) return [];
  return contains.flatMap((one) => {
    const below = expansion(recordsIn(one['contains']), depth + 1);
    const isChoice = one['abstract'] !== true && one['inactive'] !== true && typeof one['code'] === 'string';
    return isChoice ? [optionOf(one, stringOf(one['system'])), ...below] : below;
  });
}

function composition(reading: Reading, place: Place, valueSet: Json): Option[] {
  const compose = valueSet['compose'];
  if (recordsIn(fieldOf(compose, 'exclude')).length > 0)
    notDone(
      reading,
      place,
      'blocks',
      'ValueSet.compose.exclude',
      'concepts can’t be excluded; list those that are in.',
    );
  return recordsIn(fieldOf(compose, 'include')).flatMap((include) => {
    const system = stringOf(include['system']);
    const concepts = recordsIn(include['concept']);
    if (concepts.length > 0) return concepts.map((concept) => optionOf(concept, system));
    const whole = system === null ? null : codeSystem(reading, system);
    if (whole !== null && include['filter'] === undefined && include['valueSet'] === undefined)
      return conceptsBelow(whole, system, 0);
    const message = `the value set takes its concepts from ${shown(system ?? 'other value sets')}; expected them listed.`;
    notDone(reading, place, 'blocks', 'ValueSet.compose.include', message);
    return [];
  });
}

function codeSystem(reading: Reading, system: string): readonly Json[] | null {
  for (const one of reading.contained.values())
    if (one['resourceType'] === 'CodeSystem' && one['url'] === system) return recordsIn(one['concept']);
  return null;
}

function conceptsBelow(concepts: readonly Json[], system: string | null, depth: number): Option[] {
  if (depth > 20) return [];
  return concepts.flatMap((one) => [
    optionOf(one, system),
    ...conceptsBelow(recordsIn(one['concept']), system, depth + 1),
  ]);
}

function optionOf(concept: Json, system: string | null): Option {
  const code = stringOf(concept['code']) ?? '';
  const display = stringOf(concept['display']);
  const coding: Coding = {
    ...(system === null ? {} : { system }),
    code,
    ...(display === null ? {} : { display }),
  };
  return {
    answer: { valueCoding: coding },
    text: { '': display ?? code, ...designations(concept), ...translated(concept, 'display') },
    prefix: {},
    exclusive: false,
    initial: false,
    weight: weightOf(concept),
  };
}

/** A value set has its translations as designations. */
function designations(concept: Json): Translated {
  return Object.fromEntries(
    recordsIn(concept['designation']).flatMap((one) => {
      const [language, value] = [stringOf(one['language']), stringOf(one['value'])];
      return language && value ? [[language, value]] : [];
    }),
  );
}
