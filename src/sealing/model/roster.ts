import { canonicalJson, no, type Result, yes } from '#kernel'
import { fromBase64url } from './bytes.ts'
import { ESCROW, REPORTER } from './labels.ts'

export interface Names {
  ar: string
  en: string
}

export interface RosteredOfficer {
  id: string
  name: Names
  /** The integrity unit's officers, or the audit bureau's, who judge the unit itself. */
  office: 'integrity' | 'audit'
  /** The body they belong to, and other bodies about which they may not decide. */
  body: string | null
  conflicts: string[]
  /** X25519 public key, base64url. */
  key: string
}

export interface Custodian {
  id: string
  name: Names
  body: string
  key: string
}

/** Whom reports may be sealed to; signed by the Integrity Authority, whose key never touches the server. */
export interface Roster {
  v: 1
  serial: number
  issued: string
  previous: string | null
  officers: RosteredOfficer[]
  /** Exactly three; two are needed to release an identity. */
  custodians: Custodian[]
  escrow: { key: string; commitment: string; threshold: number; of: number }
  bodies: { id: string; name: Names }[]
  age: string
}

/** A roster as it travels: its canonical text and the Authority's Ed25519 signature (base64url). */
export interface SignedRoster {
  document: string
  signature: string
}

/** A roster as it is spoken of: what it says and the hash by which reports name it. */
export interface KnownRoster extends Roster {
  hash: string
}

/** What a roster's text says; refused unless it is byte for byte what that content is written as. */
export function readRoster(document: string): Result<Roster, 'roster-malformed'> {
  try {
    const roster = JSON.parse(document) as Roster
    return canonicalJson(roster) === document && isRoster(roster) ? yes(roster) : no('roster-malformed')
  } catch {
    return no('roster-malformed')
  }
}

/** Whether a document is whole enough to be signed or trusted. */
export function isRoster(roster: Roster): boolean {
  const { v, serial, issued, previous, officers, custodians, escrow, bodies, age } = roster
  return (
    v === 1 &&
    Number.isSafeInteger(serial) &&
    serial >= 1 &&
    /^\d{4}-\d\d-\d\d$/.test(issued) &&
    (serial === 1 ? previous === null : /^[0-9a-f]{64}$/.test(previous ?? '')) &&
    officers.every(isOfficer) &&
    custodians.length === 3 &&
    custodians.every((one) => isNamed(one) && isKey(one.key) && typeof one.body === 'string') &&
    isKey(escrow.key) &&
    isKey(escrow.commitment) &&
    escrow.threshold === 3 &&
    escrow.of === 5 &&
    bodies.every(isNamed) &&
    areDifferent(bodies.map(({ id }) => id)) &&
    areDifferent([ESCROW, REPORTER, ...officers.map(({ id }) => id), ...custodians.map(({ id }) => id)]) &&
    areDifferent([escrow.key, ...officers.map(({ key }) => key), ...custodians.map(({ key }) => key)]) &&
    /^age1[0-9a-z]+$/.test(age)
  )
}

const isOfficer = (officer: RosteredOfficer): boolean =>
  isNamed(officer) &&
  isKey(officer.key) &&
  (officer.office === 'integrity' || officer.office === 'audit') &&
  (officer.body === null || typeof officer.body === 'string') &&
  officer.conflicts.every((body) => typeof body === 'string')

const isNamed = ({ id, name }: { id: string; name: Names }): boolean =>
  typeof id === 'string' && id !== '' && typeof name.ar === 'string' && typeof name.en === 'string'

const isKey = (key: string): boolean => typeof key === 'string' && fromBase64url(key)?.length === 32

const areDifferent = (all: string[]): boolean => new Set(all).size === all.length
