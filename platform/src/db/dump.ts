import type { Pool } from 'pg';

/**
 * The schema after all migrations, as text to read and compare. Our own short form rather than `pg_dump`, which the
 * embedded server lacks; written so that the same schema gives the same text on PostgreSQL 15 and later: so a view shows its columns, and its query
 * stands in the migration, since versions print it differently.
 */
export async function dumpSchema(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ part: string }>(`
    with ours as (
      select c.oid, c.relkind, c.reloptions, format('%I.%I', n.nspname, c.relname) as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('access', 'identity', 'forms', 'programmes', 'treatment', 'papers', 'flags', 'log')
        and c.relkind in ('r', 'p', 'v')
    )
    select part from (
      select 1 as kind, name as place, 0 as at,
        E'\\n-- table ' || name || E'\\n' || (
          select string_agg('  ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
            || case when a.attnotnull then ' not null' else '' end
            || case when a.attidentity <> '' then ' generated always as identity' else '' end
            || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), ''), E'\\n' order by a.attnum)
          from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
          where a.attrelid = o.oid and a.attnum > 0 and not a.attisdropped) as part
      from ours o where relkind in ('r', 'p')
      union all
      select 1, o.name, 1, '  constraint ' || c.conname || ' ' || pg_get_constraintdef(c.oid)
      from ours o join pg_constraint c on c.conrelid = o.oid where c.contype <> 'n'
      union all
      select 1, o.name, 2, '  ' || regexp_replace(pg_get_indexdef(i.indexrelid), '^CREATE ', '')
      from ours o join pg_index i on i.indrelid = o.oid
      where not exists (select from pg_constraint c where c.conindid = i.indexrelid)
      union all
      select 1, o.name, 3, '  policy ' || p.polname || ' using ' || pg_get_expr(p.polqual, p.polrelid)
      from ours o join pg_policy p on p.polrelid = o.oid
      union all
      select 1, o.name, 4, '  trigger ' || t.tgname || ' ' || regexp_replace(pg_get_triggerdef(t.oid), '^CREATE TRIGGER \\S+ ', '')
      from ours o join pg_trigger t on t.tgrelid = o.oid where not t.tgisinternal
      union all
      select 1, o.name, 5, '  skute_app may ' || string_agg(lower(g.privilege_type), ', ' order by g.privilege_type)
      from ours o join information_schema.role_table_grants g
        on format('%I.%I', g.table_schema, g.table_name) = o.name and g.grantee = 'skute_app'
      group by o.name
      union all
      select 1, o.name, 0, E'\\n-- view ' || o.name || ' (' || array_to_string(o.reloptions, ', ') || E')\\n' || (
          select string_agg('  ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod), E'\\n' order by a.attnum)
          from pg_attribute a where a.attrelid = o.oid and a.attnum > 0)
      from ours o where relkind = 'v'
      union all
      select 2, format('%I.%I', n.nspname, p.proname), 0, E'\\n-- function\\n' || pg_get_functiondef(p.oid)
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname in ('access', 'identity', 'forms', 'programmes', 'treatment', 'papers', 'flags', 'log')
    ) parts
    order by kind, place collate "C", at, part collate "C"`);
  return `-- Made by npm run schema; do not edit.\n${rows.map((row) => row.part.trimEnd()).join('\n')}\n`;
}
