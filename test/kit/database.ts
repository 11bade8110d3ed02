import type { TestContext } from 'node:test'
import { connect, type Database } from '#platform'
import { type TestDatabase, testDatabase } from './postgres.ts'

export interface FreshDatabase {
  /** As the application sees it: in the role sawt_app. */
  db: Database
  /** As the sealed room sees it: in the role sawt_sealed. */
  sealed: Database
  /** As its owner sees it, for looking past the application's rights. */
  owner: Database
  connection: TestDatabase['connection']
}

/** A migrated database of a test's own, gone when the test is over. */
export async function freshDatabase(t: Pick<TestContext, 'after'>): Promise<FreshDatabase> {
  const made = await testDatabase()
  const db = connect({ ...made.connection, role: 'sawt_app', max: 8 })
  const sealed = connect({ ...made.connection, role: 'sawt_sealed', max: 4 })
  const owner = connect({ ...made.connection, max: 2 })
  t.after(async () => {
    await Promise.all([db.close(), sealed.close(), owner.close()])
    await made.drop()
  })
  return { db, sealed, owner, connection: made.connection }
}
