import { describe, expect, it } from 'vitest';
import { limits } from '../limits.ts';
import { expressionsFor, readPackage } from '../read-package.ts';
import { aForm } from '../testing/a-form.ts';
import { aPackage, codesOf, problemsOf } from '../testing/a-package.ts';

const week = (content: string) => ({ 'forms/week.json': content });
const expression = { language: 'text/fhirpath', expression: 'today()' };
const calculated = (path: string) => ({
  item: [
    {
      linkId: 'sum',
      type: 'date',
      text: 'Sum',
      extension: [
        {
          url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression',
          valueExpression: { ...expression, expression: path },
        },
      ],
    },
  ],
});

describe('a form of a package', () => {
  it('is kept to the letter', () => {
    const content = aForm().replace('"status": "active"', '"status":   "active"');
    expect(readPackage(aPackage(week(content))).forms).toEqual([{ id: 'week', content }]);
  });

  it('changes the content hash', () => {
    const changed = aPackage(week(aForm({ status: 'draft' })));
    expect(readPackage(changed).contentHash).not.toBe(readPackage(aPackage()).contentHash);
  });

  it.each(['[]', '"text"', '{ "resourceType": "Patient" }', '{ "resourceType": ', '['.repeat(100_000), ''])(
    'that is no Questionnaire is told of, and is not read: %.30s',
    (content) => {
      expect(codesOf(week(content)).filter((code) => code.startsWith('form'))).toEqual(['form-unreadable']);
      expect(readPackage(aPackage(week(content))).forms).toEqual([]);
    },
  );

  it('may have 1 MB', () => {
    const missing = limits.formBytes - Buffer.byteLength(aForm());
    expect(codesOf(week(aForm() + ' '.repeat(missing)))).toEqual([]);
    expect(codesOf(week(aForm() + ' '.repeat(missing + 1)))).toContain('file-too-large');
  });

  it('may not have invisible characters, also by their number', () => {
    expect(codesOf(week(aForm().replace('Vondt', 'Vo\\u202endt')))).toEqual(['odd-character']);
    expect(codesOf(week(aForm().replace('Vondt', 'Vo\u202endt')))).toContain('odd-character');
  });

  it('is Norwegian Bokmål as nb-NO too', () => {
    expect(codesOf(week(aForm({ language: 'nb-NO' })))).toEqual([]);
    expect(problemsOf(week(aForm({ language: 'da' }))).map(({ message }) => message)).toContain(
      'The form has da, sv; expected it in Norwegian Bokmål (nb) too, since that is "full".',
    );
  });

  it('has every text in each full language, and the same numbers in all', () => {
    const half = aForm().replace('"Ont"', '""');
    const found = problemsOf(week(half)).filter(({ code }) => code === 'form-text-missing');
    expect(found.map(({ message }) => message)).toEqual([
      '1 of its texts are not in Swedish (sv), the first in the item "week-pain"; expected all of them.',
    ]);
    const differing = aForm().replace('Vondt', 'Vondt i 7 dager').replace('Ont', 'Ont i 8 dagar');
    expect(codesOf(week(differing))).toEqual(['numbers-differ']);
  });

  it('is read with its expressions checked, and not without', async () => {
    const files = aPackage(week(aForm(calculated('today()'))));
    const expressions = await expressionsFor(files);
    const codes = readPackage(files, expressions).problems.map(({ code }) => code);
    expect(codes).not.toContain('form-problem');
    expect(readPackage(files).problems.map(({ code }) => code)).toContain('form-problem');
    const wrong = aPackage(week(aForm(calculated('today((('))));
    expect(readPackage(wrong, expressions).problems.map(({ code }) => code)).toContain('form-problem');
    expect(await expressionsFor(aPackage())).toBeUndefined();
  });
});
