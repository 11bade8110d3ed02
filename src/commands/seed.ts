import type { Result } from '#kernel'
import { createStaff, grantRole, type Tools } from '#people'
import { command, type Print, type Say } from './command.ts'
import { COUNTRIES } from './seeding/country-seed.ts'
import { type DemonstrationAccount, demonstrationSecrets } from './seeding/demonstration.ts'
import { type Seeded, seedCountry } from './seeding/seed-country.ts'

const HELP = `Fills an empty database with a country: its entities, categories, places, working time and promises.

  sawt seed [--country ${COUNTRIES.join('|')}]
      With demonstration staff, who all have one public password. For trying Sawt out.

  sawt seed --country NAME --without-demonstration --admin-name NAME --admin-email ADDRESS
      For real use: no account but that of one administrator. Prints, once, a password and the address
      to enter in an authenticator app; the administrator changes the password after signing in.

A database that is already this country's is left as it is. --country is bahrain when it is left out,
or what SAWT_COUNTRY says.`

/** `sawt seed`. */
export const seed = command('seed', {
  help: HELP,
  options: {
    country: { type: 'string' },
    'without-demonstration': { type: 'boolean' },
    'admin-name': { type: 'string' },
    'admin-email': { type: 'string' },
  },
  mistake: (typed) =>
    typed['without-demonstration'] && !(typed['admin-name'] && typed['admin-email'])
      ? '--without-demonstration needs --admin-name and --admin-email: somebody must be able to sign in.'
      : undefined,
  run(tools: Tools, typed, say) {
    const country = typed.country ?? (process.env.SAWT_COUNTRY || COUNTRIES[0])
    const admin = { name: typed['admin-name'] ?? '', email: typed['admin-email'] ?? '' }
    return typed['without-demonstration']
      ? forUse(tools, country, admin, say)
      : forTrying(tools, country, say)
  },
})

async function forTrying(tools: Tools, country: string, { print, complain }: Say): Promise<number> {
  const seeded = await seedCountry(tools, country)
  if (!seeded.ok) return refused(seeded, complain)
  for (const line of [said(seeded.value), ...accountLines(seeded.value.accounts)]) print(line)
  return 0
}

async function forUse(
  tools: Tools,
  country: string,
  { name, email }: { name: string; email: string },
  { print, complain }: Say,
): Promise<number> {
  const done = await tools.db.transaction(async (db): Promise<Result<string[]>> => {
    const seeded = await seedCountry({ ...tools, db }, country, { demonstration: false })
    if (!seeded.ok) return seeded
    const admin = await createStaff({ ...tools, db }, 'installation', { name, email, language: 'ar' })
    if (!admin.ok) return admin
    const { id, password, totpUri } = admin.value
    const grant = await grantRole({ ...tools, db }, 'installation', { staffId: id, role: 'admin' })
    const lines = [said(seeded.value), `Password of ${email}: ${password}`, `Authenticator: ${totpUri}`]
    return grant.ok ? { ok: true, value: lines } : grant
  })
  if (!done.ok) return refused(done, complain)
  for (const line of done.value) print(line)
  return 0
}

const said = ({ country, planted }: Seeded): string =>
  planted
    ? `The database is now that of ${country}.`
    : `The database is that of ${country} already; nothing changed.`

/** The accounts as a newcomer needs them: who does what, and the password they share. */
export function accountLines(accounts: readonly DemonstrationAccount[]): string[] {
  if (accounts.length === 0) return []
  const { password } = demonstrationSecrets()
  const width = Math.max(...accounts.map(({ email }) => email.length))
  return [
    `Demonstration accounts (password: ${password}; the sign-in page shows the authenticator's code):`,
    ...accounts.map(
      ({ email, role, scopeId }) => `  ${email.padEnd(width)}  ${role}${scopeId ? ` · ${scopeId}` : ''}`,
    ),
  ]
}

const REMEDIES: Readonly<Record<string, string>> = {
  'country-unknown': `There is no such country among the seeds. Take one of: ${COUNTRIES.join(', ')}.`,
  'country-founded': 'This database is another country’s, or has entities already. Seed an empty database.',
  'email-malformed': '--admin-email is not an address.',
  'email-taken': 'There is an account with this address already; nothing changed.',
  'name-missing': '--admin-name is empty.',
  'name-too-long': '--admin-name is too long.',
}

function refused({ reason }: { reason: string }, complain: Print): number {
  complain(REMEDIES[reason] ?? `Refused: ${reason}`)
  return 1
}
