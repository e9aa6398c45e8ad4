/** Sizes of a built app in kB gzip, read from vite's manifest, against the budgets of docs/performance.md. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

interface ManifestChunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly isDynamicEntry?: boolean;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
  readonly assets?: readonly string[];
}
type Manifest = Record<string, ManifestChunk>;

export interface RouteSize {
  readonly js: number;
  readonly css: number;
  readonly fonts: number;
  readonly all: number;
}

export interface AppSizes {
  /** What the first page loads, with the page itself. */
  readonly first: RouteSize;
  /** What each lazily loaded part adds to it. */
  readonly further: Record<string, number>;
}

export interface Budgets {
  readonly firstJs?: number;
  readonly firstCss?: number;
  readonly firstAll: number;
  readonly furtherEach: number;
}

/** @param dist The folder vite built into, with `build.manifest` on. */
export function sizesOf(dist: string): AppSizes {
  const manifest = JSON.parse(readFileSync(path.join(dist, '.vite/manifest.json'), 'utf8')) as Manifest;
  const entry = manifest['index.html'];
  if (!entry) throw new Error(`No index.html in the manifest of ${dist}`);
  const firstFiles = filesOf(manifest, ['index.html']);
  const lazily = Object.entries(manifest).filter(([, chunk]) => chunk.isDynamicEntry);
  const further = lazily.map(([name]) => {
    const added = [...filesOf(manifest, [name])].filter((file) => !firstFiles.has(file));
    return [name, sizeIn(dist, added)] as const;
  });
  return { first: routeSize(dist, [...firstFiles]), further: Object.fromEntries(further) };
}

/** One sentence for each budget that is broken; empty when all hold. */
export function brokenBudgets({ first, further }: AppSizes, budgets: Budgets): string[] {
  const lines: [string, number, number | undefined][] = [
    ['first route, JavaScript', first.js, budgets.firstJs],
    ['first route, CSS', first.css, budgets.firstCss],
    ['first route, all', first.all, budgets.firstAll],
    ...Object.entries(further).map(([name, size]): [string, number, number] => [
      name,
      size,
      budgets.furtherEach,
    ]),
  ];
  return lines.flatMap(([what, size, limit]) =>
    limit !== undefined && size > limit ? [`${what}: ${size.toFixed(1)} kB gzip, budget ${limit} kB`] : [],
  );
}

function filesOf(manifest: Manifest, names: readonly string[], seen = new Set<string>()): Set<string> {
  for (const name of names) {
    const chunk = manifest[name];
    if (!chunk || seen.has(chunk.file)) continue;
    for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) seen.add(file);
    filesOf(manifest, chunk.imports ?? [], seen);
  }
  return seen;
}

function routeSize(dist: string, files: readonly string[]): RouteSize {
  const of = (ending: RegExp) =>
    sizeIn(
      dist,
      files.filter((file) => ending.test(file)),
    );
  const [js, css, fonts] = [of(/\.js$/), of(/\.css$/), of(/\.woff2$/)];
  return { js, css, fonts, all: js + css + fonts + sizeIn(dist, ['index.html']) };
}

/** Fonts are compressed already and sent as they are. */
function sizeIn(dist: string, files: readonly string[]): number {
  const bytes = files.map((file) => {
    const content = readFileSync(path.join(dist, file));
    return file.endsWith('.woff2') ? content.length : gzipSync(content, { level: 9 }).length;
  });
  return bytes.reduce((sum, one) => sum + one, 0) / 1000;
}
