import { no, type Result, yes } from '#kernel'
import { type Author, mayConfigure } from '#people'
import type { Db } from '#platform'
import { type InstallationFacts, readFacts, setInstallation } from '../store/installation.ts'
import type { Tools } from './tools.ts'

export interface InstallationChange {
  /** An IANA name such as Asia/Amman. */
  readonly timeZone: string
  /** Where a resident can turn outside, in both languages or in neither. */
  readonly remedyAr: string
  readonly remedyEn: string
}

export type InstallationRefusal =
  | 'not-allowed'
  | 'zone-unknown'
  | 'remedy-in-one-language'
  | 'remedy-too-long'

const LONGEST = 1000

/** What holds for the whole installation. */
export async function readInstallation(db: Db): Promise<InstallationFacts> {
  const found = await readFacts(db)
  if (!found) throw new Error('The row of the installation is missing')
  return found
}

/** Changes what holds for the whole installation. Dates already told stay; times are shown in the new zone. */
export async function saveInstallation(
  { db }: Tools,
  by: Author,
  { timeZone, ...change }: InstallationChange,
): Promise<Result<undefined, InstallationRefusal>> {
  if (!mayConfigure(by)) return no('not-allowed')
  if (!Intl.supportedValuesOf('timeZone').includes(timeZone)) return no('zone-unknown', { zone: timeZone })
  const [ar, en] = [change.remedyAr.trim(), change.remedyEn.trim()]
  if (!ar !== !en) return no('remedy-in-one-language')
  if (Math.max(ar.length, en.length) > LONGEST) return no('remedy-too-long', { longest: LONGEST })
  await setInstallation(db, { timeZone, outsideRemedy: ar ? { ar, en } : null })
  return yes(undefined)
}
