import { extensionsAt, urls, valueIn } from '../extensions.ts';
import type { Form, FormItem } from '../form.ts';
import { fieldOf, stringOf } from '../json.ts';
import { problem, type Reading } from './findings.ts';

/** Variables that are always there (https://hl7.org/fhir/uv/sdc/STU3/expressions.html#fhirpath-variables). */
const always = [
  'context',
  'resource',
  'rootResource',
  'questionnaire',
  'qitem',
  'ucum',
  'sct',
  'loinc',
  'factory',
  'terminologies',
];

/** That each expression is FHIRPath, where it can be told, and that the variables it names are there. */
export function checkExpressions(reading: Reading, form: Form): void {
  const reported = new Set<string>();
  for (const { place, expression, element } of reading.found) {
    try {
      reading.expressions?.check(expression);
    } catch (error) {
      const because = error instanceof Error ? error.message.slice(0, 200) : 'unknown';
      problem(reading, place, 'expression-invalid', `${element} can’t be computed: ${because}`);
      continue;
    }
    const item = place.linkId === null ? null : (form.byLinkId.get(place.linkId) ?? null);
    const names = new Set([...always, ...form.launchContext, ...declaredIn(form, item)]);
    for (const name of namesIn(expression)) {
      const key = `${place.path} ${name}`;
      if (names.has(name) || reported.has(key) || expression.includes('defineVariable(')) continue;
      reported.add(key);
      problem(
        reading,
        place,
        'expression-variable',
        `${element} names %${name}, which nothing declares there.`,
      );
    }
  }
}

/** By name, whatever its language: that one is not computed is said once, where it stands. */
function declaredIn(form: Form, item: FormItem | null): string[] {
  const own = variableNames(form.questionnaire);
  for (let one = item; one !== null; one = one.parent) own.push(...variableNames(one.source));
  return own;
}

function variableNames(element: unknown): string[] {
  const named = [...extensionsAt(element, urls.variable), ...extensionsAt(element, urls.populationContext)];
  return named.flatMap((one) => stringOf(fieldOf(valueIn(one), 'name')) ?? []);
}

function namesIn(expression: string): string[] {
  const bare = expression.replace(/'(?:\\.|[^'\\])*'/g, "''").replace(/\/\/.*$/gm, '');
  return [...bare.matchAll(/%(?:`([^`]+)`|([A-Za-z_][\w]*))/g)].flatMap(
    (match) => match[1] ?? match[2] ?? [],
  );
}
