/** Everything that the programme or the clinic has changed says why, whoever reads and in whichever language. */
import { type Preferences, savePreferences } from '@skute/access/contract';
import { getPatientPage, getWorklist } from '@skute/clinics/contract';
import { getProgramme, getSteering, getToday, steer, type Today } from '@skute/treatment/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SignedIn, type TestServer, testServer } from './server.ts';

const languages = ['nb', 'nn', 'sv', 'en'] as const;

let server: TestServer;
let ola: SignedIn;
let ingrid: SignedIn;
let params: { treatmentId: string };

beforeAll(async () => {
  server = await testServer();
  [ola, ingrid] = [await server.as('ola'), await server.as('ingrid')];
  const { treatment } = (await ola.call(getToday)).body as Today;
  params = { treatmentId: treatment?.id ?? '' };
  for (const body of [
    { act: 'open-module', moduleId: 'exposure' },
    { act: 'hide-step', stepId: 'recipes', reason: 'Du har dine egne.' },
    { act: 'hold-rule', ruleId: 'ending', reason: 'Vi tar det i timen.' },
  ]) {
    expect((await ingrid.call(steer, { params, body })).status).toBe(200);
  }
});

afterAll(() => server.stop());

describe.each(languages)('in %s', (language) => {
  test('the patient reads why', async () => {
    await speak(ola, language);
    const found = await Promise.all([ola.call(getToday), ola.call(getProgramme)]);
    expectReasons(found.map(({ status, body }) => ({ status, reasons: reasonsIn(body) })));
  });

  test('the clinician reads why', async () => {
    await speak(ingrid, language);
    const found = await Promise.all([
      ingrid.ask('GET', `${getWorklist.path}?split=all`),
      ingrid.call(getPatientPage, { params }),
      ingrid.call(getSteering, { params }),
    ]);
    expectReasons(found.map(({ status, body }) => ({ status, reasons: reasonsIn(body) })));
  });
});

async function speak(somebody: SignedIn, language: Preferences['language']): Promise<void> {
  const body = { language, textSize: 'md', theme: 'auto', welcomed: true } satisfies Preferences;
  expect((await somebody.call(savePreferences, { body })).status).toBeLessThan(300);
}

function expectReasons(answers: readonly { status: number; reasons: string[] }[]): void {
  for (const { status, reasons } of answers) {
    expect(status).toBe(200);
    expect(reasons.length).toBeGreaterThan(0);
    expect(reasons.filter((reason) => !/\p{L}{2,}.*\.$/u.test(reason))).toEqual([]);
  }
}

/** Every `because`, a sentence or one with its rule; null is where nothing was changed. */
function reasonsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    if (key !== 'because' || inner === null) return reasonsIn(inner);
    return [typeof inner === 'string' ? inner : String((inner as { text: unknown }).text)];
  });
}
