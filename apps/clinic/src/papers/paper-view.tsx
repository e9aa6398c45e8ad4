import type { Paper } from '@skute/papers/contract';
import { useId } from 'react';
import { scrolled } from '../parts/scrolled.ts';

/** A paper as it will be read, in its own language. Parts that are empty are left out. */
export function PaperView({ paper }: { paper: Paper }) {
  return (
    <article className="paper" lang={paper.language}>
      <h2>{paper.title}</h2>
      {paper.example ? <p className="subtle">{paper.example}</p> : null}
      <dl className="facts">
        {paper.facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {paper.parts
        .filter(({ part, text }) => part === 'summary' && text !== '')
        .map((part) => (
          <Written key={part.part} {...part} />
        ))}
      <Lines title={paper.modules.title} lines={paper.modules.lines} />
      <Tables measures={paper.measures} />
      {paper.parts
        .filter(({ part, text }) => part !== 'summary' && text !== '')
        .map((part) => (
          <Written key={part.part} {...part} />
        ))}
      <Lines title={paper.contact.title} lines={paper.contact.lines} />
    </article>
  );
}

function Written({ title, text }: Paper['parts'][number]) {
  return (
    <section>
      <h3>{title}</h3>
      <p className="written">{text}</p>
    </section>
  );
}

function Lines({ title, lines }: Paper['modules']) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

function Tables({ measures }: Pick<Paper, 'measures'>) {
  return (
    <section>
      <h3>{measures.title}</h3>
      {measures.tables.length === 0 ? <p>{measures.none}</p> : null}
      {measures.tables.map((table) => (
        <Table key={`${table.formId} ${table.score}`} table={table} />
      ))}
    </section>
  );
}

function Table({ table }: { table: Paper['measures']['tables'][number] }) {
  const id = useId();
  return (
    <div className="paper-table" {...scrolled} role="region" aria-labelledby={id}>
      <table>
        <caption id={id}>{table.title}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([first = '', ...cells]) => (
            <tr key={first}>
              <th scope="row">{first}</th>
              {cells.map((cell, place) => (
                <td key={table.columns[place + 1] ?? place}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {table.notes.map((note) => (
        <p key={note} className="subtle">
          {note}
        </p>
      ))}
    </div>
  );
}
