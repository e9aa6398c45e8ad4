import type { ChildProcess } from 'node:child_process';

/** The next message of a kind from a child process. Fails when the child ends before it has said it. */
export function messageOf<T>(child: ChildProcess, kind: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const onMessage = (message: unknown): void => {
      if ((message as { kind?: string }).kind !== kind) return;
      done();
      resolve(message as T);
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
