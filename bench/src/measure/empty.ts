import type { Driver } from '../drive/measure.ts';
import type { Served } from '../serve/children.ts';

/** Requests per second of a declared route that does nothing: what this minute of the machine is worth. */
export async function measureEmpty(
  driver: Driver,
  empty: Served,
  file: string,
  clients: number,
): Promise<number> {
  const { answers, seconds } = await driver.run({
    port: empty.port,
    file,
    clients,
    warmMs: 200,
    forMs: 1_000,
    skip: 0,
    repeat: true,
  });
  return answers / seconds;
}
