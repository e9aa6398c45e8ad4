/** What was measured, as tables in Markdown. */
import type { Cell, Range } from './measure/cell.ts';
import type { Memory } from './serve/children.ts';

export const goals = { share: 0.4, trips: 3, growth: 1.5, memoryMb: 250 } as const;

export interface Measured {
  readonly cells: readonly Cell[];
  /** Requests per second of the empty route, by number of clients. */
  readonly empty: ReadonlyMap<number, Range>;
  /** Of the server's process, before and after all of it. */
  readonly memory: readonly { readonly size: number; readonly start: Memory; readonly end: Memory }[];
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

function growthTable(measured: Measured): string[] {
  const grown = growthOf(measured);
  const first = grown[0];
  if (!first) return ['One size only: nothing is said of growth.'];
  return [
    `| act, 8 clients | p50 at ${first.small.size} | p50 at ${first.large.size} | growth (goal < ${goals.growth}) |`,
    '|---|---|---|---|',
    ...grown.map(({ small, large, growth }) =>
      row([
        small.act.title,
        `${tenths(small.skute.p50)} ms`,
        `${tenths(large.skute.p50)} ms`,
        `${growth.toFixed(2)}${growth < goals.growth ? '' : ` **not below ${goals.growth}**`}`,
      ]),
    ),
  ];
}

interface Grown {
  readonly small: Cell;
  readonly large: Cell;
  readonly growth: number;
}

/** How much longer each act takes in the largest hospital than in the smallest. */
function growthOf({ cells }: Measured): Grown[] {
  const byAct = Map.groupBy(
    cells.filter(({ clients }) => clients === 8),
    ({ act }) => act,
  );
  return [...byAct.values()].flatMap((sizes) => {
    const sorted = sizes.toSorted((a, b) => a.size - b.size);
    const [small, large] = [sorted[0], sorted.at(-1)];
    if (!small || !large || small === large) return [];
    return [{ small, large, growth: large.skute.p50 / small.skute.p50 }];
  });
}

function footLines({ empty, memory }: Measured): string[] {
  return [
    ...[...empty].map(
      ([clients, { median, least, most }]) =>
        `Empty route of the same minutes, ${clients} clients: ${whole(median)}/s (${whole(least)}–${whole(most)}).`,
    ),
    ...memory.map(
      ({ size, start, end }) =>
        `Server’s memory, ${size} patients: ${memoryWords(start)} at the start, ${memoryWords(end)} after all of it (goal < ${goals.memoryMb}).`,
    ),
  ];
}

/** What was set out to be reached and was not. */
export function shortfalls(measured: Measured): string[] {
  const { cells, memory } = measured;
  return [
    ...cells
      .filter(({ clients, share }) => clients === 8 && share.median < goals.share)
      .map(
        ({ act, size, share }) => `${act.title}, ${size} patients: ${percent(share.median)} of the bare twin`,
      ),
    ...cells
      .filter(({ clients, trips }) => clients === 8 && trips > goals.trips + 0.05)
      .map(({ act, size, trips }) => `${act.title}, ${size} patients: ${trips.toFixed(1)} round trips`),
    ...growthOf(measured)
      .filter(({ growth }) => growth >= goals.growth)
      .map(({ small, large, growth }) => {
        const sizes = `${small.size} to ${large.size} patients`;
        return `${small.act.title}: p50 grows ${growth.toFixed(2)} times from ${sizes}`;
      }),
    ...memory
      .filter(({ end }) => end.resident > goals.memoryMb)
      .map(({ size, end }) => `memory with ${size} patients: ${memoryWords(end)}`),
  ];
}

export function memoryWords({ resident, heap, heapTaken, outside }: Memory): string {
  return `${whole(resident)} MB (heap ${whole(heap)} of ${whole(heapTaken)}, buffers ${whole(outside)})`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

const whole = (value: number): string => String(Math.round(value));
/** Nothing, where no answer came within the time. */
const tenths = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(1));
const percent = (share: number): string => `${Math.round(share * 100)} %`;

function percentRange({ median, least, most }: Range): string {
  return `${percent(median)} (${whole(least * 100)}–${whole(most * 100)})`;
}
