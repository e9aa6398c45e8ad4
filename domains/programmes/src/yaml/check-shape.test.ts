import { describe, expect, it } from 'vitest';
import { programmeYaml, textsYaml } from '../package-schemas.ts';
import { collectProblems } from '../problems.ts';
import { checkShape } from './check-shape.ts';
import { readYaml } from './read-yaml.ts';

function check(text: string, schema: typeof textsYaml | typeof programmeYaml) {
  const { report, problems } = collectProblems();
  const source = readYaml('a.yaml', text, report);
  const shaped = source === undefined ? undefined : checkShape(source, schema as typeof textsYaml, report);
  return { shaped, messages: problems.map(({ line, message }) => `${line} ${message}`) };
}

const programme = 'programme: { title: A, summary: B, welcome: C }\n';

describe('a text that differs from its schema', () => {
  it('is told what was found and what was expected, on its line', () => {
    const { messages } = check(
      `${programme}modules:\n  Start: { title: A, summary: B }\n  more: { title: 3, summary: '' }\n`,
      textsYaml,
    );
    expect(messages).toEqual([
      '3 "modules.Start" is a set of keys; expected a key that is lower-case letters, digits and hyphens, such as "start-here".',
      '4 "modules.more.title" is "3"; expected text.',
      '4 "modules.more.summary" is an empty text; expected at least 1 characters.',
    ]);
  });

  it('keeps the entries that are right', () => {
    const { shaped } = check(
      `${programme}sections:\n  a: { title: A }\n  b: { titel: B }\n  c: { title: C, more: 1 }\n`,
      textsYaml,
    );
    expect(shaped?.value.sections).toEqual({ a: { title: 'A' }, c: { title: 'C' } });
    expect(shaped?.whole).toBe(false);
  });

  it('may not have invisible characters by their number, nor show them in the problem', () => {
    const { shaped, messages } = check(
      `${programme}sections:\n  a: { title: "\\e[31m\\0" }\n  b: { title: "a\\nb" }\n  "\\e": { title: A }\n`,
      textsYaml,
    );
    expect(shaped?.value.sections).toEqual({});
    expect(messages.slice(0, 2)).toEqual([
      '3 "sections.a.title": has an invisible character; expected plain text.',
      '4 "sections.b.title" is "a?b"; expected one line of text.',
    ]);
    expect(messages.join('')).not.toMatch(/\p{Cc}/u);
  });

  it('without what it cannot be without is no value at all', () => {
    const { shaped, messages } = check('sections: {}\n', textsYaml);
    expect(shaped).toBeUndefined();
    expect(messages).toEqual(['1 "programme" is missing; expected keys with values.']);
  });

  it('names an unknown kind, an unknown word and a number out of range', () => {
    const { messages } = check(
      'format: skute-programme/2\nlanguages: { nb: all }\ndays: 0\neligibility: [ { id: a, kind: guess } ]\n',
      programmeYaml,
    );
    expect(messages).toEqual(
      expect.arrayContaining([
        '1 "format" is "skute-programme/2"; expected "skute-programme/1".',
        '2 "languages.nb" is "all"; expected "full" or "summary".',
        '3 "days" is "0"; expected 1 or more.',
        '4 "eligibility[1].kind" is "guess"; expected a "kind" that format 1 knows.',
      ]),
    );
  });
});
