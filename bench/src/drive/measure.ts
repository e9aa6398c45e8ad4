import { fork } from 'node:child_process';
import path from 'node:path';
import { messageOf } from '../serve/messages.ts';

export interface DriveOrder {
  readonly port: number;
  readonly file: string;
  readonly clients: number;
  readonly warmMs: number;
  readonly forMs: number;
  /** Where in the list to begin. */
  readonly skip: number;
  /** Begin the list anew at its end; writes that must be fresh stop there instead. */
  readonly repeat: boolean;
  /** Stop after so many requests. */
  readonly most?: number;
}

export interface DriveResult {
  readonly statuses: Readonly<Record<string, number>>;
  /** Requests of the list that were sent, warming up included. */
  readonly used: number;
  readonly ranOut: boolean;
  readonly seconds: number;
  readonly bytesEach: number;
  readonly answers: number;
  readonly p50: number;
  readonly p99: number;
}

export interface Driver {
  run(order: DriveOrder): Promise<DriveResult>;
  stop(): void;
}

export async function startDriver(): Promise<Driver> {
  const child = fork(path.join(import.meta.dirname, 'driver.ts'), [], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await messageOf(child, 'ready');
  return {
    async run(order) {
      child.send(order);
      const { result } = await messageOf<{ result: DriveResult | { failure: string } }>(child, 'result');
      if ('failure' in result) throw new Error(`the driver failed: ${result.failure}`);
      return result;
    },
    stop: () => child.disconnect(),
  };
}
