import { createHash } from 'node:crypto'
import { CannotStart, checkDatabase, connect, type DatabaseFault, sql } from '#platform'
import type { Tools as Opened } from './run.ts'
import type { AppTools } from './tools.ts'

/** Makes the database ready for its first resident; resolves to what the console should say of it. */
export async function prepare(tools: AppTools, { owner }: Opened): Promise<string[]> {
  await checkAsOwner(owner)
  await checkSecret(tools)
  return []
}

async function checkAsOwner(owner: Opened['owner']) {
  const db = connect({ ...owner, max: 1 })
  const checked = await checkDatabase(db).finally(db.close)
  if (!checked.ok) throw new CannotStart(REMEDIES[checked.reason])
}

const REMEDIES: Record<DatabaseFault, string> = {
  'database-too-old': 'This PostgreSQL is too old. Sawt needs version 15 or later; 18 is best.',
  'database-not-utf8':
    'This database is not in UTF-8. Create one with: createdb --encoding=UTF8 --template=template0 sawt',
  'database-blind-to-arabic':
    'This database does not know Arabic letters, so searching would silently find nothing. Create one with: ' +
    'createdb --encoding=UTF8 --locale-provider=builtin --builtin-locale=C.UTF-8 --template=template0 sawt',
}

/** PINs follow from the secret: with another one every resident would be locked out, so Sawt does not start. */
async function checkSecret({ db, secret }: AppTools) {
  const fingerprint = createHash('sha256').update('fingerprint\0').update(secret).digest()
  await db.run(sql`
    update installation set secret_fingerprint = ${fingerprint} where secret_fingerprint is null`)
  const kept = await db.row<{ same: boolean }>(sql`
    select secret_fingerprint = ${fingerprint} as same from installation`)
  if (kept?.same) return
  throw new CannotStart(
    'The secret does not belong to this database: every PIN given to residents would stop working. ' +
      "Put the original back in place: DATA_DIR's file `secret`, or SAWT_SECRET.",
  )
}
