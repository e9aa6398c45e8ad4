/**
 * `npm run bench`: what each act costs beside its bare twin, with 1 000 and 20 000 patients (docs/performance.md).
 *
 *   --quick             300 patients, short windows: only that it works
 *   --sizes=1000,20000  --acts=today,finish  --clients=1,8,32  --seconds=1  --repetitions=3
 *   --profile=FOLDER    Node's processor profiles of the servers there
 *   --responses=1000000 instead of all that, how fast responses are found among so many
 *
 * Uses the server that DATABASE_URL names, or an embedded one of its own with fsync on.
 */
import { availableParallelism, loadavg } from 'node:os';
import path from 'node:path';
import { acts } from './acts/acts.ts';
import { numberOf, readArgs } from './args.ts';
import { startDriver } from './drive/measure.ts';
import { writeRequests } from './drive/requests.ts';
import { closeHospital, type Hospital, openHospital } from './hospital.ts';
import { type Bench, type Cell, measureCells, rangeOf } from './measure/cell.ts';
import { measureEmpty } from './measure/empty.ts';
import { openServer, type Server } from './postgres.ts';
import { type Measured, memoryWords, reportLines, shortfalls } from './report.ts';
import { measureResponses } from './responses/measure.ts';
import { startChild } from './serve/children.ts';

const args = readArgs([
  'quick',
  'sizes',
  'acts',
  'clients',
  'seconds',
  'repetitions',
  'profile',
  'responses',
]);
const quick = args.quick !== undefined;
const list = (given: string | undefined, otherwise: string): string[] => (given ?? otherwise).split(',');
const sizes = list(args.sizes, quick ? '300' : '1000,20000').map((size) => numberOf(size, 0));
const clientNumbers = list(args.clients, quick ? '8' : '1,8,32').map((clients) => numberOf(clients, 0));
const chosen = list(args.acts, acts.map(({ name }) => name).join(',')).map(actNamed);
const profiled =
  args.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${path.resolve(args.profile)}`];
const plan = {
  repetitions: numberOf(args.repetitions, quick ? 1 : 3),
  forMs: Number(args.seconds ?? (quick ? 0.5 : 1)) * 1000,
  warmRequests: quick ? 100 : 1_500,
  warmMs: quick ? 2_000 : 8_000,
};

const server = await openServer();
const hospitals: Hospital[] = [];
try {
  console.log(`Node ${process.version}, ${availableParallelism()} cores, ${server.description}`);
  if (args.responses === undefined) await measureActs();
  else await measureResponses(server, numberOf(args.responses, 0));
} finally {
  for (const hospital of hospitals) await closeHospital(hospital);
  await server.stop();
}

async function measureActs(): Promise<void> {
  console.log('Driver: its own process, kept-alive sockets, each client asks again when it has its answer.');
  for (const size of sizes) {
    const began = Date.now();
    hospitals.push(await openHospital(server, size, profiled));
    console.log(`${size} patients made in ${Math.round((Date.now() - began) / 1000)} s`);
  }
  const before = loadavg();
  const measured = await measureAll(server, hospitals);
  console.log(`\n${reportLines(measured).join('\n')}`);
  console.log(`Load of the machine, ours included: ${loadOf(before)} before, ${loadOf(loadavg())} after.`);
  const short = shortfalls(measured);
  console.log(short.length === 0 ? '\nEvery goal is reached.' : `\nNot reached:\n  ${short.join('\n  ')}`);
}

async function measureAll(on: Server, places: readonly Hospital[]): Promise<Measured> {
  const bench: Bench = { driver: await startDriver(), plan, postmaster: on.postmaster };
  const empty = await startChild('empty');
  const emptyList = path.join(on.folder, 'empty.json');
  writeRequests(emptyList, [{ method: 'GET', path: '/empty' }]);
  const cells: Cell[] = [];
  const empties = new Map<number, number[]>(clientNumbers.map((clients) => [clients, []]));
  for (const act of chosen) {
    for (const clients of act.name === 'today-cold' ? [8] : clientNumbers) {
      const isFirst = !cells.some((cell) => cell.act === act);
      cells.push(...(await measureCells(bench, places, act, clients, isFirst)));
      empties.get(clients)?.push(await measureEmpty(bench.driver, empty, emptyList, clients));
      const shares = cells.slice(-places.length).map(shareOf).join(', ');
      const memories = await Promise.all(places.map(async ({ skute }) => memoryWords(await skute.memory())));
      console.log(`  ${act.title}, ${clients} clients: ${shares}; then ${memories.join(', ')}`);
    }
  }
  bench.driver.stop();
  await empty.stop();
  const memory: Measured['memory'][number][] = [];
  for (const { size, skute, memoryAtStart } of places)
    memory.push({ size, start: memoryAtStart, end: await skute.memory() });
  return { cells, memory, empty: new Map([...empties].map(([clients, rates]) => [clients, rangeOf(rates)])) };
}

/** Runnable processes on average, of the last one and fifteen minutes. */
function loadOf([minute, , quarter]: number[]): string {
  return `${minute?.toFixed(1)} (${quarter?.toFixed(1)})`;
}

function shareOf({ size, share }: Cell): string {
  return `${Math.round(share.median * 100)} % at ${size}`;
}

function actNamed(name: string) {
  const act = acts.find((one) => one.name === name);
  if (!act) throw new Error(`there is no act ${name}; there is ${acts.map((one) => one.name).join(', ')}`);
  return act;
}
