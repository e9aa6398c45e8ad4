/** A small vite plugin: builds the service worker beside the app, and tells it which files there are. */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

const source = 'src/worker/service-worker.ts';

export function serviceWorker(): Plugin {
  let root = '';
  let publicDir = '';
  return {
    name: 'skute-service-worker',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      root = config.root;
      publicDir = config.publicDir;
    },
    buildStart() {
      this.emitFile({ type: 'chunk', id: path.join(root, source), fileName: 'service-worker.js' });
    },
    generateBundle(_, bundle) {
      const worker = bundle['service-worker.js'];
      if (worker?.type !== 'chunk') throw new Error('The service worker was not built');
      const built = Object.keys(bundle).filter((file) => file !== 'service-worker.js' && isServed(file));
      const files = ['/', ...built.map((file) => `/${file}`), ...publicFiles(publicDir)].sort();
      const version = createHash('sha256').update(contentsOf(bundle)).digest('hex').slice(0, 12);
      worker.code = worker.code
        .replace(/\[\s*["'`]__SKUTE_FILES__["'`]\s*\]/, JSON.stringify(files))
        .replace('__SKUTE_VERSION__', version);
    },
  };
}

/** What computes in forms that have expressions, 220 kB gzip: few have any, and then it is fetched. */
const forFewForms = /^assets\/(fhirpath|r4)-/;

/** The page itself is kept under `/`; the manifest is for tests. */
function isServed(file: string): boolean {
  if (forFewForms.test(file)) return false;
  return file !== 'index.html' && !file.startsWith('.vite/') && !file.endsWith('.map');
}

function publicFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `/${path.relative(folder, path.join(entry.parentPath, entry.name))}`);
}

function contentsOf(
  bundle: Record<string, { type: string; code?: string; source?: string | Uint8Array }>,
): string {
  return Object.entries(bundle)
    .map(
      ([name, file]) =>
        `${name}:${createHash('sha256')
          .update(file.code ?? file.source ?? '')
          .digest('hex')}`,
    )
    .sort()
    .join('\n');
}
