import assert from 'node:assert/strict'
import { test } from 'node:test'
import { freshDatabase } from '../../test/kit/database.ts'

const TABLES = `
  select format('%I.%I', n.nspname, c.relname) as name, n.nspname as schema, c.relkind in ('r', 'p') as "isTable"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p', 'v', 'm', 'S') and n.nspname in ('public', 'sealed')`

test('the general role can touch nothing of the sealed room, and the sealed role nothing of the rest', async (t) => {
  const { db, sealed, owner } = await freshDatabase(t)
  const { rows: tables } = await owner.pool.query<{ name: string; schema: string; isTable: boolean }>(TABLES)
  assert.ok(tables.filter(({ schema }) => schema === 'sealed').length >= 15)
  assert.ok(tables.filter(({ schema }) => schema === 'public').length >= 40)
  for (const { name, schema, isTable } of tables) {
    const stranger = schema === 'sealed' ? db : sealed
    const writing = [`delete from ${name}`, `insert into ${name} default values`, `truncate ${name}`]
    for (const attempt of [`select * from ${name} limit 1`, ...(isTable ? writing : [])])
      await assert.rejects(stranger.pool.query(attempt), /permission denied/, `${schema}: ${attempt}`)
  }
})

test('neither role can become the other', async (t) => {
  const { connection } = await freshDatabase(t)
  const { connect } = await import('#platform')
  for (const [own, other] of [
    ['sawt_app', 'sawt_sealed'],
    ['sawt_sealed', 'sawt_app'],
  ]) {
    const db = connect({ ...connection, max: 1 })
    const member = await db.pool.query(`select pg_has_role('${own}', '${other}', 'member') as may`)
    assert.equal(member.rows[0].may, false)
    await db.close()
  }
})

test('the audit and the rosters are written once: the room itself cannot change them', async (t) => {
  const { sealed } = await freshDatabase(t)
  for (const table of ['sealed.audit', 'sealed.rosters'])
    for (const attempt of [
      `update ${table} set ${table === 'sealed.audit' ? 'who' : 'document'} = ''`,
      `delete from ${table}`,
      `truncate ${table}`,
    ])
      await assert.rejects(sealed.pool.query(attempt), /permission denied/)
})

test('the room keeps days: no column of it holds a moment, an address or a browser’s name', async (t) => {
  const { owner } = await freshDatabase(t)
  const { rows } = await owner.pool.query<{ at: string; type: string }>(
    `select table_name || '.' || column_name as at, data_type as type from information_schema.columns
      where table_schema = 'sealed'`,
  )
  const telling = rows.filter(
    ({ at, type }) => /time|inet|cidr|macaddr/.test(type) || /ip$|address|agent|referer|host/.test(at),
  )
  assert.deepEqual(telling, [])
  assert.ok(rows.length > 70)
})
