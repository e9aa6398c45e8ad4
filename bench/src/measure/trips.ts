import type { Served } from '../serve/children.ts';

export interface Trips {
  readonly total: number;
}

/** What the server itself has counted for a route since it started (`/metrics`). */
export async function countTrips({ port }: Served, route: string): Promise<Trips> {
  const response = await fetch(`http://127.0.0.1:${port}/metrics`);
  const line = (await response.text())
    .split('\n')
    .find((one) => one.startsWith(`skute_database_round_trips_total{route="${route}"}`));
  return { total: Number(line?.split(' ').at(-1) ?? 0) };
}
