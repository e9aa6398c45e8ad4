import { describe, expect, it } from 'vitest';
import { aForm } from '../testing/a-form.ts';
import { type Changes, problemsOf, put } from '../testing/a-package.ts';

/** What is said of one more rule. */
function said(when: string, then = 'open: later', changes: Changes = {}): string[] {
  const rule = `- { id: more, when: { ${when} }, then: [ { ${then} } ] }\n`;
  return problemsOf({ 'rules.yaml': (text) => text + rule, ...changes })
    .filter(({ code }) => /^(rule|form|value|measure)/.test(code))
    .map(({ code, message }) => `${code}: ${message}`);
}

describe('a rule about answers', () => {
  it.each([
    'formSent: week',
    'answer: { form: week, item: contact, is: "yes" }',
    'answer: { form: week, item: contact, is: no }',
    'answer: { form: week, item: smokes, is: true }',
    'answer: { form: week, item: week-pain, is: 10 }',
    'score: { form: week, score: total, atLeast: 20 }',
    'score: { form: week, score: total, atMost: 0 }',
    'change: { form: week, score: total, worseBy: 5, since: last }',
    'change: { form: week, score: total, betterBy: 0.5, since: first }',
    'late: { point: each-week, days: 0 }',
  ])('may be: %s', (when) => {
    expect(said(when)).toEqual([]);
  });

  it.each([
    [
      'contact',
      'is: maybe',
      'Found "is: maybe" for "contact"; expected the code of one of its options: "yes", "no".',
    ],
    [
      'contact',
      'is: true',
      'Found "is: true" for "contact"; expected the code of one of its options: "yes", "no".',
    ],
    ['smokes', 'is: "true"', 'Found "is: true" for "smokes"; expected true or false.'],
    ['week-pain', 'is: much', 'Found "is: much" for "week-pain"; expected a number.'],
    [
      'words',
      'is: no',
      'expected an item with options, numbers, or yes and no: a rule does not read free text.',
    ],
  ])('to %s can’t be %s', (item, is, message) => {
    const [first, ...others] = said(`answer: { form: week, item: ${item}, ${is} }`);
    expect(first).toContain(message);
    expect(others).toEqual([]);
  });

  it('names the questions when there is no such item', () => {
    expect(said('answer: { form: week, item: pain, is: 3 }')).toEqual([
      'rule-unknown-item: Found the item "pain"; expected one of the questions of "week": "week-pain", "week-gut", "week-life", "contact", "smokes", "words".',
    ]);
  });

  it('is not compared with a form that is not there, or that can’t be read', () => {
    expect(said('answer: { form: month, item: pain, is: 3 }')).toEqual([
      'form-unknown: Found the form "month"; expected the name of a file in forms/, without .json.',
    ]);
    const broken = said('answer: { form: week, item: pain, is: 3 }', 'open: later', {
      'forms/week.json': '[]',
    });
    expect(broken.map((each) => each.split(':')[0])).toEqual(['form-unreadable']);
  });

  it('can’t come true when nothing asks for the form', () => {
    const spare = { 'forms/spare.json': aForm() };
    expect(said('formSent: spare', 'open: later', spare).map((each) => each.split(':')[0])).toEqual([
      'form-unused',
      'rule-cannot-fire',
    ]);
  });

  it('opens a module for a form that is asked for by day', () => {
    const changes = { 'rules.yaml': put('{ day: 7 }', '{ formSent: week }') };
    expect(problemsOf(changes).map(({ code }) => code)).toEqual(['step-only-by-clinician']);
  });

  it('is told which scores there are', () => {
    expect(said('score: { form: week, score: sum, atLeast: 3 }')).toEqual([
      'rule-unknown-score: Found the score "sum"; the form "week" has the scores "total".',
    ]);
    const unscored = { 'forms/week.json': aForm({ extension: [] }) };
    expect(said('score: { form: week, score: sum, atLeast: 3 }', 'open: later', unscored)).toEqual([
      'rule-unknown-score: Found the score "sum"; the form "week" has no instrument that we score.',
    ]);
  });

  it.each([
    ['score: { form: week, score: total }', 'expected exactly one of atLeast, atMost.'],
    [
      'score: { form: week, score: total, atLeast: 1, atMost: 2 }',
      'expected exactly one of atLeast, atMost.',
    ],
    ['change: { form: week, score: total, since: last }', 'expected exactly one of worseBy, betterBy.'],
    ['change: { form: week, score: total, worseBy: 0, since: last }', 'expected'],
    ['change: { form: week, score: total, worseBy: 3, since: ever }', 'expected "first" or "last".'],
    [
      'answer: { form: week, item: contact, is: [a] }',
      'expected the code of an option, a number, or true or false.',
    ],
    ['formSent: week, day: 3', 'expected exactly one of day,'],
  ])('is refused as %s', (when, message) => {
    expect(said(when).join(' ')).toContain(message);
  });
});

describe('a flag about answers', () => {
  it.each(['form-saved', 'score-worse', 'safety-answer', 'contact-wish', 'fodmap-wish'])(
    '%s needs answers, and late-form lateness',
    (flag) => {
      expect(said('formSent: week', `flag: ${flag}`)).toEqual([]);
      expect(said('stepDone: more', `flag: ${flag}`)[0]).toContain('rule-flag-without-form');
      expect(said('late: { point: each-week, days: 3 }', 'flag: late-form')).toEqual([]);
      expect(said('formSent: week', 'flag: late-form')[0]).toContain('rule-flag-without-form');
    },
  );
});

describe('a rule that schedules', () => {
  it('needs a point on demand', () => {
    expect(said('day: 3', 'schedule: each-week')).toEqual([
      'rule-unknown-point: Found "schedule: each-week"; expected a point of measures.yaml with "onDemand: true".',
    ]);
  });
});
