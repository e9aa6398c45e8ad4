/** `npm start`: the whole of Skute in one process. */
import { readConfig } from '@skute/platform/config';
import { StartUpProblem } from '@skute/platform/db';
import { buildAppsIfNeeded } from './build-apps.ts';
import { readLoginLimit } from './login-limit.ts';
import { startServer } from './start.ts';

try {
  const config = readConfig(process.env);
  const loginLimit = readLoginLimit(process.env);
  if (process.env['SKUTE_SKIP_BUILD'] !== '1') await buildAppsIfNeeded();
  const running = await startServer(config, { loginLimit });
  for (const line of running.greeting) console.log(line);
  const stop = (): void => {
    // A second signal ends at once what the first one could not.
    process.once('SIGINT', () => process.exit(1));
    void running.stop().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  console.error(sentenceOf(error));
  process.exit(1);
}

/** What the person who starts the server can do something about is one line; a fault of ours keeps its trace. */
function sentenceOf(error: unknown): unknown {
  if (error instanceof StartUpProblem) return `Skute did not start. ${error.message}`;
  const { code, port, syscall, path } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE')
    return `Skute did not start. Port ${port} is taken: stop what uses it, or set PORT to another.`;
  if (syscall === 'mkdir') return `Skute did not start. The folder ${path} can’t be made (${code}).`;
  if (code === 'EACCES' || code === 'EPERM')
    return `Skute did not start. No right to ${(error as Error).message}.`;
  return error;
}
