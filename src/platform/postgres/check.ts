import sql from 'sql-template-tag'
import { no, type Result, yes } from '#kernel'
import type { Db } from './connect.ts'

export type DatabaseFault = 'database-too-old' | 'database-not-utf8' | 'database-blind-to-arabic'

/**
 * Whether this PostgreSQL can carry Sawt: version 15 or later, UTF-8, and a locale that knows Arabic
 * letters. With LC_CTYPE=C trigrams silently find nothing in Arabic.
 */
export async function checkDatabase(owner: Db): Promise<Result<{ version: string }, DatabaseFault>> {
  const found = await owner.row<{ number: number; version: string; encoding: string }>(sql`
    select current_setting('server_version_num')::int as number,
           current_setting('server_version') as version,
           current_setting('server_encoding') as encoding`)
  if (!found || found.number < 150000) return no('database-too-old', { version: found?.version ?? '?' })
  if (found.encoding !== 'UTF8') return no('database-not-utf8', { encoding: found.encoding })
  await owner.run(sql`create extension if not exists pg_trgm`)
  const arabic = await owner.row<{ seen: boolean }>(sql`select similarity('كهرباء', 'كهربا') > 0.4 as seen`)
  return arabic?.seen ? yes({ version: found.version }) : no('database-blind-to-arabic')
}
