import type { ChannelName, MessageFacts, Reach } from './facts.ts'
import type { MessageKind } from './kinds.ts'

/** Something to be said to somebody, before it is known by which ways. */
export interface Telling {
  /** What caused it: with the destination it is the effect, which happens once. */
  cause: string
  kind: MessageKind
  to: ToResident | ToStaff | ToAddress
  facts: MessageFacts
  caseId?: string
  /** What a later event may take it back by. */
  about?: string
  /** Not before this moment. */
  after?: Temporal.Instant
  expiresAt?: Temporal.Instant
  /** What must be read in order: nothing of a thread leaves before what stands before it there. */
  inThread?: { id: string; place: number }
}

export interface ToResident {
  resident: { id: string | null; phone: string | null; email: string | null; language: 'ar' | 'en' }
}
/** Somebody of the staff, or everybody who holds a role on a scope. */
export interface Whom {
  id?: string | null
  role?: string
  scope?: 'nation' | 'sector' | 'entity' | 'unit'
  scopeId?: string | null
}

export interface ToStaff {
  staff: Whom
  /** Whoever did it need not be told. */
  except?: string | null
}
/** A contact that was proven or is kept elsewhere: a one-time code, an entity's office. */
export interface ToAddress {
  channel: ChannelName
  address: string
  language: 'ar' | 'en'
  /** Whose address it is, when it is somebody's of the staff. */
  staffId?: string
}

export interface TakingBack {
  caseId: string
  /** Everything whose `about` begins so. */
  takeBack: string
}

export interface Post {
  now: Temporal.Instant
  /** What this installation can send by. */
  reach: Reach
  /** The readers' clock. */
  zone: string
  /** The calling code of telephone numbers without one. */
  callingCode?: string
}
