import { type No, no, type Result } from '#kernel'
import { confirmSignIn, type Session, signIn, TOTP_PERIOD, totpCode } from '#people'
import { demonstrationSecrets } from '../../commands/seeding/demonstration.ts'
import type { AppTools } from '../../tools.ts'

/** What the authenticator of every demonstration account shows now. */
export const currentCode = (now: Temporal.Instant): string => totpCode(demonstrationSecrets().totpSecret, now)

/**
 * Signs a demonstration account in with its public password and code. A code works once, so whoever signed in
 * a moment ago uses the next one.
 */
export async function signInAsDemonstration(tools: AppTools, email: string): Promise<Result<Session>> {
  const { password, totpSecret } = demonstrationSecrets()
  let refused: No = no('sign-in-refused')
  for (const ahead of [0, TOTP_PERIOD]) {
    const pending = await signIn(tools, { email, password, address: 'demonstration' })
    if (!pending.ok) return pending
    const code = totpCode(totpSecret, tools.wall.now().add({ seconds: ahead }))
    const session = await confirmSignIn(tools, { pending: pending.value.pending, code })
    if (session.ok) return session
    refused = session
  }
  return refused
}
