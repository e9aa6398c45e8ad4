import { extensionAt, extensionsAt, extensionValue, urls, valueIn } from '../extensions.ts';
import type { Constraint, OptionsToggle, Variable } from '../form.ts';
import { fieldOf, isRecord, type Json, shown, stringOf } from '../json.ts';
import { cleanAnswer, isKindOf, valueFields } from '../values.ts';
import { notDone, type Place, problem, type Reading } from './findings.ts';

/** Longer ones are refused: what a form asks of a phone has to be bounded. */
export const longestExpression = 5000;

/**
 * A FHIRPath expression, from a `valueExpression` (https://hl7.org/fhir/R4/metadatatypes.html#Expression) or, as
 * Helsenorge writes them, a `valueString`. Other languages are not computed.
 */
export function readExpression(
  reading: Reading,
  place: Place,
  value: unknown,
  feature: string,
  effect: 'blocks' | 'ignored' = 'blocks',
): string | null {
  if (value === undefined) return null;
  const written = stringOf(value) ?? stringOf(fieldOf(value, 'expression'));
  const language = isRecord(value) ? value['language'] : 'text/fhirpath';
  const name = feature.split('/').at(-1) ?? feature;
  if (language !== 'text/fhirpath') {
    const message = `${name} is in the language ${shown(language)}; only text/fhirpath is computed.`;
    notDone(reading, place, effect, feature, message);
    return null;
  }
  if (written === null || written.trim() === '') {
    problem(
      reading,
      place,
      'expression-invalid',
      `${name} has ${shown(written ?? undefined)} as its expression.`,
    );
    return null;
  }
  if (written.length > longestExpression) {
    const message = `${name} has ${written.length} characters; expected at most ${longestExpression}.`;
    problem(reading, place, 'expression-invalid', message);
    return null;
  }
  reading.found.push({ place, expression: written, element: name });
  return written;
}

export function expressionAt(
  reading: Reading,
  place: Place,
  element: unknown,
  url: string,
  effect: 'blocks' | 'ignored' = 'blocks',
): string | null {
  return readExpression(reading, place, extensionValue(element, url), url, effect);
}

/** https://hl7.org/fhir/uv/sdc/STU3/expressions.html#variable */
export function readVariables(reading: Reading, place: Place, element: unknown): readonly Variable[] {
  return extensionsAt(element, urls.variable).flatMap((one): Variable[] => {
    const value = valueIn(one);
    const name = stringOf(fieldOf(value, 'name'));
    if (name === null || !/^[A-Za-z_][\w-]{0,63}$/.test(name)) {
      problem(
        reading,
        place,
        'variable-name',
        `a variable has ${shown(name ?? undefined)} as its name; expected letters.`,
      );
      return [];
    }
    const expression = readExpression(reading, place, value, urls.variable);
    return expression === null ? [] : [{ name, expression }];
  });
}

/** questionnaire-constraint, and R5's targetConstraint (http://hl7.org/fhir/extensions/StructureDefinition-targetConstraint.html). */
export function readConstraints(reading: Reading, place: Place, element: unknown): readonly Constraint[] {
  return [...extensionsAt(element, urls.constraint), ...extensionsAt(element, urls.targetConstraint)].flatMap(
    (one, index): Constraint[] => {
      const given = extensionAt(one, 'expression');
      if (given === undefined) {
        problem(reading, place, 'expression-invalid', 'a constraint has no expression; expected one.');
        return [];
      }
      const expression = readExpression(reading, place, valueIn(given), 'constraint');
      if (expression === null) return [];
      return [
        {
          key: stringOf(extensionValue(one, 'key')) ?? String(index + 1),
          expression,
          severity: extensionValue(one, 'severity') === 'warning' ? 'warning' : 'error',
          message: stringOf(extensionValue(one, 'human')) ?? '',
        },
      ];
    },
  );
}

/** http://hl7.org/fhir/uv/sdc/STU3/StructureDefinition-sdc-questionnaire-answerOptionsToggleExpression.html */
export function readToggles(reading: Reading, place: Place, json: Json): readonly OptionsToggle[] {
  return extensionsAt(json, urls.toggle).flatMap((one): OptionsToggle[] => {
    const expression = expressionAt(reading, place, one, 'expression');
    if (expression === null) return [];
    const options = extensionsAt(one, 'option').flatMap((option) => {
      const field = valueFields.find((name) => Object.hasOwn(option, name));
      return field !== undefined && isKindOf(field, option[field]) ? [cleanAnswer(field, option[field])] : [];
    });
    return [{ options, expression }];
  });
}

/** The expression that gives the least or greatest value: Helsenorge's, or the one beside the value. */
export function boundaryExpression(
  reading: Reading,
  place: Place,
  json: Json,
  which: 'min' | 'max',
): string | null {
  const own = expressionAt(reading, place, json, which === 'min' ? urls.sdfMin : urls.sdfMax);
  if (own !== null) return own;
  const extension = extensionAt(json, which === 'min' ? urls.minValue : urls.maxValue);
  if (extension === undefined) return null;
  const beside = Object.keys(extension).find((field) => field.startsWith('_value'));
  const places = beside === undefined ? [extension] : [extension[beside], extension];
  for (const at of places)
    for (const url of [urls.cqfExpression, urls.cqfCalculatedValue]) {
      const found = expressionAt(reading, place, at, url);
      if (found !== null) return found;
    }
  return null;
}
