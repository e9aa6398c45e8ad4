import { describe, expect, it } from 'vitest';
import { collectProblems } from '../problems.ts';
import { readYaml } from './read-yaml.ts';

function read(text: string) {
  const { report, problems } = collectProblems();
  const source = readYaml('a.yaml', text, report);
  return { source, problems, codes: problems.map(({ code }) => code) };
}

describe('YAML', () => {
  it('is plain data: yes, dates and numbers with points stay as in YAML 1.2', () => {
    const { source } = read('a: yes\nb: 2026-01-01\nc: 1.0.0\nd: 010\n');
    expect(source?.value).toEqual({ a: 'yes', b: '2026-01-01', c: '1.0.0', d: 10 });
  });

  it('with aliases that multiply is refused before anything is multiplied', () => {
    const levels = Array.from({ length: 30 }, (_, n) => `l${n + 1}: &l${n + 1} [${`*l${n},`.repeat(9)}]`);
    const { source, codes } = read(['l0: &l0 [x]', ...levels].join('\n'));
    expect(source).toBeUndefined();
    expect(new Set(codes)).toEqual(new Set(['yaml-alias']));
  });

  it('does not merge keys, and cannot reach the prototype of anything', () => {
    const { source } = read('<<: { a: 1 }\n__proto__: { polluted: true }\n');
    expect(Object.keys(source?.value as object)).toEqual(['<<', '__proto__']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('nested thousands deep gives a problem and no crash', () => {
    const { codes } = read('['.repeat(50_000));
    expect(codes).toContain('yaml-syntax');
  });

  it('with two documents is refused', () => {
    expect(read('a: 1\n---\nb: 2\n').codes).toEqual(['yaml-syntax']);
  });

  it('finds the place of a value, and of the nearest thing round a value that is not there', () => {
    const { source } = read('a:\n  - b: 1\n    c: 2\n');
    expect(source?.placeOf(['a', 0, 'c'])).toEqual({ file: 'a.yaml', line: 3, column: 5 });
    expect(source?.placeOf(['a', 0, 'missing'])).toEqual({ file: 'a.yaml', line: 2, column: 5 });
    expect(source?.placeOf(['missing', 'more'])).toEqual({ file: 'a.yaml', line: 1, column: 1 });
  });
});
