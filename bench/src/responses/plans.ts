/** How PostgreSQL finds what a search asks for, as the application’s role sees it. */
import type { Pool } from 'pg';
import { tenantId } from '../seed/clinic.ts';
import type { Search } from './searches.ts';

/** As a statement is planned the first times, for its values; and later, for any. */
export type Mode = 'force_custom_plan' | 'force_generic_plan';

export interface Plan {
  readonly nodes: readonly string[];
  readonly indexes: readonly string[];
  readonly rows: number;
  /** Pages of 8 kB, in memory or not. */
  readonly buffers: number;
}

interface Node {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly Node[];
}

export async function planOf(
  pool: Pool,
  { text, types }: Search,
  values: readonly string[],
  mode: Mode,
): Promise<Plan> {
  const client = await pool.connect();
  try {
    await client.query(`
      begin;
      select set_config('app.tenant_id', '${tenantId}', true);
      set local plan_cache_mode = ${mode};
      prepare searched (${types.join(', ')}) as ${text}`);
    const given = values.map((value) => `'${value}'`).join(', ');
    const { rows } = await client.query<{ 'QUERY PLAN': readonly { readonly Plan: Node }[] }>(
      `explain (analyze, buffers, format json) execute searched (${given})`,
    );
    await client.query('deallocate searched; commit');
    const top = rows[0]?.['QUERY PLAN'][0]?.Plan;
    if (!top) throw new Error('no plan was told');
    return planIn(top);
  } finally {
    client.release();
  }
}

function planIn(top: Node): Plan {
  const all = nodesOf(top);
  return {
    nodes: all.map((node) => node['Node Type']),
    indexes: all.flatMap((node) => node['Index Name'] ?? []),
    rows: top['Actual Rows'],
    buffers: top['Shared Hit Blocks'] + top['Shared Read Blocks'],
  };
}

/** An index scan on the index that is meant, no walk through the table, and not many more pages than rows. */
export function faultOf({ index }: Search, { nodes, indexes, rows, buffers }: Plan): string | undefined {
  if (!indexes.includes(index)) return `does not use ${index} but ${indexes.join(', ') || 'no index'}`;
  const walk = nodes.find((node) => node.includes('Seq Scan'));
  if (walk) return `walks through the table (${walk})`;
  const most = mostBuffers(rows);
  return buffers > most ? `reads ${buffers} pages for ${rows} rows, more than ${most}` : undefined;
}

/** The way down an index and back, and for each row its own page and one of the index. */
function mostBuffers(rows: number): number {
  return 12 + 2 * rows;
}

function nodesOf(node: Node): Node[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}
