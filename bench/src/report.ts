/** What was measured, as tables in Markdown. */
import type { Cell, Range } from './measure/cell.ts';

export const goals = { share: 0.4, trips: 3, growth: 1.5, memoryMb: 250 } as const;

export interface Measured {
  readonly cells: readonly Cell[];
  /** Requests per second of the empty route, by number of clients. */
  readonly empty: ReadonlyMap<number, Range>;
  /** Megabytes of the server's process after all of it, by number of patients. */
  readonly memory: ReadonlyMap<number, number>;
}

export function reportLines(measured: Measured): string[] {
  return [
    ...shareTable(measured),
    '',
    ...costTable(measured),
    '',
    ...growthTable(measured),
    '',
    ...footLines(measured),
  ];
}

function shareTable({ cells }: Measured): string[] {
  return [
    '| act | patients | clients | Skute/s (p50 / p99 ms) | bare twin/s (p50 / p99 ms) | share of the twin (least–most) | round trips |',
    '|---|---|---|---|---|---|---|',
    ...cells.map(({ act, size, clients, skute, twin, share, trips }) =>
      row([
        act.title,
        String(size),
        String(clients),
        `${whole(skute.perSecond)} (${tenths(skute.p50)} / ${tenths(skute.p99)})`,
        `${whole(twin.perSecond)} (${tenths(twin.p50)} / ${tenths(twin.p99)})`,
        `${percentRange(share)}${clients === 8 && share.median < goals.share ? ' **below 40 %**' : ''}`,
        trips.toFixed(1),
      ]),
    ),
  ];
}

/** Processor time is what other people's work on the machine disturbs least. */
function costTable({ cells }: Measured): string[] {
  const costly = cells.filter(({ clients, skute }) => clients === 8 && skute.databaseMs > 0);
  if (costly.length === 0) return ['Processor time is told only of a database of the run’s own.'];
  return [
    '| act, 8 clients | patients | Skute ms of Node + PostgreSQL | twin ms of Node + PostgreSQL | share (least–most) | of the writes alone |',
    '|---|---|---|---|---|---|',
    ...costly.map(({ act, size, skute, twin, blind, cpuShare }) =>
      row([
        act.title,
        String(size),
        `${skute.nodeMs.toFixed(2)} + ${skute.databaseMs.toFixed(2)}`,
        `${twin.nodeMs.toFixed(2)} + ${twin.databaseMs.toFixed(2)}`,
        percentRange(cpuShare),
        blind ? percent((blind.nodeMs + blind.databaseMs) / (skute.nodeMs + skute.databaseMs)) : '–',
      ]),
    ),
  ];
}

function growthTable({ cells }: Measured): string[] {
  const sizes = [...new Set(cells.map(({ size }) => size))].toSorted((a, b) => a - b);
  const [small, large] = [sizes[0], sizes.at(-1)];
  if (small === undefined || large === undefined || small === large)
    return ['One size only: nothing is said of growth.'];
  const p50 = (size: number, name: string): number =>
    cells.find((cell) => cell.size === size && cell.clients === 8 && cell.act.name === name)?.skute.p50 ??
    Number.NaN;
  const names = [...new Map(cells.map(({ act }) => [act.name, act.title]))];
  return [
    `| act, 8 clients | p50 at ${small} | p50 at ${large} | growth (goal < ${goals.growth}) |`,
    '|---|---|---|---|',
    ...names.map(([name, title]) => {
      const [before, after] = [p50(small, name), p50(large, name)];
      return row([title, `${tenths(before)} ms`, `${tenths(after)} ms`, (after / before).toFixed(2)]);
    }),
  ];
}

function footLines({ empty, memory }: Measured): string[] {
  return [
    ...[...empty].map(
      ([clients, { median, least, most }]) =>
        `Empty route of the same minutes, ${clients} clients: ${whole(median)}/s (${whole(least)}–${whole(most)}).`,
    ),
    ...[...memory].map(
      ([size, mb]) =>
        `Server’s memory after all of it, ${size} patients: ${whole(mb)} MB (goal < ${goals.memoryMb}).`,
    ),
  ];
}

/** What was set out to be reached and was not. */
export function shortfalls({ cells, memory }: Measured): string[] {
  return [
    ...cells
      .filter(({ clients, share }) => clients === 8 && share.median < goals.share)
      .map(
        ({ act, size, share }) => `${act.title}, ${size} patients: ${percent(share.median)} of the bare twin`,
      ),
    ...cells
      .filter(({ clients, trips }) => clients === 8 && trips > goals.trips + 0.05)
      .map(({ act, size, trips }) => `${act.title}, ${size} patients: ${trips.toFixed(1)} round trips`),
    ...[...memory]
      .filter(([, mb]) => mb > goals.memoryMb)
      .map(([size, mb]) => `memory with ${size} patients: ${whole(mb)} MB`),
  ];
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

const whole = (value: number): string => String(Math.round(value));
const tenths = (value: number): string => value.toFixed(1);
const percent = (share: number): string => `${Math.round(share * 100)} %`;

function percentRange({ median, least, most }: Range): string {
  return `${percent(median)} (${whole(least * 100)}–${whole(most * 100)})`;
}
