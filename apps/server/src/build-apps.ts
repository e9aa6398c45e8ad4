import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { StartUpProblem } from '@skute/platform/db';

const root = path.join(import.meta.dirname, '../../..');
const sources = ['apps/patient', 'apps/clinic', 'ui', 'platform/src/contract', 'domains'];

/** Builds the web apps on the first start, and again when their sources are newer than what was built. */
export async function buildAppsIfNeeded(options: { readonly force?: boolean } = {}): Promise<void> {
  const newest = Math.max(...sources.map((folder) => newestFile(path.join(root, folder))));
  for (const app of ['patient', 'clinic']) {
    const built = path.join(root, 'apps', app, 'dist/index.html');
    if (!options.force && existsSync(built) && statSync(built).mtimeMs >= newest) continue;
    console.log(`Building the ${app} app …`);
    await build(app);
  }
}

/** In a process of its own: the builder's memory is several times the server's. */
function build(app: string): Promise<void> {
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  const appRoot = path.join(root, 'apps', app);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
      cwd: appRoot,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0
        ? resolve()
        : reject(
            new StartUpProblem(`The ${app} app could not be built: ${said.trim().split('\n')[0] ?? ''}`),
          ),
    );
  });
}

function newestFile(folder: string): number {
  const times = readdirSync(folder, { withFileTypes: true }).map((entry) => {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) return ['dist', 'node_modules'].includes(entry.name) ? 0 : newestFile(place);
    return /\.test\.tsx?$/.test(entry.name) ? 0 : statSync(place).mtimeMs;
  });
  return Math.max(0, ...times);
}
