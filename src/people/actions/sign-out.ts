import type { Db } from '#platform'
import { tokenHash } from '../model/session.ts'
import { removeSession } from '../store/sessions.ts'

/** Ends a session, or a sign-in half done. Says nothing about whether there was one. */
export async function signOut(db: Db, token: string): Promise<void> {
  await removeSession(db, tokenHash(token))
}
