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
    await build(path.join(root, 'apps', app));
  }
}

async function build(appRoot: string): Promise<void> {
  try {
    const vite = await import('vite');
    await vite.build({ root: appRoot, configFile: path.join(appRoot, 'vite.config.ts'), logLevel: 'warn' });
  } catch (error) {
    throw new StartUpProblem(
      `The app in ${path.basename(appRoot)} could not be built: ${(error as Error).message}`,
    );
  }
}

function newestFile(folder: string): number {
  const times = readdirSync(folder, { withFileTypes: true }).map((entry) => {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) return ['dist', 'node_modules'].includes(entry.name) ? 0 : newestFile(place);
    return /\.test\.tsx?$/.test(entry.name) ? 0 : statSync(place).mtimeMs;
  });
  return Math.max(0, ...times);
}
