/** Servers under measurement run in processes of their own and say over the channel to their parent where they listen. */
import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';

export interface Served {
  readonly port: number;
  readonly pid: number;
  /** Resident memory in bytes, as the process sees it. */
  memory(): Promise<number>;
  stop(): Promise<void>;
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
  const { port } = (await answerOf(child, 'listening')) as { port: number };
  return {
    port,
    pid: child.pid ?? 0,
    async memory() {
      child.send({ ask: 'memory' });
      return ((await answerOf(child, 'memory')) as { bytes: number }).bytes;
    },
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.send({ ask: 'stop' });
      await gone;
    },
  };
}

function answerOf(child: ChildProcess, kind: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onMessage = (message: unknown): void => {
      if ((message as { kind?: string }).kind !== kind) return;
      done();
      resolve(message);
    };
    const onExit = (code: number | null): void => {
      done();
      reject(new Error(`the process ended with ${code} before it said “${kind}”`));
    };
    const done = (): void => {
      child.off('message', onMessage);
      child.off('exit', onExit);
    };
    child.on('message', onMessage);
    child.once('exit', onExit);
  });
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
