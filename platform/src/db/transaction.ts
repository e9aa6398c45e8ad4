import type { Pool, PoolClient } from 'pg';
import type { Statement, Tx } from './query.ts';

/** A transaction of one tenant, with writes that need not be waited for one by one. */
export interface TenantTx extends Tx {
  /**
   * Sends a statement whose answer is not needed. It shares the round trip of what comes after it; if it fails,
   * the commit fails with its error and nothing of the transaction remains.
   */
  send(statement: Statement): void;
  /** How many times the transaction has waited for the database so far. */
  readonly roundTrips: number;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Runs `work` in one transaction that sees one tenant's rows only.
 * Connections are pipelined: `begin`, the tenant and the first query travel together, and so do what was sent and
 * the commit, so that an act with one load costs two round trips.
 */
export async function inTenant<T>(
  pool: Pool,
  tenantId: string,
  work: (tx: TenantTx) => Promise<T>,
  onEnd?: (roundTrips: number) => void,
): Promise<T> {
  if (!uuid.test(tenantId)) throw new Error('a tenant id is a lower-case uuid');
  return withTransaction(
    pool,
    async (tx) => {
      tx.send({
        name: 'set-tenant',
        text: `select set_config('app.tenant_id', $1, true)`,
        values: [tenantId],
      });
      return work(Object.assign(tx, { tenantId }));
    },
    onEnd,
  );
}

/** A transaction without a tenant: it sees only what is open to all. */
export async function withTransaction<T>(
  pool: Pool,
  work: (tx: TenantTx) => Promise<T>,
  onEnd?: (roundTrips: number) => void,
): Promise<T> {
  const client = await pool.connect();
  const session = new PipelinedTransaction(client);
  try {
    session.send({ name: 'begin', text: 'begin' });
    const result = await work(session);
    await session.commit();
    client.release();
    return result;
  } catch (error) {
    await session.rollBack().then(
      () => client.release(),
      () => client.release(true),
    );
    throw error;
  } finally {
    onEnd?.(session.roundTrips);
  }
}

class PipelinedTransaction implements TenantTx {
  tenantId = '';
  roundTrips = 0;
  readonly #client: PoolClient;
  #sent: Promise<unknown>[] = [];
  #failure: unknown;
  #waiting = 0;

  constructor(client: PoolClient) {
    this.#client = client;
  }

  send(statement: Statement): void {
    const answer = this.#ask(statement).catch((error: unknown) => {
      this.#failure ??= error;
    });
    this.#sent.push(answer);
  }

  async query<Row>(statement: Statement): Promise<Row[]> {
    this.#countTrip();
    this.#waiting += 1;
    try {
      const { rows } = await this.#ask(statement);
      if (this.#failure !== undefined) throw this.#failure;
      return rows as Row[];
    } catch (error) {
      // The first failure of a pipeline is the cause; those after it only say that the transaction is aborted.
      throw this.#failure ?? error;
    } finally {
      this.#waiting -= 1;
    }
  }

  async commit(): Promise<void> {
    this.#countTrip();
    const { command } = await this.#client.query('commit');
    await Promise.all(this.#sent);
    if (this.#failure !== undefined) throw this.#failure;
    if (command !== 'COMMIT') throw new Error('the transaction could not be committed');
  }

  async rollBack(): Promise<void> {
    await Promise.all(this.#sent);
    await this.#client.query('rollback');
  }

  #ask(statement: Statement) {
    return this.#client.query({
      name: statement.name,
      text: statement.text,
      values: statement.values ? [...statement.values] : [],
    });
  }

  /** Queries asked at the same time share a trip. */
  #countTrip(): void {
    if (this.#waiting === 0) this.roundTrips += 1;
  }
}
