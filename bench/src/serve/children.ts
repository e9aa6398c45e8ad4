/** Servers under measurement run in processes of their own and say over the channel to their parent where they listen. */
import { fork } from 'node:child_process';
import path from 'node:path';
import { messageOf } from './messages.ts';

export interface Served {
  readonly port: number;
  readonly pid: number;
  /** Resident memory in bytes, as the process sees it. */
  memory(): Promise<number>;
  stop(): Promise<void>;
  /** As a power cut would, for the process. Returns when it is gone. */
  kill(): Promise<void>;
}

export interface ServeOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** More of Node’s own arguments: a profile, a flag. */
  readonly execArgv?: readonly string[];
}

/** Starts `serve/<name>.ts` and waits until it listens. */
export async function startChild(name: string, options: ServeOptions = {}): Promise<Served> {
  const child = fork(path.join(import.meta.dirname, `${name}.ts`), [], {
    env: { ...process.env, ...options.env },
    execArgv: [...(options.execArgv ?? [])],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const { port } = await messageOf<{ port: number }>(child, 'listening');
  return {
    port,
    pid: child.pid ?? 0,
    async memory() {
      child.send({ ask: 'memory' });
      return (await messageOf<{ bytes: number }>(child, 'memory')).bytes;
    },
    async stop() {
      child.send({ ask: 'stop' });
      await gone;
    },
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** The child’s side: says where it listens, answers what it is asked, and ends when told to or left alone. */
export function serveParent(port: number, stop: () => Promise<void>): void {
  const end = (): void => void stop().then(() => process.exit(0));
  process.on('message', (message: { ask: string }) => {
    if (message.ask === 'memory') process.send?.({ kind: 'memory', bytes: process.memoryUsage().rss });
    if (message.ask === 'stop') end();
  });
  process.once('disconnect', end);
  process.send?.({ kind: 'listening', port });
}

export function portOf(server: { address(): unknown }): number {
  return (server.address() as { port: number }).port;
}
