export { type EnvelopeRefusal, openEnvelope, passOn, sealEnvelope } from './actions/envelopes.ts'
export { combineEscrow, ESCROW_SHARES, ESCROW_THRESHOLD, type Escrow, newEscrow } from './actions/escrow.ts'
export { newSealedFile, openFile, type Readable, sealFile } from './actions/files.ts'
export { findWork } from './actions/find-work.ts'
export {
  CUSTODIANS_NEEDED,
  openIdentity,
  type Released,
  releaseShare,
  sealIdentity,
} from './actions/identity.ts'
export { type OpenRefusal, openItem, sealItem } from './actions/items.ts'
export {
  keysFromReceipt,
  newKeyPair,
  newReceipt,
  newSealedId,
  publicKeyOf,
  type ReceiptKeys,
  sha256,
} from './actions/keys.ts'
export {
  type KeyWrap,
  type Progress,
  unwrapByPassphrase,
  unwrapByPrf,
  wrapByPassphrase,
  wrapByPrf,
} from './actions/wraps.ts'
export { type Bytes, base64url, bytes, fromBase64url, hex, join, same, text, utf8 } from './model/bytes.ts'
export { changesBetween, type RosterChange } from './model/changes.ts'
export {
  type IdentityContent,
  type MessageContent,
  type ReportContent,
  type SealedFile,
  VIOLATIONS,
  type Violation,
} from './model/contents.ts'
export type { Envelope, Holder, IdentityItem, Item, Recipient } from './model/items.ts'
export { type Binding, ESCROW, LABELS, type Purpose, REPORTER, SUITE } from './model/labels.ts'
export { CHUNK, chunksOf, LARGEST_FILE, MOST_FILES, paddedFileSize, TEXT_CLASSES } from './model/padding.ts'
export { makeReceipt, parseReceipt, RECEIPT_DIGITS, receiptDigits, receiptGroups } from './model/receipt.ts'
export {
  type Accusation,
  escrowOf,
  holdersOf,
  type KeptOut,
  recipientsOf,
  whoReads,
} from './model/recipients.ts'
export {
  type Custodian,
  isRoster,
  type KnownRoster,
  type Names,
  type Roster,
  type RosteredOfficer,
  readRoster,
  type SignedRoster,
} from './model/roster.ts'
export {
  groups,
  keyFingerprint,
  newAuthority,
  type RosterRefusal,
  rosterHash,
  signRoster,
  trustRosters,
} from './model/trust.ts'
export { meetsWork } from './model/work.ts'
