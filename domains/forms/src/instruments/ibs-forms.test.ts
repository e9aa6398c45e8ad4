import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lixOf } from '@skute/ui/text-checks';
import { describe, expect, it } from 'vitest';
import { readForm } from '../engine/read/read-form.ts';
import { instruments } from './instruments.ts';

/** The example programme's forms: complete in every language, easy to read, and in step with their instruments. */
const folder = fileURLToPath(new URL('../../../../programmes/ibs/forms', import.meta.url));
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
const languages = ['nb', 'sv', 'en'] as const;

type Json = Record<string, unknown>;
const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isJson) : []);

interface Text {
  readonly path: string;
  readonly field: string;
  /** nb from the primitive itself, the others from its translations. */
  readonly words: Readonly<Record<string, string>>;
}

/** Every wording in a form that a patient may see. */
function textsIn(value: unknown, path = ''): Text[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => textsIn(one, `${path}[${index}]`));
  if (!isJson(value)) return [];
  const here = typeof value['linkId'] === 'string' ? value['linkId'] : path;
  if (value['url'] === 'http://hl7.org/fhir/StructureDefinition/translation') return [];
  return Object.entries(value).flatMap(([field, content]) =>
    typeof content === 'string' && ['title', 'description', 'text', 'display', 'valueString'].includes(field)
      ? [{ path: here, field, words: { nb: content, ...translations(value[`_${field}`]) } }]
      : textsIn(content, `${here}.${field}`),
  );
}

function translations(primitive: unknown): Record<string, string> {
  return Object.fromEntries(
    listOf(isJson(primitive) ? primitive['extension'] : []).map((extension) => {
      const parts = listOf(extension['extension']);
      const part = (url: string) => parts.find((one) => one['url'] === url);
      return [String(part('lang')?.['valueCode']), String(part('content')?.['valueString'])];
    }),
  );
}

function itemsIn(value: Json): Json[] {
  return listOf(value['item']).flatMap((item) => [item, ...itemsIn(item)]);
}

function extensionOf(element: Json, url: string): Json | undefined {
  return listOf(element['extension']).find((one) => one['url'] === url);
}

const hl7 = 'http://hl7.org/fhir/StructureDefinition/';
const wordCount = (text: string): number => text.match(/[\p{L}\d]+/gu)?.length ?? 0;
const numbers = (text = ''): string[] => (text.match(/\d+/g) ?? []).toSorted();

