/** One act at one number of clients: Skute and its bare twin turn and turn about. */
import type { Act } from '../acts/act.ts';
import type { Driver } from '../drive/measure.ts';
import { type Hospital, type Lists, prepare } from '../hospital.ts';
import { countTrips, type Trips } from './trips.ts';
import { type Course, driveWindow, type Target, type Window } from './window.ts';

export interface Plan {
  readonly repetitions: number;
  readonly forMs: number;
  readonly warmRequests: number;
  readonly warmMs: number;
}

export interface Cell {
  readonly size: number;
  readonly act: Act;
  readonly clients: number;
  readonly skute: Window;
  readonly twin: Window;
  readonly blind: Window | undefined;
  /** Skute's requests per second over the twin's: the median of the repetitions, and the least and most of them. */
  readonly share: Range;
  /** The same of processor time, Node and PostgreSQL together; the other way round, so that more is better. */
  readonly cpuShare: Range;
  /** How often each act waited for the database, by the server's own count. */
  readonly trips: number;
}

export interface Range {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

interface Round {
  readonly skute: readonly Window[];
  readonly twin: Window;
  readonly blind: Window | undefined;
}

export interface Bench {
  readonly driver: Driver;
  readonly plan: Plan;
  readonly postmaster: number | undefined;
}

/**
 * The hospitals take turns too, so that what is compared between them is of the same minutes. An act that is measured
 * for the first time is done for a while before it counts.
 */
export async function measureCells(
  bench: Bench,
  hospitals: readonly Hospital[],
  act: Act,
  clients: number,
  isFirst: boolean,
): Promise<Cell[]> {
  const sides = [];
  for (const hospital of hospitals) {
    const targets = targetsOf(hospital, act, await prepare(hospital, act));
    if (isFirst) await warm(bench, targets);
    const before = { log: await logRows(hospital), trips: await countTrips(hospital.skute, act.route) };
    sides.push({ hospital, targets, before, rounds: [] as Round[] });
  }
  for (let repetition = 0; repetition < bench.plan.repetitions; repetition += 1) {
    for (const { targets, rounds } of sides) rounds.push(await measureRound(bench, targets, clients));
  }
  const cells: Cell[] = [];
  for (const { hospital, before, rounds } of sides) {
    await checkLog(hospital, act, before.log, rounds);
    const after = await countTrips(hospital.skute, act.route);
    cells.push({ ...cellOf(hospital, act, clients, rounds), trips: tripsEach(before.trips, after, rounds) });
  }
  return cells;
}

interface Targets {
  readonly skute: Target;
  readonly twin: Target;
  readonly blind: Target | undefined;
  readonly renew: Lists['renew'];
}

function targetsOf({ skute, twin }: Hospital, { repeat }: Act, lists: Lists): Targets {
  return {
    skute: { served: skute, file: lists.skute, repeat, at: 0 },
    twin: { served: twin, file: lists.twin, repeat, at: 0 },
    blind: lists.blind === undefined ? undefined : { served: twin, file: lists.blind, repeat, at: 0 },
    renew: lists.renew,
  };
}

/** Node compiles what has been run often; before that it is another program. */
async function warm(bench: Bench, targets: Targets): Promise<void> {
  const course = { clients: 8, forMs: bench.plan.warmMs, most: bench.plan.warmRequests };
  for (const target of [targets.skute, targets.twin, targets.blind]) {
    if (target) await driveFresh(bench, targets, target, course);
  }
}

async function driveFresh(
  { driver, postmaster }: Bench,
  { renew }: Targets,
  target: Target,
  course: Course,
): Promise<Window> {
  if (renew) {
    await renew();
    target.at = 0;
  }
  return driveWindow(driver, target, course, postmaster);
}

/** A, B, A: what drifts evenly through the round is the same for both. */
async function measureRound(bench: Bench, targets: Targets, clients: number): Promise<Round> {
  const { skute, twin, blind } = targets;
  const course = { clients, forMs: bench.plan.forMs };
  const drive = (target: Target): Promise<Window> => driveFresh(bench, targets, target, course);
  const first = await drive(skute);
  const bare = await drive(twin);
  const second = await drive(skute);
  return { skute: [first, second], twin: bare, blind: blind && (await drive(blind)) };
}

function tripsEach(before: Trips, after: Trips, rounds: readonly Round[]): number {
  const sent = rounds.flatMap(({ skute }) => skute).reduce((sum, window) => sum + window.sent, 0);
  return (after.total - before.total) / sent;
}

function cellOf(
  hospital: Hospital,
  act: Act,
  clients: number,
  rounds: readonly Round[],
): Omit<Cell, 'trips'> {
  const blinds = rounds.flatMap(({ blind }) => (blind ? [blind] : []));
  return {
    size: hospital.size,
    act,
    clients,
    skute: medianWindow(rounds.flatMap(({ skute }) => skute)),
    twin: medianWindow(rounds.map(({ twin }) => twin)),
    blind: blinds.length > 0 ? medianWindow(blinds) : undefined,
    share: rangeOf(rounds.map(({ skute, twin }) => mean(skute, (one) => one.perSecond) / twin.perSecond)),
    cpuShare: rangeOf(rounds.map(({ skute, twin }) => cost(twin) / mean(skute, cost))),
  };
}

const cost = ({ nodeMs, databaseMs }: Window): number => nodeMs + databaseMs;

function mean(windows: readonly Window[], of: (window: Window) => number): number {
  return windows.reduce((sum, window) => sum + of(window), 0) / windows.length;
}

function medianWindow(windows: readonly Window[]): Window {
  const of = (pick: (window: Window) => number): number => rangeOf(windows.map(pick)).median;
  return {
    perSecond: of((one) => one.perSecond),
    p50: of((one) => one.p50),
    p99: of((one) => one.p99),
    nodeMs: of((one) => one.nodeMs),
    databaseMs: of((one) => one.databaseMs),
    sent: windows.reduce((sum, { sent }) => sum + sent, 0),
  };
}

export function rangeOf(values: readonly number[]): Range {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (place: number): number => sorted[place] ?? Number.NaN;
  const last = sorted.length - 1;
  return { median: (at(Math.floor(last / 2)) + at(Math.ceil(last / 2))) / 2, least: at(0), most: at(last) };
}

async function logRows({ owner }: Hospital): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(`
    select coalesce(max(number), 0)::float8 as n from log.entry`);
  return rows[0]?.n ?? 0;
}

/** What was measured was logged: as many rows of the act as requests, and none of them a refusal. */
async function checkLog(
  hospital: Hospital,
  act: Act,
  before: number,
  rounds: readonly Round[],
): Promise<void> {
  const sent = rounds.flatMap(({ skute }) => skute).reduce((sum, window) => sum + window.sent, 0);
  const { rows } = await hospital.owner.query<{ n: number }>(
    `select count(*)::int as n from log.entry where number > $1 and outcome = 'allowed'`,
    [before],
  );
  const logged = rows[0]?.n ?? 0;
  if (logged !== sent) throw new Error(`${act.name}: ${sent} requests and ${logged} rows in the access log`);
}
