import { readFileSync } from 'node:fs';
import path from 'node:path';

const text = readFileSync(path.join(import.meta.dirname, '../../../../docs/access.md'), 'utf8');

/** The first table below a heading of `docs/access.md`, by row and column: what people read is what tests hold to. */
export function accessTable<Column extends string, Cell extends string>(
  heading: string,
): Map<string, Map<Column, Cell>> {
  const [, below] = `\n${text}`.split(`\n${heading}\n`);
  const lines = below?.split('\n') ?? [];
  const first = lines.findIndex(isRow);
  if (first < 0) throw new Error(`docs/access.md has no table under ${heading}`);
  const after = lines.findIndex((line, place) => place > first && !isRow(line));
  const [heads = [], , ...rows] = lines.slice(first, after).map(cellsOf);
  return new Map(
    rows.map(([name = '', ...cells]) => [
      name.replaceAll('`', ''),
      new Map(cells.map((cell, place) => [heads[place + 1] as Column, cell as Cell])),
    ]),
  );
}

function isRow(line: string): boolean {
  return line.startsWith('|');
}

function cellsOf(row: string): string[] {
  return row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}
