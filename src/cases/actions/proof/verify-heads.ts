import { hash } from 'node:crypto'
import type { Db } from '#platform'
import { type Head, readHead } from '../../model/proof/head.ts'
import { brokenKeys } from '../../model/proof/key-record.ts'
import { isSigned, keyId, type Signed } from '../../model/proof/signing.ts'
import type { Walk } from '../../model/proof/walk.ts'
import { headsBefore, type KeptHead } from '../../store/proof/heads.ts'
import { publicKeys, publishedKeys } from './signing-key.ts'

/** A head that was kept outside the database, and where. */
export interface Witness extends Signed {
  from: string
}

/** Something wrong with a head, or with the record that it speaks of. */
export type HeadFault =
  | { what: 'key-broken'; number: number }
  | { what: 'head-forged'; day: string; from?: string }
  | { what: 'head-unlinked'; day: string }
  | { what: 'head-missing'; day: string; from: string }
  | { what: 'head-replaced'; day: string; from: string }
  | { what: 'record-short'; day: string; size: number; from?: string }
  | { what: 'record-rewritten'; day: string; size: number; from?: string }

interface Said {
  head: Head
  from?: string
}

const ALL = 2 ** 31 - 1

/**
 * What the heads say, before the record is read: which roots they want to see, and what is wrong with them.
 *
 * @param known public keys that this machine knows besides those in the database
 */
export async function witnessed(db: Db, witnesses: readonly Witness[], known: readonly Buffer[]) {
  const published = await publishedKeys(db)
  const keys = new Map([...known.map((raw) => [keyId(raw), raw] as const), ...publicKeys(published)])
  const kept = (await headsBefore(db, ALL, ALL)).reverse()
  const faults: HeadFault[] = brokenKeys(published).map((number) => ({ what: 'key-broken', number }))
  const said: Said[] = []
  for (const one of [...kept, ...witnesses]) {
    const from = 'from' in one ? one.from : undefined
    const head = readHead(one.signed)
    const key = head && keys.get(head.key)
    if (head && key && isSigned(one, key)) said.push({ head, ...(from !== undefined && { from }) })
    else faults.push({ what: 'head-forged', day: dayOf(one, head), ...(from !== undefined && { from }) })
  }
  faults.push(...linkFaults(kept), ...witnessFaults(kept, witnesses))
  return {
    count: kept.length,
    sizes: said.map(({ head }) => head.size),
    faultsAgainst: (state: Walk): HeadFault[] => [
      ...faults,
      ...said.flatMap((one) => recordFault(one, state)),
    ],
  }
}

const dayOf = (one: KeptHead | Witness, head: Head | undefined): string =>
  'day' in one ? one.day.toString() : (head?.day ?? '?')

/** The record as it is now does not lead to what was signed. */
function recordFault({ head: { day, size, root }, from }: Said, { tree, roots }: Walk): HeadFault[] {
  const where = { day, size, ...(from !== undefined && { from }) }
  if (size > tree.size) return [{ what: 'record-short', ...where }]
  return roots.get(size)?.toString('hex') === root ? [] : [{ what: 'record-rewritten', ...where }]
}

function linkFaults(kept: readonly KeptHead[]): HeadFault[] {
  return kept.flatMap((one, index) => {
    const head = readHead(one.signed)
    const before = kept[index - 1]
    const linked =
      head?.previous === (before ? hash('sha256', before.signed) : null) &&
      one.number === index + 1 &&
      head.day === one.day.toString() &&
      head.size === one.size
    return linked ? [] : [{ what: 'head-unlinked' as const, day: one.day.toString() }]
  })
}

function witnessFaults(kept: readonly KeptHead[], witnesses: readonly Witness[]): HeadFault[] {
  const byDay = new Map(kept.map(({ day, signed }) => [day.toString(), signed]))
  return witnesses.flatMap(({ signed, from }) => {
    const day = readHead(signed)?.day
    if (day === undefined || byDay.get(day) === signed) return []
    return [{ what: byDay.has(day) ? ('head-replaced' as const) : ('head-missing' as const), day, from }]
  })
}
