import { canonicalJson } from '#kernel'
import { type Bytes, utf8 } from './bytes.ts'

/** The one suite of version 1: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. */
export const SUITE = 'X25519-SHA256-AES256GCM'

export const LABELS = {
  receipt: 'sawt-sealed/v1/receipt',
  access: 'sawt-sealed/v1/access',
  reply: 'sawt-sealed/v1/reply',
  envelope: 'sawt-sealed/v1/envelope',
  roster: 'sawt-sealed/v1/roster\n',
  prf: 'sawt-sealed/v1/prf',
  prfWrap: 'sawt-sealed/v1/prf-wrap',
} as const

/** Rostered names are ids of their own; these two are nobody's. */
export const ESCROW = 'escrow'
export const REPORTER = 'reporter'

export type Purpose =
  | 'report'
  | 'message'
  | 'note'
  | 'transcript'
  | 'referral'
  | 'identity-share'
  | 'identity-release'
  | 'handover'
  | 'moved'

/** What a sealed thing is and where it belongs: moved elsewhere it does not open. */
export interface Binding {
  /** 16 random bytes, hex. */
  report: string
  purpose: Purpose
  /** 16 random bytes, hex; the report's own id for the report itself. */
  item: string
}

export const itemData = ({ report, purpose, item }: Binding): Bytes =>
  utf8(canonicalJson({ v: 1, report, purpose, item }))

/** `by` is there where the sender proves who they are (auth mode). */
export const envelopeData = ({ report, purpose, item }: Binding, recipient: string, by?: string): Bytes =>
  utf8(canonicalJson({ v: 1, suite: SUITE, report, purpose, item, recipient, by }))

export const chunkData = (report: string, file: string, index: number, last: boolean): Bytes =>
  utf8(canonicalJson({ v: 1, report, file, index, last }))

export const wrapData = (officer: string, wrap: 'passphrase' | 'prf'): Bytes =>
  utf8(canonicalJson({ v: 1, officer, wrap }))
