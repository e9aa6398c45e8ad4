import type { Pool, PoolClient } from 'pg';
import { type Asked, Batch, commit } from './batch.ts';
import type { Statement, Tx } from './query.ts';

/** A transaction of one tenant, with writes that need not be waited for one by one. */
export interface TenantTx extends Tx {
  /**
   * Sends a statement whose answer is not needed. It shares the round trip of what comes after it; if it fails,
   * that and the commit fail with its error and nothing of the transaction remains.
   */
  send(statement: Statement): void;
  /**
   * Nothing comes after what was asked in this same breath: the commit travels with it, and the whole transaction may
   * be one round trip. For what does not depend on what it reads.
   */
  commitWithThis(): void;
  /** How many times the transaction has waited for the database so far. */
  readonly roundTrips: number;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Runs `work` in one transaction that sees one tenant's rows only.
 * `begin`, the tenant and the first query travel together, and so do what was sent and the commit, so that an act
 * with one load costs two round trips.
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
  const session = new BatchedTransaction(client);
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

class BatchedTransaction implements TenantTx {
  tenantId = '';
  roundTrips = 0;
  readonly #client: PoolClient;
  #unsent: Asked[] = [];
  /** The batch that will be sent when the running code waits. */
  #next: Promise<void> | undefined;
  /** The batch under way. Never fails: what went wrong is in `failure`. */
  #underWay: Promise<void> | undefined;
  #failure: unknown;
  #isCommitting = false;

  constructor(client: PoolClient) {
    this.#client = client;
  }

  send(statement: Statement): void {
    this.#add({ statement });
  }

  query<Row>(statement: Statement): Promise<Row[]> {
    return new Promise<Row[]>((resolve, reject) => {
      this.#add({ statement, answered: (rows) => resolve(rows as Row[]) });
      this.#send().catch(reject);
    });
  }

  commitWithThis(): void {
    this.#add({ statement: commit });
    this.#isCommitting = true;
  }

  async commit(): Promise<void> {
    if (!this.#isCommitting) this.commitWithThis();
    if (this.#unsent.length > 0) return this.#send();
    await this.#underWay;
    if (this.#failure !== undefined) throw this.#failure;
  }

  async rollBack(): Promise<void> {
    this.#failure ??= new Error('the transaction was rolled back');
    await this.#underWay;
    if (this.roundTrips > 0) await this.#client.query('rollback');
  }

  #add(asked: Asked): void {
    if (this.#isCommitting) throw new Error('the transaction is being committed');
    this.#unsent.push(asked);
  }

  #send(): Promise<void> {
    this.#next ??= this.#sendNext();
    return this.#next;
  }

  /**
   * One batch at a time; what is asked meanwhile goes with the next. Sent when everything that can go on without
   * waiting for the outside world has gone on: what two operations ask side by side shares a trip, also when one of
   * them had to take a turn for something that was in memory.
   */
  async #sendNext(): Promise<void> {
    await this.#underWay;
    await new Promise<void>((resolve) => process.nextTick(resolve));
    this.#next = undefined;
    if (this.#failure !== undefined) throw this.#failure;
    const batch = new Batch(this.#unsent);
    this.#unsent = [];
    this.roundTrips += 1;
    this.#underWay = batch.done.catch((error: unknown) => {
      this.#failure ??= error;
    });
    this.#client.query(batch);
    await batch.done;
  }
}
