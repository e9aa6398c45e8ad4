import { describe, expect, it } from 'vitest';
import { readPackage } from '../read-package.ts';
import { aPackage, codesOf, problemsOf, put } from '../testing/a-package.ts';

const times = 'everyDays: 7, fromDay: 7, toDay: 28';
const at = (when: string) => ({ 'measures.yaml': put(times, when) });
const more = (points: string) => ({ 'measures.yaml': (text: string) => text + points });
const point = (id: string, when: string) =>
  `- { id: ${id}, forms: [week], when: { ${when} }, dueDays: 0, expireDays: 0 }\n`;
const measureCodes = (changes: Parameters<typeof codesOf>[0]) =>
  codesOf(changes).filter((code) => /^(measure|value|form|key)/.test(code));

describe('measures.yaml', () => {
  it('gives points with what may be left out filled in', () => {
    const changes = more(point('after', 'afterModule: start'));
    expect(readPackage(aPackage(changes)).programme?.measures).toEqual([
      {
        id: 'each-week',
        forms: ['week'],
        when: { everyDays: 7, fromDay: 7, toDay: 28 },
        dueDays: 2,
        expireDays: 6,
        flagWhenLate: true,
      },
      {
        id: 'after',
        forms: ['week'],
        when: { afterModule: 'start', days: 0 },
        dueDays: 0,
        expireDays: 0,
        flagWhenLate: true,
      },
    ]);
  });

  it('may be left out together with the forms', () => {
    const changes = {
      'measures.yaml': undefined,
      'forms/week.json': undefined,
      ...Object.fromEntries(
        ['nb', 'sv', 'en'].map((language) => [
          `texts/${language}.yaml`,
          (text: string) => text.replace(/measures:[^]*/, ''),
        ]),
      ),
    };
    expect(codesOf(changes)).toEqual([]);
    expect(readPackage(aPackage(changes)).programme).toMatchObject({ forms: [], measures: [] });
  });

  it.each([
    ['day: 3, months: 1', 'expected exactly one of day, months'],
    ['everyDays: 7, fromDay: 7', 'expected fromDay and toDay together with everyDays'],
    ['day: 3, toDay: 7', 'expected fromDay and toDay together with everyDays'],
    ['day: 3, days: 1', 'expected days together with afterModule, afterStep or afterPoint'],
    ['onDemand: false', 'expected "true"'],
    ['day: 1.5', 'expected a whole number'],
  ])('with %s is told what was expected', (when, message) => {
    const problem = problemsOf(at(when)).find(({ code }) => code === 'value-wrong');
    expect(problem?.message).toContain(message);
    expect(readPackage(aPackage(at(when))).programme?.measures).toEqual([]);
  });

  it('with the same form twice in a sitting is told so', () => {
    expect(measureCodes({ 'measures.yaml': put('[week]', '[week, week]') })).toEqual(['value-wrong']);
  });

  it('with something wrong keeps the comparisons waiting', () => {
    expect(problemsOf(at('dya: 3')).map(({ code }) => code)).toContain('checks-waiting');
  });
});

describe('a point', () => {
  it.each(['day: 30', 'months: 1', 'afterStep: deeper', 'afterModule: later, days: 3'])(
    'with %s can open',
    (when) => {
      expect(measureCodes(at(when))).toEqual([]);
    },
  );

  it('after months is beyond the end when no run of months is short enough', () => {
    expect(measureCodes(at('months: 2'))).toEqual(['measure-beyond-end']);
    const longer = { 'programme.yaml': put('days: 30', 'days: 181') };
    expect(measureCodes({ ...longer, ...at('months: 6') })).toEqual([]);
    expect(measureCodes({ ...longer, ...at('months: 7') })).toEqual(['measure-beyond-end']);
  });

  it('that is due when it can no longer be answered is told of, and one due on its last day is not', () => {
    expect(measureCodes({ 'measures.yaml': put('dueDays: 2', 'dueDays: 7') })).toEqual(['measure-days']);
    expect(measureCodes({ 'measures.yaml': put('dueDays: 2', 'dueDays: 6') })).toEqual([]);
    expect(measureCodes(at('everyDays: 7, fromDay: 8, toDay: 7'))).toEqual(['measure-days']);
  });

  it('that comes once does not overlap with itself', () => {
    const once = put(times, 'everyDays: 7, fromDay: 7, toDay: 13');
    expect(
      measureCodes({ 'measures.yaml': (text) => put('expireDays: 6', 'expireDays: 9')(once(text)) }),
    ).toEqual([]);
  });

  it('after points that wait for each other is told of once', () => {
    const circle = point('a', 'afterPoint: b') + point('b', 'afterPoint: c') + point('c', 'afterPoint: a');
    const found = problemsOf(more(`${circle}${point('d', 'afterPoint: a')}`)).filter(({ code }) =>
      code.startsWith('measure'),
    );
    expect(found.map(({ code, message }) => `${code} ${message.split(':')[0]}`)).toEqual([
      'measure-cycle "a" waits for "b" waits for "c" waits for "a"',
      'measure-cannot-open The point "d" waits for something that can never be reached.',
    ]);
  });

  it('on demand that a rule schedules is not left to the clinician', () => {
    const rule = '- { id: more, when: { day: 3 }, then: [ { schedule: extra } ] }\n';
    const changes = more(point('extra', 'onDemand: true'));
    expect(measureCodes(changes)).toEqual(['measure-by-clinician']);
    expect(measureCodes({ ...changes, 'rules.yaml': (text) => text + rule })).toEqual([]);
  });

  it('without a text, and a text without a point, are told of', () => {
    expect(codesOf({ 'texts/sv.yaml': put('each-week:', 'each-wek:') })).toEqual([
      'text-missing',
      'text-unused',
    ]);
  });
});
