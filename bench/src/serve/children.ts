/** Servers under measurement run in processes of their own and say over the channel to their parent where they listen. */
import { fork } from 'node:child_process';
import path from 'node:path';
import { messageOf } from './messages.ts';

export interface Served {
  readonly port: number;
  readonly pid: number;
  memory(): Promise<Memory>;
  stop(): Promise<void>;
  /** As a power cut would, for the process. Returns when it is gone. */
  kill(): Promise<void>;
}

/** Megabytes, as the process itself sees them. */
export interface Memory {
  readonly resident: number;
  /** In use, and as much as V8 has taken for it. */
  readonly heap: number;
  readonly heapTaken: number;
  /** Buffers and other memory that V8 knows of but does not manage. */
  readonly outside: number;
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
      return (await messageOf<{ memory: Memory }>(child, 'memory')).memory;
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
    if (message.ask === 'memory') process.send?.({ kind: 'memory', memory: memoryNow() });
    if (message.ask === 'stop') end();
  });
  process.once('disconnect', end);
  process.send?.({ kind: 'listening', port });
}

function memoryNow(): Memory {
  const { rss, heapUsed, heapTotal, external } = process.memoryUsage();
  return { resident: rss / 1e6, heap: heapUsed / 1e6, heapTaken: heapTotal / 1e6, outside: external / 1e6 };
}

export function portOf(server: { address(): unknown }): number {
  return (server.address() as { port: number }).port;
}
