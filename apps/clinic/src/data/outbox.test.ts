import { beforeEach, expect, test, vi } from 'vitest';

type Sent = { readonly key: string | null; readonly outcome: string };
type Reply = Response | 'no network';

const done = () => Response.json({ handled: 1 });
const refused = (status: number) => Response.json({ type: '', title: '', status, code: 'x' }, { status });

/** The outbox anew, with the answers that the server will give in turn. */
async function outboxWith(...replies: Reply[]) {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (_: string, { headers, body }: RequestInit & { body: string }) => {
    const key = new Headers(headers).get('idempotency-key');
    sent.push({ key, outcome: JSON.parse(body).outcome });
    const reply = replies.shift() ?? done();
    if (reply === 'no network') throw new TypeError('failed');
    return reply;
  });
  vi.resetModules();
  return { sent, outbox: await import('./outbox.ts') };
}

const body = (outcome: 'done' | 'reopened') => ({
  outcome,
  items: [{ kind: 'no-activity' as const, occurrence: '1' }],
});

beforeEach(() => {
  vi.useFakeTimers();
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});

test('an act without an answer is sent again with the same key', async () => {
  const { sent, outbox } = await outboxWith('no network', 'no network', done());
  outbox.enqueue('t', body('done'));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent).toHaveLength(3);
  expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
  expect(outbox.readOutbox().acts).toEqual([]);
});

test('acts go one at a time, in order: what is taken back is taken back last', async () => {
  const { sent, outbox } = await outboxWith('no network');
  outbox.enqueue('t', body('done'));
  outbox.enqueue('t', body('reopened'));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'reopened']);
});

test('an act that is refused leaves the queue, and is told about', async () => {
  const { outbox } = await outboxWith(refused(404));
  const told = vi.fn();
  outbox.onHandled(told);
  outbox.enqueue('t', body('done'));
  await vi.advanceTimersByTimeAsync(100);
  expect(told).toHaveBeenCalledWith(expect.anything(), { kind: 'refused', status: 404 });
  expect(outbox.readOutbox().acts).toEqual([]);
});

test('when the session is over, the act waits with its key until somebody has signed in', async () => {
  const { sent, outbox } = await outboxWith(refused(401));
  outbox.enqueue('t', body('done'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toHaveLength(1);
  const again = await outboxWith(done());
  again.outbox.sendOutbox();
  await vi.advanceTimersByTimeAsync(100);
  expect(again.sent[0]?.key).toBe(sent[0]?.key);
});
