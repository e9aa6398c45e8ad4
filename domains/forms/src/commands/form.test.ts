import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aQuestionnaire, aResponse, extension, fhirpath } from '../engine/testing/a-form.ts';
import { runFormCommand } from './form.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'skute-form-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function written(name: string, content: unknown): string {
  const file = path.join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

async function run(...given: string[]): Promise<{ code: number; answer: Record<string, unknown> | null }> {
  const said: string[] = [];
  const code = await runFormCommand(given, { out: (text) => said.push(text), err: () => undefined });
  return {
    code,
    answer: said.length === 0 ? null : (JSON.parse(said.join('\n')) as Record<string, unknown>),
  };
}

const doubled = aQuestionnaire([
  { linkId: 'a', type: 'integer' },
  {
    linkId: 'b',
    type: 'integer',
    extension: [extension('calculated', fhirpath("%resource.item.where(linkId='a').answer.value * 2"))],
  },
  { linkId: 'c', type: 'string', enableWhen: [{ question: 'a', operator: '>', answerInteger: 9 }] },
]);

describe('npm run form', () => {
  test('check says that a form can be activated, or why not', async () => {
    const good = await run('check', written('good.json', doubled));
    expect(good).toEqual({
      code: 0,
      answer: { supported: true, canBeActivated: true, unsupported: [], problems: [] },
    });
    const bad = await run('check', written('bad.json', aQuestionnaire([{ linkId: 'a', type: 'reference' }])));
    expect(bad).toMatchObject({ code: 1, answer: { supported: false, canBeActivated: false } });
  });

  test('roundtrip gives the form back', async () => {
    expect(await run('roundtrip', written('form.json', doubled))).toEqual({ code: 0, answer: doubled });
  });

  test('evaluate gives what is seen, wrong and calculated', async () => {
    const response = aResponse([{ linkId: 'a', answer: [{ valueInteger: 4 }] }]);
    const { code, answer } = await run(
      'evaluate',
      written('form.json', doubled),
      written('response.json', response),
    );
    expect(code).toBe(0);
    expect(answer).toMatchObject({ visible: ['a', 'b'], problems: [], calculated: { b: 8 }, scores: [] });
    expect(answer?.['response']).toMatchObject({
      item: [{ linkId: 'a' }, { linkId: 'b', answer: [{ valueInteger: 8 }] }],
    });
  });

  test.each<readonly [string, unknown]>([
    ['no JSON', '{ "resourceType": '],
    ['empty', ''],
    ['another resource', { resourceType: 'Patient' }],
    ['deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ])('a file that is %s gives a problem and no stack', async (_name, content) => {
    for (const act of ['check', 'roundtrip']) {
      const { code, answer } = await run(act, written('odd.json', content));
      expect(code).toBe(1);
      expect(answer?.['problems']).toHaveLength(1);
      expect(JSON.stringify(answer)).not.toMatch(/\.ts:\d+/);
    }
  });

  test('what is not JSON is not quoted', async () => {
    const { answer } = await run(
      'evaluate',
      written('form.json', doubled),
      written('r.json', '{"a": secret}'),
    );
    expect(JSON.stringify(answer)).not.toContain('secret');
  });

  test('a file that is not there is a problem', async () => {
    expect((await run('check', path.join(folder, 'nowhere.json'))).answer?.['problems']).toMatchObject([
      { code: 'file-unreadable' },
    ]);
  });

  test.each([
    [[]],
    [['check']],
    [['other', 'x']],
    [['check', 'x', 'y']],
    [['evaluate', 'x']],
    [['check', 'x', '--now', 'y']],
  ])('used wrongly as %j: exit code 2', async (given) => {
    expect(await run(...given)).toEqual({ code: 2, answer: null });
  });
});
