import type { Paper } from '../contract.ts';

/** The whole paper as lines, to be pasted into a record that takes text only. Parts that are empty are left out. */
export function plainTextOf(paper: Omit<Paper, 'plainText'>): string {
  const { title, facts, modules, measures, contact, example } = paper;
  return [
    [title, ...facts.map(({ label, value }) => `${label}: ${value}`)],
    ...written(paper, ['summary']),
    [modules.title, ...modules.lines.map((line) => `- ${line}`)],
    [measures.title, ...(measures.tables.length === 0 ? [measures.none] : [])],
    ...measures.tables.map(tableLines),
    ...written(paper, ['assessment', 'advice']),
    [contact.title, ...contact.lines],
    ...(example === '' ? [] : [[example]]),
  ]
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function written(paper: Omit<Paper, 'plainText'>, which: readonly string[]): string[][] {
  return paper.parts
    .filter(({ part, text }) => which.includes(part) && text.trim() !== '')
    .map(({ title, text }) => [title, text.trim()]);
}

/** A row as a sentence: tables made of spaces fall apart where letters differ in width. */
function tableLines({ title, columns, rows, notes }: Paper['measures']['tables'][number]): string[] {
  const lines = rows.map(([name = '', ...cells]) => {
    const said = cells.map((cell, at) => (at < 2 ? cell : `${lowerFirst(columns[at + 1] ?? '')}: ${cell}`));
    const known = said.filter((_, at) => cells[at] !== '–');
    return `- ${name}: ${known.join(', ')}`;
  });
  return [title, ...lines, ...notes];
}

function lowerFirst(text: string): string {
  return `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;
}