describe.each(names)('%s', (name) => {
  const form: Json = JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Json;
  const texts = textsIn(form);
  const items = itemsIn(form);
  const instrumentName = extensionOf(form, 'urn:skute:form:instrument')?.['valueCanonical'];
  const instrument = instruments[/^urn:skute:instrument:(.+)\|/.exec(String(instrumentName))?.[1] ?? ''];

  it('can be activated, and says what it is, why it is asked, who reads it and how long it takes', () => {
    const reading = readForm(form);
    expect({ problems: reading.problems, can: reading.canBeActivated }).toEqual({ problems: [], can: true });
    expect(form).toMatchObject({
      url: `urn:skute:form:ibs:${name.replace('.json', '')}`,
      version: '1.0.0',
      status: 'active',
      experimental: true,
      language: 'nb',
      description: expect.stringContaining('ikke validert'),
    });
    for (const kind of ['why', 'reader'])
      expect(extensionOf(form, `urn:skute:form:${kind}`)).toHaveProperty('valueString');
    expect(extensionOf(form, 'urn:skute:form:minutes')?.['valueInteger']).toBeGreaterThan(0);
  });

  it('has every text in nb, sv and en, and nn for headings at most', () => {
    for (const { path, field, words } of texts) {
      expect([path, field, Object.keys(words)]).toEqual([
        path,
        field,
        expect.arrayContaining([...languages]),
      ]);
      for (const content of Object.values(words))
        expect([path, content.trim().length > 0]).toEqual([path, true]);
    }
    const inNynorsk = texts.filter(({ words }) => words['nn'] !== undefined);
    const groups = items.filter(({ type }) => type === 'group').map(({ linkId }) => linkId);
    for (const { path, field } of inNynorsk) expect(field === 'title' || groups.includes(path)).toBe(true);
  });

  it('has the same numbers in every language', () => {
    for (const { path, words } of texts) {
      for (const language of languages) {
        expect([path, language, numbers(words[language])]).toEqual([path, language, numbers(words['nb'])]);
      }
    }
  });

  // Limits of the UX direction, section 4: LIX 35 for forms, headings 8 words, sentences 15 words on average.
  it.each(languages)('is easy to read in %s', (language) => {
    const all = texts.map(({ words }) => words[language] ?? '');
    expect(lixOf(all)).toBeLessThanOrEqual(35);
    const longer = all.filter((text) => wordCount(text) >= 12);
    for (const text of longer) expect([text, Math.round(lixOf([text])) <= 35]).toEqual([text, true]);
    const sentences = all
      .flatMap((text) => text.split(/[.?:](?:\s|$)/))
      .filter((text) => wordCount(text) > 0);
    expect(wordCount(all.join(' ')) / sentences.length).toBeLessThanOrEqual(15);
    for (const text of texts.filter(
      ({ field, path }) =>
        field === 'title' || items.some((item) => item['linkId'] === path && item['type'] === 'group'),
    ))
      expect(wordCount(text.words[language] ?? '')).toBeLessThanOrEqual(8);
  });

  it('is calm: no exclamation, no blame, no praise, no pity', () => {
    const wrong =
      /!|\p{Extended_Pictographic}|dessverre|tyvärr|unfortunately|beklag|compliance|dropout|diettbrudd|negativ endring|flink|duktig|bra jobb|good job|well done|må du huske|streng/iu;
    for (const { path, words } of texts)
      for (const text of Object.values(words))
        expect([path, text]).not.toEqual([path, expect.stringMatching(wrong)]);
  });

  it('has pages of 3 to 7, and names in kebab-case', () => {
    for (const page of listOf(form['item'])) {
      const always = listOf(page['item']).filter((item) => item['enableWhen'] === undefined);
      expect(always.length).toBeGreaterThanOrEqual(3);
      expect(always.length).toBeLessThanOrEqual(7);
    }
    for (const { linkId } of items) expect(linkId).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it('asks what its instrument needs, with every weight', () => {
    expect(instrument === undefined).toBe(instrumentName === undefined);
    for (const { code, min, max } of instrument?.items ?? []) {
      const item = items.find(({ linkId }) => linkId === code);
      const options = listOf(item?.['answerOption']).map(({ valueCoding }) =>
        isJson(valueCoding) ? valueCoding : {},
      );
      const weights = options.map((option) => extensionOf(option, `${hl7}ordinalValue`)?.['valueDecimal']);
      const limits = ['minValue', 'maxValue'].map(
        (limit) => extensionOf(item ?? {}, hl7 + limit)?.['valueInteger'],
      );
      const whole = Array.from({ length: max - min + 1 }, (_, index) => min + index);
      const found = item?.['type'] === 'choice' ? weights : limits;
      expect([code, found]).toEqual([code, item?.['type'] === 'choice' ? whole : [min, max]]);
    }
  });
});

describe('the safety questions', () => {
  const form: Json = JSON.parse(readFileSync(`${folder}/safety.json`, 'utf8')) as Json;
  const items = itemsIn(form);

  it('each have room for more when the answer is yes, and a help text', () => {
    const questions = items.filter(({ type, linkId }) => type === 'boolean' && linkId !== 'wants-call');
    expect(questions).toHaveLength(9);
    for (const { linkId } of questions) {
      expect(items).toContainEqual(
        expect.objectContaining({
          linkId: `${String(linkId)}-details`,
          enableWhen: [{ question: linkId, operator: '=', answerBoolean: true }],
        }),
      );
      expect(items.some((item) => item['linkId'] === `${String(linkId)}-help`)).toBe(true);
    }
  });

  it('say in every language whom to call', () => {
    const urgent = textsIn(items.filter(({ linkId }) => linkId === 'not-urgent')).flatMap(({ words }) =>
      Object.values(words),
    );
    expect(urgent.length).toBeGreaterThanOrEqual(3);
    for (const text of urgent)
      for (const number of ['116 117', '1177', '113', '112']) expect(text).toContain(number);
  });

  it('about thoughts and food may be declined', () => {
    const declinable = items.filter((item) => extensionOf(item, 'urn:skute:form:may-decline') !== undefined);
    expect(declinable.map(({ linkId }) => linkId)).toEqual([
      'eating-thoughts',
      'eating-less',
      'eating-disorder',
      'low-mood',
      'dark-thoughts',
    ]);
  });
});
