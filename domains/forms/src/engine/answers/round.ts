import type { Circumstances, Moment } from '../evaluation.ts';
import type { Form, Variable } from '../form.ts';
import { optionOfAnswer } from '../options.ts';
import type { QuestionnaireResponse, ResponseItem } from '../questionnaire.ts';
import { cleanAnswer, isKindOf } from '../values.ts';
import type { Written } from './write-response.ts';
import type { Node } from './tree.ts';

/** Computes expressions on one state of the response; a new state is a new round. */
export interface Round {
  /** What the expression gives where the node stands; nothing when it does not work on what is answered. */
  run(expression: string, node: Node | null, from?: 'item' | 'response'): readonly unknown[];
}

type Environment = Record<string, unknown>;

const namesResponse = /(?<![\w%.'])QuestionnaireResponse\s*\./;

/** Always there (https://hl7.org/fhir/R4/fhirpath.html#variables). */
const systems = { sct: 'http://snomed.info/sct', loinc: 'http://loinc.org' };

export function newRound(form: Form, circumstances: Circumstances, written: Written): Round {
  const { expressions } = circumstances;
  const at: Moment = {
    now: circumstances.now,
    timeZone: circumstances.timeZone,
    weightOf: (linkId, value) => weightOf(form, linkId, value),
  };
  const environments = new Map<Node | null, Environment>();

  const focusOf = (node: Node | null): QuestionnaireResponse | ResponseItem =>
    node === null ? written.response : (written.itemOf.get(node) ?? { linkId: node.item.linkId });

  /** What names the whole response starts there, wherever it stands. */
  const startOf = (expression: string, node: Node | null): unknown =>
    namesResponse.test(expression) ? written.response : focusOf(node);

  const evaluate = (expression: string, focus: unknown, variables: Environment): readonly unknown[] => {
    try {
      return expressions?.evaluate(expression, focus, variables, at) ?? [];
    } catch {
      // Not an answer yet, or several where one was meant: the same as no result (FHIRPath: empty).
      return [];
    }
  };

  const environmentOf = (node: Node | null): Environment => {
    const known = environments.get(node);
    if (known !== undefined) return known;
    const environment: Environment =
      node === null
        ? rootEnvironment(form, circumstances, written)
        : Object.create(environmentOf(node.within.node));
    if (node !== null) environment['qitem'] = node.item.source;
    environments.set(node, environment);
    for (const variable of (node?.item ?? form).variables) declare(environment, variable, node);
    return environment;
  };

  /** Computed when first asked for: most expressions use few of the variables. */
  const declare = (environment: Environment, { name, expression }: Variable, node: Node | null): void => {
    let value: readonly unknown[] | undefined;
    Object.defineProperty(environment, name, {
      enumerable: true,
      configurable: true,
      get: () => {
        if (value !== undefined) return value;
        value = [];
        value = evaluate(expression, startOf(expression, node), environment);
        return value;
      },
    });
  };

  return {
    run: (expression, node, from = 'item') =>
      evaluate(
        expression,
        from === 'response' ? written.response : startOf(expression, node),
        environmentOf(node),
      ),
  };
}

function rootEnvironment(form: Form, circumstances: Circumstances, written: Written): Environment {
  const environment: Environment = Object.create(null);
  for (const name of form.launchContext) environment[name] = [];
  return Object.assign(environment, systems, copyOf(circumstances.context), {
    resource: written.response,
    rootResource: written.response,
    questionnaire: copyOf(form.questionnaire),
  });
}

const copies = new WeakMap<object, object>();

/** The library marks what it gives back; what we were lent stays as it is. */
function copyOf(original: object | undefined): object {
  if (original === undefined) return {};
  const known = copies.get(original);
  if (known !== undefined) return known;
  const copy = structuredClone(original);
  copies.set(original, copy);
  return copy;
}

function weightOf(form: Form, linkId: string, value: Readonly<Record<string, unknown>>): number | null {
  const item = form.byLinkId.get(linkId);
  if (item === undefined || !isKindOf('valueCoding', value)) return null;
  return optionOfAnswer(item.options, cleanAnswer('valueCoding', value))?.weight ?? null;
}
