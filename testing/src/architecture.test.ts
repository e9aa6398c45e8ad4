import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * What may import what. Lowest first: a domain imports from those before it, never from a sibling, and only through
 * the door that its package.json opens.
 */
const layers: readonly (readonly string[])[] = [
  ['platform'],
  ['access'],
  ['identity'],
  ['forms'],
  ['programmes'],
  ['treatment'],
  ['flags'],
  ['papers'],
  ['clinics'],
  ['server', 'patient', 'clinic', 'ui'],
];
const root = path.join(import.meta.dirname, '../..');
const folders = [
  'platform',
  'ui',
  ...['domains', 'apps'].flatMap((parent) =>
    readdirSync(path.join(root, parent)).map((name) => `${parent}/${name}`),
  ),
];

interface Import {
  readonly from: string;
  readonly file: string;
  readonly to: string;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const place = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return ['node_modules', 'dist'].includes(entry.name) ? [] : sourceFiles(place);
    return /\.tsx?$/.test(entry.name) ? [place] : [];
  });
}

function importsOf(folder: string): Import[] {
  return sourceFiles(folder).flatMap((file) =>
    [...readFileSync(path.join(root, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
      (match) => ({
        from: path.basename(folder),
        file,
        to: match[1] ?? '',
      }),
    ),
  );
}

const isTest = (file: string): boolean => /\.test\.tsx?$|\/testing\//.test(file);
const layerOf = (name: string): number => layers.findIndex((layer) => layer.includes(name));

/** Sentences about every import that goes the wrong way. */
function wrongImports(imports: readonly Import[]): string[] {
  return imports.flatMap(({ from, file, to }) => {
    if (to.startsWith('.')) {
      const target = path.join(path.dirname(file), to);
      const home = folders.find((folder) => file.startsWith(`${folder}/`)) ?? '';
      return target.startsWith(`${home}/`)
        ? []
        : [`${file} reaches round the door of its own package: ${to}`];
    }
    const name = /^@skute\/([a-z]+)/.exec(to)?.[1];
    if (!name) return [];
    if (name === 'testing') return isTest(file) ? [] : [`${file} uses the tests' helpers outside a test`];
    if (name === from) return [];
    if (isTest(file) && layerOf(name) >= 0 && from !== 'platform') return [];
    if (from === 'ui' || from === 'patient' || from === 'clinic') {
      const browserSafe = /\/(contract|rules|time)$/.test(to) || name === 'ui';
      return browserSafe ? [] : [`${file} imports what is not for browsers: ${to}`];
    }
    return layerOf(name) < layerOf(from) ? [] : [`${file} (${from}) imports upwards: ${to}`];
  });
}

describe('import directions', () => {
  const imports = folders.flatMap(importsOf);

  test('hold everywhere, and the check has looked', () => {
    expect(new Set(imports.map(({ file }) => file)).size).toBeGreaterThan(100);
    expect(wrongImports(imports)).toEqual([]);
  });

  test('are found when they are wrong', () => {
    const wrong = [
      { from: 'access', file: 'domains/access/src/x.ts', to: '@skute/treatment' },
      { from: 'clinics', file: 'domains/clinics/src/x.ts', to: '../../flags/src/store.ts' },
      { from: 'patient', file: 'apps/patient/src/x.tsx', to: '@skute/treatment' },
      { from: 'platform', file: 'platform/src/x.ts', to: '@skute/testing' },
    ];
    expect(wrongImports(wrong)).toHaveLength(wrong.length);
  });

  test('a domain’s tables are named in its own SQL, and in the views that it publishes, only', () => {
    const published =
      /\b(access\.(?:treated|unit|organisation)|identity\.sealed_identity|flags\.handled|treatment\.caseload)\b/g;
    const foreign = folders
      .filter((folder) => folder.startsWith('domains/'))
      .flatMap((folder) =>
        sourceFiles(folder)
          .filter((file) => !isTest(file))
          .flatMap((file) => {
            const text = readFileSync(path.join(root, file), 'utf8').replaceAll(published, '');
            const tables = [
              ...text.matchAll(
                /\b(?:from|join|into|update)\s+(access|identity|forms|programmes|treatment|papers|flags|log)\.[a-z_]+/g,
              ),
            ];
            return tables
              .filter(
                (match) =>
                  match[1] !== path.basename(folder) && !(match[1] === 'log' && folder.endsWith('access')),
              )
              .map((match) => `${file}: ${match[0]}`);
          }),
      );
    expect(foreign).toEqual([]);
  });
});
