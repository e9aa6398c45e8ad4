import pg from 'pg';
import type { Statement } from './query.ts';

/** A statement in a batch. Without `answered` its rows are not wanted, and it is not even asked what they look like. */
export interface Asked {
  readonly statement: Statement;
  readonly answered?: (rows: unknown[]) => void;
}

/**
 * Prepared statements that travel in one write and are answered in one: bind, execute, bind, execute …, and a single
 * sync. If one fails the database passes over the rest, so that the batch fails as a whole, with the first error.
 * `pg` has one sync and one write for each statement; on an act of eight statements that is most of what it costs.
 * The columns of a statement are asked for once on each connection: PostgreSQL refuses to run a prepared statement
 * whose columns have changed.
 */
export class Batch implements pg.Submittable {
  /** Settles when the database is done with all of it. */
  readonly done: Promise<void>;
  readonly #asked: readonly Asked[];
  readonly #rows: unknown[][] = [];
  #prepared: Prepared[] = [];
  #wire: Wire | undefined;
  #at = 0;
  #failure: unknown;
  #settle!: { resolve: () => void; reject: (error: unknown) => void };

  constructor(asked: readonly Asked[]) {
    this.#asked = asked;
    this.done = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
  }

  /** Called by `pg` when the connection is free. */
  submit(connection: pg.Connection): Error | null {
    const wire = connection as unknown as Wire;
    this.#wire = wire;
    wire.stream.cork();
    try {
      for (const asked of this.#asked) this.#prepared.push(write(wire, asked));
    } catch (error) {
      // A value that can't be sent. What was written is ended, and fails or not; the caller rolls back.
      this.#failure = error;
    } finally {
      wire.sync();
      wire.stream.uncork();
    }
    return null;
  }

  handleRowDescription(message: { fields: readonly Field[] }): void {
    const prepared = this.#prepared[this.#at];
    if (prepared) prepared.columns = message.fields.map(columnOf);
  }

  handleDataRow(message: { fields: readonly (string | null)[] }): void {
    const asked = this.#asked[this.#at];
    if (!asked?.answered) return;
    try {
      const row = rowOf(this.#prepared[this.#at]?.columns ?? [], message.fields);
      const rows = this.#rows[this.#at];
      if (rows) rows.push(row);
      else this.#rows[this.#at] = [row];
    } catch (error) {
      this.#failure ??= error;
    }
  }

  handleCommandComplete(message: { text: string }): void {
    const { statement } = this.#asked[this.#at] ?? {};
    // Answered like this when something before it had failed: nothing was kept.
    if (statement?.name === commit.name && message.text !== 'COMMIT') {
      this.#failure ??= new Error('the transaction could not be committed');
    }
    this.#at += 1;
  }

  handleEmptyQuery(): void {
    this.#at += 1;
  }

  handleError(error: unknown): void {
    this.#failure ??= error;
    forgetPrepared(this.#wire, this.#prepared);
    this.#settle.reject(this.#failure);
  }

  handleReadyForQuery(): void {
    if (this.#failure !== undefined) return this.#settle.reject(this.#failure);
    for (const [i, { answered }] of this.#asked.entries()) answered?.(this.#rows[i] ?? []);
    this.#settle.resolve();
  }
}

export const commit: Statement = { name: 'commit', text: 'commit' };

interface Field {
  readonly name: string;
  readonly dataTypeID: number;
}

interface Column {
  readonly name: string;
  readonly parse: (text: string) => unknown;
}

interface Prepared {
  readonly name: string;
  readonly text: string;
  columns?: readonly Column[];
}

/** What is used of `pg`’s connection, whose types are older than it is. */
interface Wire {
  readonly stream: { cork(): void; uncork(): void };
  parse(statement: { name: string; text: string }): void;
  bind(values: {
    statement: string;
    values: readonly unknown[];
    valueMapper: (value: unknown) => unknown;
  }): void;
  describe(what: { type: 'P' }): void;
  execute(): void;
  close(what: { type: 'S'; name: string }): void;
  sync(): void;
}

/** What a connection has prepared, and what it may or may not have after a failure. */
interface Known {
  readonly prepared: Map<string, Prepared>;
  readonly doubtful: Set<string>;
}

const connections = new WeakMap<Wire, Known>();

const { prepareValue } = (pg as unknown as { utils: { prepareValue: (value: unknown) => unknown } }).utils;

function write(wire: Wire, { statement, answered }: Asked): Prepared {
  const { name, values = [] } = statement;
  const prepared = prepare(wire, statement);
  wire.bind({ statement: name, values, valueMapper: (value) => prepareValue(value) });
  if (answered && !prepared.columns) wire.describe({ type: 'P' });
  wire.execute();
  return prepared;
}

function prepare(wire: Wire, { name, text }: Statement): Prepared {
  let known = connections.get(wire);
  if (!known) {
    known = { prepared: new Map(), doubtful: new Set() };
    connections.set(wire, known);
  }
  const before = known.prepared.get(name);
  if (before) {
    if (before.text !== text) throw new Error(`the statement ${name} has two texts`);
    return before;
  }
  // Closing what is not there is no error; preparing what is there is one.
  if (known.doubtful.delete(name)) wire.close({ type: 'S', name });
  wire.parse({ name, text });
  const prepared: Prepared = { name, text };
  known.prepared.set(name, prepared);
  return prepared;
}

/** After a failure nobody knows which of the batch’s statements the database got to prepare. */
function forgetPrepared(wire: Wire | undefined, batch: readonly Prepared[]): void {
  const known = wire && connections.get(wire);
  for (const { name } of known ? batch : []) {
    known?.prepared.delete(name);
    known?.doubtful.add(name);
  }
}

function columnOf({ name, dataTypeID }: Field): Column {
  return { name, parse: pg.types.getTypeParser(dataTypeID, 'text') as (text: string) => unknown };
}

function rowOf(columns: readonly Column[], values: readonly (string | null)[]): unknown {
  const row: Record<string, unknown> = {};
  for (let i = 0; i < columns.length; i += 1) {
    const column = columns[i];
    const value = values[i] ?? null;
    if (column) row[column.name] = value === null ? null : column.parse(value);
  }
  return row;
}
