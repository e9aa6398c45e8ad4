/**
 * `npm run dev`: the server starts anew when its files change, and the apps are built anew when theirs do. Reload the
 * page to see it. The embedded database goes on running in between.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { build } from 'vite';

const apps = path.join(import.meta.dirname, '../../..');

for (const app of ['patient', 'clinic']) {
  const root = path.join(apps, app);
  await build({
    root,
    configFile: path.join(root, 'vite.config.ts'),
    build: { watch: {} },
    logLevel: 'warn',
  });
}

const watched = ['platform', 'domains', 'apps/server', 'apps/patient/dist', 'apps/clinic/dist'].map(
  (folder) => `--watch-path=${path.join(apps, '..', folder)}`,
);
const server: ChildProcess = spawn(
  process.execPath,
  [...watched, path.join(import.meta.dirname, '../main.ts')],
  {
    stdio: 'inherit',
    env: { ...process.env, SKUTE_SKIP_BUILD: '1' },
  },
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.kill(signal));
server.once('exit', (code) => process.exit(code ?? 0));
