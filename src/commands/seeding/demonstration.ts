import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { activeEmails } from '#people'
import type { Db } from '#platform'
import { readOwnFile } from './country-file.ts'
import { isCountry } from './country-seed.ts'

const FILE = join(import.meta.dirname, '../../../db/seeds/countries/demonstration.json')

/** What all demonstration staff sign in with. Public; whoever knows the repository knows it. */
export interface DemonstrationSecrets {
  readonly password: string
  readonly totpSecret: string
}

export const demonstrationSecrets = (): DemonstrationSecrets => JSON.parse(readFileSync(FILE, 'utf8'))

export interface DemonstrationAccount {
  readonly email: string
  readonly name: string
  readonly role: string
  /** The sector, entity or unit it is held on; absent for the nation. */
  readonly scopeId?: string
}

/** The accounts of a country's demonstration, in the order of its file: central office first. */
export function demonstrationAccounts(country: string | null): DemonstrationAccount[] {
  if (!country || !isCountry(country)) return []
  return readOwnFile(country).staff.map(({ email, name, grants: [grant] }) => {
    const scopeId = grant?.unit ?? grant?.entity ?? grant?.sector
    return { email, name, role: grant?.role ?? '', ...(scopeId ? { scopeId } : {}) }
  })
}

/** Those of the accounts that exist and can sign in: none where real people work. */
export async function activeDemonstration(db: Db, country: string | null): Promise<DemonstrationAccount[]> {
  const accounts = demonstrationAccounts(country)
  const active = await activeEmails(
    db,
    accounts.map(({ email }) => email),
  )
  return accounts.filter(({ email }) => active.has(email))
}
