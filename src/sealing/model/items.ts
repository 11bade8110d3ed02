import type { Binding } from './labels.ts'

/** A 32-byte item key (or a share of one) sealed to one recipient. Bytes are base64url. */
export interface Envelope {
  suite: string
  /** A rostered id, `escrow` or `reporter`. */
  recipient: string
  enc: string
  sealed: string
  /** Who sealed it, proven by their key; absent in what comes with the report itself. */
  by?: string
}

/** A sealed text. */
export interface Item extends Binding {
  v: 1
  nonce: string
  body: string
  envelopes: Envelope[]
}

/** The reporter's identity: its key is in three shares, one for each custodian; two are enough. */
export interface IdentityItem extends Item {
  /** SHA-256 of the item key: too few shares would give garbage in silence. */
  commitment: string
}

/** Somebody to seal to: a rostered id, `escrow` or `reporter`, with their X25519 public key (base64url). */
export interface Recipient {
  id: string
  key: string
}

/** Somebody who opens or speaks: their id and their X25519 private key. */
export interface Holder {
  id: string
  privateKey: Uint8Array
}
