import { ESCROW, type Roster } from '#sealing'
import type { Envelope } from './wire.ts'

/** Whether an item has an envelope for each of these, once, and for nobody else. */
export function isExactlyFor(envelopes: readonly Envelope[], recipients: readonly string[]): boolean {
  const given = envelopes.map(({ recipient }) => recipient)
  return given.length === recipients.length && new Set([...given, ...recipients]).size === given.length
}

/** Officers a new report is sealed to: of one office in the roster, at least one, and escrow always beside them. */
export function officersOf(roster: Roster, envelopes: readonly Envelope[]): string[] | undefined {
  const given = envelopes.map(({ recipient }) => recipient).filter((one) => one !== ESCROW)
  const known = given.map((id) => roster.officers.find((officer) => officer.id === id))
  const offices = new Set(known.map((officer) => officer?.office))
  const sound = given.length > 0 && offices.size === 1 && !offices.has(undefined)
  return sound && isExactlyFor(envelopes, [...given, ESCROW]) ? given : undefined
}

/** Three custodians hold the shares of an identity's key, one each. */
export const isForCustodians = (roster: Roster, envelopes: readonly Envelope[]): boolean =>
  isExactlyFor(
    envelopes,
    roster.custodians.map(({ id }) => id),
  )
