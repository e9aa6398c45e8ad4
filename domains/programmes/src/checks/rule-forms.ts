import type { Form, Option } from '@skute/forms/rules';
import type { Condition, RaisedFlag, Rule } from '../programme.ts';
import type { ProblemCode, Report } from '../problems.ts';
import type { KnownDraft } from '../read-package.ts';
import type { ReadForm } from '../read-forms.ts';

interface Fault {
  readonly code: ProblemCode;
  readonly message: string;
}

/** Reports what a rule says of forms, answers, scores and measurement points that are not so. True when there is any. */
export function reportWrongForms(rule: Rule, draft: KnownDraft, report: Report): boolean {
  const faults = [...conditionFaults(rule.when, draft), ...effectFaults(rule, draft)];
  for (const { code, message } of faults) report(code, draft.structure.placeOf('rules', rule.id), message);
  return faults.length > 0;
}

/** The form that a condition is about. */
export function formOf(when: Condition): string | undefined {
  if ('formSent' in when) return when.formSent;
  if ('answer' in when) return when.answer.form;
  if ('score' in when) return when.score.form;
  return 'change' in when ? when.change.form : undefined;
}

function conditionFaults(when: Condition, draft: KnownDraft): Fault[] {
  const { programme, forms } = draft;
  if ('late' in when) {
    const { point } = when.late;
    if (programme.measures.some(({ id }) => id === point)) return [];
    return [
      fault('rule-unknown-point', `Found "late: ${point}"; expected the id of a point in measures.yaml.`),
    ];
  }
  const id = formOf(when);
  if (id === undefined) return [];
  if (!programme.forms.includes(id))
    return [
      fault('form-unknown', `Found the form "${id}"; expected the name of a file in forms/, without .json.`),
    ];
  // A form that cannot be read is told of there; nothing is known of its items.
  const read = forms.find((each) => each.id === id);
  if (read === undefined) return [];
  if ('answer' in when) return answerFaults(when.answer, read.form);
  return 'score' in when || 'change' in when ? scoreFaults(when, read) : [];
}

type AnswerPart = Extract<Condition, { answer: unknown }>['answer'];

function answerFaults({ form: id, item: linkId, is }: AnswerPart, form: Form): Fault[] {
  const item = form.byLinkId.get(linkId);
  const asked = [...form.byLinkId.values()].filter(({ type }) => type !== 'group' && type !== 'display');
  if (item === undefined || !asked.includes(item)) {
    const known = listed(asked.map((each) => each.linkId));
    return [
      fault(
        'rule-unknown-item',
        `Found the item "${linkId}"; expected one of the questions of "${id}": ${known}.`,
      ),
    ];
  }
  const wrong = (expected: string) => [
    fault('rule-unknown-answer', `Found "is: ${String(is)}" for "${linkId}"; expected ${expected}.`),
  ];
  switch (item.type) {
    case 'boolean':
      return typeof is === 'boolean' ? [] : wrong('true or false');
    case 'integer':
    case 'decimal':
    case 'quantity':
      return typeof is === 'number' ? [] : wrong('a number');
    case 'choice':
    case 'open-choice': {
      const codes: (Answer | undefined)[] = item.options.map(codeOf);
      const isOpen = codes.length === 0 && typeof is === 'string';
      return isOpen || codes.includes(is) ? [] : wrong(`the code of one of its options: ${listed(codes)}`);
    }
    default:
      return wrong('an item with options, numbers, or yes and no: a rule does not read free text');
  }
}

type Answer = AnswerPart['is'];

function codeOf({ answer }: Option): string | number | undefined {
  return answer.valueCoding?.code ?? answer.valueString ?? answer.valueInteger;
}

type ScorePart = Extract<Condition, { score: unknown } | { change: unknown }>;

function scoreFaults(when: ScorePart, { id, instrument }: ReadForm): Fault[] {
  const name = 'score' in when ? when.score.score : when.change.score;
  const scores = instrument?.scores ?? [];
  const rule = scores.find((score) => score.id === name);
  if (rule === undefined) {
    const has =
      instrument === null ? 'no instrument that we score' : `the scores ${listed(scores.map((s) => s.id))}`;
    return [fault('rule-unknown-score', `Found the score "${name}"; the form "${id}" has ${has}.`)];
  }
  if ('change' in when) {
    if (rule.direction !== 'none') return [];
    return [
      fault(
        'rule-unknown-score',
        `Found a change of "${name}", of which no direction is better; expected another score.`,
      ),
    ];
  }
  const limit = when.score.atLeast ?? when.score.atMost ?? rule.min;
  if (limit >= rule.min && limit <= rule.max) return [];
  return [fault('rule-score-range', `Found ${limit} for "${name}"; expected ${rule.min} to ${rule.max}.`)];
}

/** These say something of what a patient has answered. */
const fromAnswers: readonly RaisedFlag[] = [
  'form-saved',
  'score-worse',
  'safety-answer',
  'contact-wish',
  'fodmap-wish',
];

function effectFaults({ when, then }: Rule, { programme }: KnownDraft): Fault[] {
  return then.flatMap((effect): Fault[] => {
    if ('schedule' in effect) {
      const point = programme.measures.find(({ id }) => id === effect.schedule);
      if (point !== undefined && 'onDemand' in point.when) return [];
      return [
        fault(
          'rule-unknown-point',
          `Found "schedule: ${effect.schedule}"; expected a point of measures.yaml with "onDemand: true".`,
        ),
      ];
    }
    if (!('flag' in effect)) return [];
    if (fromAnswers.includes(effect.flag) && formOf(when) === undefined)
      return [
        fault(
          'rule-flag-without-form',
          `Found "flag: ${effect.flag}" without a form; expected formSent, answer, score or change.`,
        ),
      ];
    if (effect.flag === 'late-form' && !('late' in when))
      return [fault('rule-flag-without-form', 'Found "flag: late-form" without a point; expected late.')];
    return [];
  });
}

function fault(code: ProblemCode, message: string): Fault {
  return { code, message };
}

function listed(words: readonly (Answer | undefined)[]): string {
  const shown = words.slice(0, 12).map((word) => `"${String(word)}"`);
  return shown.length === 0 ? 'none' : shown.join(', ') + (words.length > 12 ? ' …' : '');
}
