/**
 * `npm run form -- check FILE | roundtrip FILE | evaluate FILE RESPONSE`: what the engine makes of a FHIR R4
 * Questionnaire. Standard output is JSON only. Exit code 0: it went well, for `check` that the form can be activated.
 * 1: it did not. 2: the command was used wrongly.
 */
import { readFileSync } from 'node:fs';
import { evaluate } from '../engine/evaluate.ts';
import type { Circumstances, ItemState } from '../engine/evaluation.ts';
import { exportForm } from '../engine/export-form.ts';
import { loadExpressions } from '../engine/fhirpath.ts';
import type { Form } from '../engine/form.ts';
import { fieldOf, stringOf } from '../engine/json.ts';
import type { Answer, QuestionnaireResponse } from '../engine/questionnaire.ts';
import { readForm } from '../engine/read/read-form.ts';
import { valueFieldOf } from '../engine/values.ts';
import { argumentsOf, momentOf, type Options } from './form-arguments.ts';
import { scoresOf } from '../scoring/scores-of.ts';

const usage = `Use one of
  npm run form -- check FILE
  npm run form -- roundtrip FILE
  npm run form -- evaluate FILE RESPONSE [--language TAG] [--now 2026-11-22T10:00:00Z] [--zone Europe/Oslo]`;

export interface FormCommandParts {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** The exit code. */
export async function runFormCommand(
  given: readonly string[],
  { out, err }: FormCommandParts,
): Promise<0 | 1 | 2> {
  const { rest, options } = argumentsOf(given);
  const [act, file, answers, ...more] = rest;
  const wanted = act === 'evaluate' ? 3 : 2;
  const isAct = act === 'check' || act === 'roundtrip' || act === 'evaluate';
  if (!isAct || options === null || rest.length !== wanted || more.length > 0) {
    err(usage);
    return 2;
  }
  try {
    const { code, answer } = await doneWith(act, file ?? '', answers ?? '', options);
    out(JSON.stringify(answer, null, 2));
    return code;
  } catch (error) {
    out(JSON.stringify(refusal(error), null, 2));
    return 1;
  }
}

/** A file that can't be read, or is no JSON, in words. */
class FileProblem extends Error {
  readonly code: 'file-unreadable' | 'not-json';
  constructor(code: FileProblem['code'], message: string) {
    super(message);
    this.code = code;
  }
}

interface Outcome {
  readonly code: 0 | 1;
  readonly answer: unknown;
}

async function doneWith(
  act: 'check' | 'roundtrip' | 'evaluate',
  file: string,
  answers: string,
  options: Options,
): Promise<Outcome> {
  const json = readJson(file);
  const expressions = await loadExpressions();
  const { form, problems, unsupported, canBeActivated } = readForm(json, expressions);
  const supported = unsupported.every(({ effect }) => effect === 'ignored');
  const report = { supported: supported && form !== null, canBeActivated, unsupported, problems };
  if (act === 'check') return { code: canBeActivated ? 0 : 1, answer: report };
  if (form === null) return { code: 1, answer: report };
  if (act === 'roundtrip') return { code: 0, answer: exportForm(form) };
  const response = readJson(answers);
  const circumstances: Circumstances = {
    language: options.language ?? form.languages[0] ?? 'en',
    now: momentOf(options.now ?? fieldOf(response, 'authored')) ?? Date.now(),
    timeZone: options.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    expressions,
  };
  return evaluated(form, response as QuestionnaireResponse, circumstances);
}

function evaluated(form: Form, response: QuestionnaireResponse, circumstances: Circumstances): Outcome {
  const evaluation = evaluate(form, response, circumstances);
  const states = flattened(evaluation.items);
  const visible = new Set(states.filter((state) => state.visible).map(({ item }) => item.linkId));
  const answer = {
    visible: [...visible],
    problems: evaluation.problems,
    warnings: evaluation.warnings,
    calculated: calculatedIn(states),
    scores: scoresOf(form, evaluation),
    response: evaluation.response,
  };
  return { code: 0, answer };
}

function flattened(states: readonly ItemState[]): ItemState[] {
  return states.flatMap((state) => [state, ...flattened(state.items)]);
}

/** By linkId; a list where the item is there several times, null where nothing came out. */
function calculatedIn(states: readonly ItemState[]): Record<string, unknown> {
  const calculated = states.filter(({ item, enabled }) => enabled && item.calculatedExpression !== null);
  const byLinkId = Map.groupBy(calculated, ({ item }) => item.linkId);
  return Object.fromEntries(
    [...byLinkId].map(([linkId, times]) => {
      const values = times.flatMap(({ answers }) => answers.map(valueOf));
      const several = times.length > 1 || times.some(({ item }) => item.repeats);
      return [linkId, several ? values : (values[0] ?? null)];
    }),
  );
}

function valueOf(answer: Answer): unknown {
  const field = valueFieldOf(answer);
  return field === null ? null : answer[field];
}

function readJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').replace(/^\u{FEFF}/u, '');
  } catch (error) {
    const because = stringOf((error as NodeJS.ErrnoException).code) ?? 'unknown';
    throw new FileProblem('file-unreadable', `${file} can’t be read (${because}); expected a file.`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    // The parser's own message quotes what it found, which may be an answer.
    const place = /(?:at )?position \d+/.exec(error instanceof Error ? error.message : '')?.[0];
    const where = place === undefined ? '' : `, ${place}`;
    throw new FileProblem('not-json', `${file} is no JSON${where}; expected a FHIR resource as JSON.`);
  }
}

/** Never a stack: what is wrong is the file, or it is too large to be worked on. */
function refusal(error: unknown): unknown {
  const code = error instanceof FileProblem ? error.code : 'unreadable';
  const message = error instanceof Error ? error.message : 'It can’t be worked on.';
  return {
    supported: false,
    canBeActivated: false,
    unsupported: [],
    problems: [{ code, linkId: null, path: '', message }],
  };
}

if (import.meta.main) {
  process.exitCode = await runFormCommand(process.argv.slice(2), {
    out: (text) => process.stdout.write(`${text}\n`),
    err: (text) => process.stderr.write(`${text}\n`),
  });
}
