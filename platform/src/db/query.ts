/**
 * The one shape in which domains talk to the database: named, prepared, hand-written SQL.
 * `name` makes it a prepared statement on each connection, so it must be unique and constant per text.
 */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values?: readonly unknown[];
}

/** A transaction with its tenant set. Queries given without waiting between them share one round trip. */
export interface Tx {
  readonly tenantId: string;
  query<Row>(statement: Statement): Promise<Row[]>;
}
