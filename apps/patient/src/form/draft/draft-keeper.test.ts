import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Written } from '../filling.ts';
import { draftKeeper, type KeeperSettings, type Kept } from './draft-keeper.ts';

const answers: (object | Error)[] = [];
const asked: { basedOn: number; response: { item: readonly { linkId: string }[] } }[] = [];
const states: Kept[] = [];
const conflict = vi.fn<KeeperSettings['conflict']>();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined });
  vi.stubGlobal('fetch', async (_: string, { body }: { body: string }) => {
    asked.push(JSON.parse(body) as (typeof asked)[number]);
    const answer = answers.shift() ?? {
      outcome: 'kept',
      number: asked.length,
      savedAt: '2026-03-02T09:00:00Z',
    };
    if (answer instanceof Error) throw answer;
    return Response.json(answer, { status: 'status' in answer ? Number(answer.status) : 200 });
  });
  for (const list of [answers, asked, states]) list.length = 0;
  conflict.mockReset();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const aKeeper = () =>
  draftKeeper({
    formId: 'week',
    dueOn: null,
    beganAt: '2026-03-02T09:00:00Z',
    basedOn: 0,
    changed: (kept) => states.push(kept),
    conflict,
    refused: () => undefined,
  });
const written = (linkId: string): Written => ({
  response: { resourceType: 'QuestionnaireResponse', status: 'in-progress', item: [{ linkId }] },
  typed: {},
});
const sent = () => asked.map(({ basedOn, response }) => [basedOn, response.item[0]?.linkId]);

test('many changes within a second are one save, of the last', async () => {
  const keeper = aKeeper();
  for (const linkId of ['a', 'b', 'c']) keeper.write(written(linkId), null);
  await vi.advanceTimersByTimeAsync(1_500);
  expect(sent()).toEqual([[0, 'c']]);
  expect(states.at(-1)).toBe('with-clinic');
});

test('each save builds on the one before', async () => {
  const keeper = aKeeper();
  keeper.write(written('a'), null);
  await vi.advanceTimersByTimeAsync(1_500);
  keeper.write(written('b'), null);
  await vi.advanceTimersByTimeAsync(1_500);
  expect(sent()).toEqual([
    [0, 'a'],
    [1, 'b'],
  ]);
});

test('without an answer it is tried again', async () => {
  answers.push(new Error('no network'));
  const keeper = aKeeper();
  keeper.write(written('a'), null);
  await vi.advanceTimersByTimeAsync(1_500);
  expect(states.at(-1)).toBe('nowhere');
  await vi.advanceTimersByTimeAsync(10_500);
  expect(states.at(-1)).toBe('with-clinic');
});

test('a server that is busy is asked again', async () => {
  answers.push({ code: 'failed', status: 503 });
  const keeper = aKeeper();
  keeper.write(written('a'), null);
  await vi.advanceTimersByTimeAsync(12_500);
  expect(asked).toHaveLength(2);
  expect(states.at(-1)).toBe('with-clinic');
});

test('what another device has saved is handed over, and nothing is written over it', async () => {
  const draft = { number: 4, device: 'other', savedAt: '2026-03-02T09:00:00Z', response: {} };
  answers.push({ outcome: 'conflict', draft });
  const keeper = aKeeper();
  keeper.write(written('a'), null);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(conflict).toHaveBeenCalledWith(draft);
  expect(asked).toHaveLength(1);
});

test('what another tab has taken over is not saved from here', async () => {
  const keeper = aKeeper();
  keeper.write(written('a'), null);
  keeper.goOnFrom(7);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(asked).toEqual([]);
  keeper.write(written('b'), null);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(sent()).toEqual([[7, 'b']]);
});

test('leaving saves at once', async () => {
  const keeper = aKeeper();
  keeper.write(written('a'), null);
  keeper.leave();
  await vi.advanceTimersByTimeAsync(10);
  expect(sent()).toEqual([[0, 'a']]);
});
