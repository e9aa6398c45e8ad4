/** Writers that never give up: each sends one write after the other, and each until it is acknowledged. */
import { randomUUID } from 'node:crypto';

export interface Lane {
  readonly treatmentId: string;
  readonly stepId: string;
}

export interface Tally {
  /** Keys of the writes that were answered with 200, in order, by lane. */
  readonly acknowledged: Map<Lane, string[]>;
  /** How often each answer was seen; `none` is a connection that broke or an answer that did not come. */
  readonly answers: Map<string, number>;
}

export interface Writers {
  readonly tally: Tally;
  /** Lets each writer finish what it has begun. */
  stop(): Promise<void>;
}

const patienceMs = 15_000;

/** One writer a lane hides and shows its step in turn, so that each acknowledged write leaves exactly one event. */
export function startWriters(origin: string, cookie: string, lanes: readonly Lane[]): Writers {
  const tally: Tally = { acknowledged: new Map(lanes.map((lane) => [lane, []])), answers: new Map() };
  let going = true;
  const running = lanes.map(async (lane) => {
    const done = tally.acknowledged.get(lane) ?? [];
    while (going) {
      const key = randomUUID();
      const act = done.length % 2 === 0 ? 'hide-step' : 'show-step';
      if (!(await untilAcknowledged(origin, cookie, lane, act, key, tally))) return;
      done.push(key);
    }
  });
  return {
    tally,
    async stop() {
      going = false;
      await Promise.all(running);
    },
  };
}

async function untilAcknowledged(
  origin: string,
  cookie: string,
  lane: Lane,
  act: string,
  key: string,
  tally: Tally,
): Promise<boolean> {
  for (;;) {
    const status = await send(origin, cookie, lane, act, key);
    tally.answers.set(status, (tally.answers.get(status) ?? 0) + 1);
    if (status === '200') return true;
    // Nothing that a kill explains: asking again would go on for ever.
    if (status !== '503' && status !== 'none') return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function send(origin: string, cookie: string, lane: Lane, act: string, key: string): Promise<string> {
  try {
    const answered = await fetch(`${origin}/api/clinic/treatments/${lane.treatmentId}/steer`, {
      method: 'POST',
      signal: AbortSignal.timeout(patienceMs),
      headers: {
        'content-type': 'application/json',
        'x-skute': '1',
        'idempotency-key': key,
        cookie: `__Host-skute=${cookie}`,
      },
      body: JSON.stringify({ act, stepId: lane.stepId, reason: `crash suite ${key}` }),
    });
    await answered.arrayBuffer();
    return String(answered.status);
  } catch {
    return 'none';
  }
}
