import { type Db, sql } from '#platform'

/** The schema as PostgreSQL understands it: tables, columns, constraints, indexes, triggers and the application's rights, as text. */
export async function dumpSchema(db: Db): Promise<string> {
  const lines = await db.rows<{ line: string }>(sql`
    with tables as (
      select c.oid, n.nspname as schema, c.relname as plain,
             case n.nspname when 'public' then '' else n.nspname || '.' end || c.relname as name
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('public', 'sealed') and c.relkind in ('r', 'p') and c.relname <> 'migrations'
    ), lines as (
      select name, 0 as part, 0 as place, '' as word, E'\\ntable ' || name as line from tables
      union all
      select name, 1, a.attnum, '', format('  %s %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
             case when a.attnotnull then ' not null' else '' end,
             coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), ''))
        from tables t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
        left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
      union all
      select name, 2, 0, k.conname, '  ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
        from tables t join pg_constraint k on k.conrelid = t.oid and k.contype <> 'n'
      union all
      select name, 3, 0, i.relname, '  ' || pg_get_indexdef(i.oid)
        from tables t join pg_index x on x.indrelid = t.oid join pg_class i on i.oid = x.indexrelid
       where not exists (select from pg_constraint k where k.conindid = i.oid and k.contype in ('p', 'u', 'x'))
      union all
      select name, 4, 0, r.tgname, '  ' || pg_get_triggerdef(r.oid)
        from tables t join pg_trigger r on r.tgrelid = t.oid and not r.tgisinternal
      union all
      select name, 5, 0, g.grantee,
             format('  %s may %s', g.grantee, string_agg(lower(g.privilege_type), ', ' order by g.privilege_type))
        from tables t join information_schema.role_table_grants g
          on g.table_schema = t.schema and g.table_name = t.plain and g.grantee in ('sawt_app', 'sawt_sealed')
       group by name, g.grantee
    )
    select line from lines order by name, part, place, word`)
  return `-- Dumped from the migrations, never edited: \`UPDATE_SCHEMA=1 npm test -- test/schema.test.ts\` writes it anew.\n${lines.map(({ line }) => line).join('\n')}\n`
}
