/** One stretch of driving one server, with what it cost in processor time. */
import { cpuOf, cpuOfServer } from '../cpu.ts';
import type { DriveResult, Driver } from '../drive/measure.ts';
import type { Served } from '../serve/children.ts';

export interface Window {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds of processor time per request: the server's own process, and all of PostgreSQL's. */
  readonly nodeMs: number;
  readonly databaseMs: number;
  readonly sent: number;
}

export interface Target {
  readonly served: Served;
  readonly file: string;
  readonly repeat: boolean;
  /** How far into the list earlier windows came. */
  at: number;
}

export interface Course {
  readonly clients: number;
  readonly forMs: number;
  readonly most?: number;
}

export async function driveWindow(
  driver: Driver,
  target: Target,
  course: Course,
  postmaster: number | undefined,
): Promise<Window> {
  const before = costsOf(target, postmaster);
  const result = await driver.run({
    port: target.served.port,
    file: target.file,
    clients: course.clients,
    warmMs: course.most === undefined ? 200 : 0,
    forMs: course.forMs,
    skip: target.at,
    repeat: target.repeat,
    ...(course.most === undefined ? {} : { most: course.most }),
  });
  const after = costsOf(target, postmaster);
  target.at += result.used;
  refuseFailures(target, result);
  return {
    perSecond: result.answers / result.seconds,
    p50: result.p50,
    p99: result.p99,
    nodeMs: (after.node - before.node) / result.used,
    databaseMs: (after.database - before.database) / result.used,
    sent: result.used,
  };
}

function costsOf({ served }: Target, postmaster: number | undefined): { node: number; database: number } {
  return { node: cpuOf(served.pid), database: postmaster === undefined ? 0 : cpuOfServer(postmaster) };
}

/** A refusal is cheaper than an answer: a run with one in it measures nothing. */
function refuseFailures({ file }: Target, { statuses, ranOut, answers }: DriveResult): void {
  const failed = Object.entries(statuses).filter(([status]) => !status.startsWith('2'));
  if (failed.length > 0)
    throw new Error(`${file}: answers that are no successes: ${JSON.stringify(statuses)}`);
  if (ranOut && answers < 50) throw new Error(`${file}: too few fresh requests were left (${answers})`);
}
