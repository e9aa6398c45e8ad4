/** The driver, in a process of its own: so many clients, each asking again as soon as it has its answer. */
import { Connection } from './connection.ts';
import { readRequests } from './requests.ts';
import type { DriveOrder, DriveResult } from './measure.ts';

process.on('message', (order: DriveOrder) => {
  void drive(order).then(
    (result) => process.send?.({ kind: 'result', result }),
    (error: unknown) => process.send?.({ kind: 'result', result: { failure: String(error) } }),
  );
});
process.once('disconnect', () => process.exit(0));
process.send?.({ kind: 'ready' });

async function drive(order: DriveOrder): Promise<DriveResult> {
  const requests = readRequests(order.file);
  const connections = await Promise.all(
    Array.from({ length: order.clients }, () => Connection.open(order.port)),
  );
  const statuses: Record<string, number> = {};
  const times: number[] = [];
  let next = order.skip;
  let bytes = 0;
  const startsAt = performance.now() + order.warmMs;
  const endsAt = startsAt + order.forMs;
  const last = order.skip + (order.most ?? Number.POSITIVE_INFINITY);
  const isLeft = (): boolean => next < last && (order.repeat || next < requests.length);
  let lastAt = startsAt;
  const client = async (connection: Connection): Promise<void> => {
    while (isLeft()) {
      const from = performance.now();
      if (from >= endsAt) return;
      const request = requests[next % requests.length];
      next += 1;
      if (!request) return;
      const reply = await connection.ask(request);
      const to = performance.now();
      statuses[reply.status] = (statuses[reply.status] ?? 0) + 1;
      if (from < startsAt || to > endsAt) continue;
      times.push(to - from);
      bytes += reply.bytes;
      lastAt = to;
    }
  };
  await Promise.all(connections.map(client));
  for (const connection of connections) connection.close();
  return {
    statuses,
    used: next - order.skip,
    ranOut: !isLeft(),
    seconds: (isLeft() ? order.forMs : lastAt - startsAt) / 1000,
    bytesEach: times.length === 0 ? 0 : bytes / times.length,
    answers: times.length,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  };
}

function quantile(times: number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
