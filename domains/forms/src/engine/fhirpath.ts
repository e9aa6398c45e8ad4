import type { Expressions, Moment } from './evaluation.ts';
import { fieldOf, isRecord } from './json.ts';
import { ownFunctions } from './fhirpath-functions.ts';
import { longestExpression } from './read/read-expressions.ts';

/**
 * FHIRPath (http://hl7.org/fhirpath/) with the R4 model, fetched only when a form has expressions. Expressions compute on
 * what they are given: nothing that asks a server, and no clock or zone but the circumstances'.
 */
export async function loadExpressions(): Promise<Expressions> {
  const [{ default: fhirpath }, { default: model }] = await Promise.all([
    import('fhirpath'),
    import('fhirpath/fhir-context/r4'),
  ]);
  const surroundings: { at: Moment | undefined } = { at: undefined };
  const literal = (written: string): unknown[] =>
    fhirpath.evaluate({}, written, {}, model, { resolveInternalTypes: false });
  const options = {
    preciseMath: true,
    // Nobody reads what an expression traces, and it may be an answer.
    traceFn: () => undefined,
    userInvocationTable: ownFunctions(surroundings, literal),
  };
  type Compiled = (focus: unknown, variables: Readonly<Record<string, unknown>>) => unknown[];
  const compiled = new Map<string, Compiled>();
  const checked = new Map<string, Error | null>();

  const check = (expression: string): void => {
    let problem = checked.get(expression);
    if (problem === undefined) {
      if (checked.size > 5000) checked.clear();
      problem = problemOf(expression, fhirpath.parse);
      checked.set(expression, problem);
    }
    if (problem !== null) throw problem;
  };

  const compile = (expression: string, base: string | null): Compiled => {
    check(expression);
    const key = `${base ?? ''} ${expression}`;
    const known = compiled.get(key);
    if (known !== undefined) return known;
    const ready = fhirpath.compile(
      base === null ? expression : { base, expression },
      model,
      options,
    ) as Compiled;
    if (compiled.size > 2000) compiled.clear();
    compiled.set(key, ready);
    return ready;
  };

  return {
    check,
    evaluate: (expression, focus, variables, at) => {
      const isItem = fieldOf(focus, 'resourceType') === undefined;
      const run = compile(expression, isItem ? 'QuestionnaireResponse.item' : null);
      surroundings.at = at;
      try {
        return run(focus, variables);
      } finally {
        surroundings.at = undefined;
      }
    },
  };
}

/** They ask a server, or look outside the form. */
const refused: ReadonlySet<string> = new Set([
  'resolve',
  'memberOf',
  'expand',
  'lookup',
  'validateVS',
  'validateCS',
  'subsumes',
  'subsumedBy',
  'translate',
  'trace',
  'htmlChecks',
  'conformsTo',
]);

/** Why an expression can't be computed in a form; null when it can. */
function problemOf(expression: string, parse: (expression: string) => unknown): Error | null {
  if (expression.length > longestExpression)
    return new Error(`it is longer than ${longestExpression} characters`);
  try {
    checkFunctions(parse(expression));
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error('it is no FHIRPath');
  }
}

/** Throws when an expression calls what a form may not call. */
function checkFunctions(tree: unknown): void {
  const look = (node: unknown, depth: number): void => {
    if (!isRecord(node)) return;
    if (depth > 1000) throw new Error('it is nested too deeply');
    const children = Array.isArray(node['children']) ? (node['children'] as unknown[]) : [];
    if (node['type'] === 'Functn') {
      const name = fieldOf(children[0], 'text');
      if (typeof name === 'string' && refused.has(name))
        throw new Error(`the function ${name}() is not available`);
    }
    for (const child of children) look(child, depth + 1);
  };
  look(tree, 0);
}
