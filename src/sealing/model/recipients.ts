import { no, type Result, yes } from '#kernel'
import type { Recipient } from './items.ts'
import { ESCROW } from './labels.ts'
import type { Roster, RosteredOfficer } from './roster.ts'

/** What a report says about who may not read it. */
export interface Accusation {
  /** The accused bodies' ids. */
  bodies: readonly string[]
  /** About the integrity unit itself: the audit bureau alone decides. */
  aboutUnit: boolean
  /** Officers whom the reporter kept out by name. */
  excluded: readonly string[]
}

/** Why an officer of the office does not get the report. */
export type KeptOut = { officer: RosteredOfficer; because: 'conflict' | 'excluded' }

/** The officers who would get a report, and those kept out with the reason. Never guesses: the rule is the roster's. */
export function whoReads(roster: Roster, { bodies, aboutUnit, excluded }: Accusation) {
  const readers: RosteredOfficer[] = []
  const keptOut: KeptOut[] = []
  for (const officer of roster.officers) {
    if (officer.office !== (aboutUnit ? 'audit' : 'integrity')) continue
    const conflict = bodies.some((body) => officer.body === body || officer.conflicts.includes(body))
    if (conflict) keptOut.push({ officer, because: 'conflict' })
    else if (excluded.includes(officer.id)) keptOut.push({ officer, because: 'excluded' })
    else readers.push(officer)
  }
  return { readers, keptOut }
}

/**
 * Whom the report is sealed to: its readers and the escrow. Refused when nobody is left: with
 * `nobody-left` the audit bureau may still take it, with `nobody-anywhere` nobody on the roster can.
 */
export function recipientsOf(
  roster: Roster,
  accusation: Accusation,
): Result<Recipient[], 'nobody-left' | 'nobody-anywhere'> {
  const { readers } = whoReads(roster, accusation)
  if (readers.length > 0) return yes([...readers.map(toRecipient), escrowOf(roster)])
  const elsewhere = whoReads(roster, { ...accusation, aboutUnit: true }).readers.length > 0
  return no(elsewhere ? 'nobody-left' : 'nobody-anywhere')
}

/**
 * The keys for a message of the dialogue: the holders whom the server names, as the roster knows them, and
 * the escrow. A holder whom the roster does not prove gets nothing; nobody proven is a refusal.
 */
export function holdersOf(roster: Roster, holders: readonly string[]): Result<Recipient[], 'nobody-left'> {
  const proven = roster.officers.filter(({ id }) => holders.includes(id))
  return proven.length > 0 ? yes([...proven.map(toRecipient), escrowOf(roster)]) : no('nobody-left')
}

export const escrowOf = ({ escrow }: Roster): Recipient => ({ id: ESCROW, key: escrow.key })

const toRecipient = ({ id, key }: Recipient): Recipient => ({ id, key })
