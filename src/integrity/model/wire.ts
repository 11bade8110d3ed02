import type { Envelope, IdentityItem, Item, Purpose } from '#sealing'

export type { Envelope, IdentityItem, Item, Purpose }

/** What crosses between the browsers and the room: docs/sealed-room/protocol.md. Bytes are base64url, days ISO 8601. */

export const STAGES = ['received', 'acknowledged', 'investigating', 'closed'] as const
export type Stage = (typeof STAGES)[number]

export const OUTCOMES = [
  'substantiated',
  'partly-substantiated',
  'unsubstantiated',
  'insufficient',
  'outside',
  'referred',
  'duplicate',
] as const
export type Outcome = (typeof OUTCOMES)[number]

export const SERIOUSNESS = ['low', 'medium', 'high', 'critical'] as const
export type Seriousness = (typeof SERIOUSNESS)[number]

/** How likely it is that the reporter is made to suffer for it. */
export const RISKS = ['none', 'low', 'medium', 'high'] as const
export type Risk = (typeof RISKS)[number]

export const OFFICES = ['integrity', 'audit', 'custodian'] as const
export type Office = (typeof OFFICES)[number]

export type Kind = 'sealed' | 'moved' | 'age'
export type Sender = 'reporter' | 'office' | 'room'
export type ItemKind = 'text' | 'feedback' | 'told-of-identity' | 'correction'
export interface SentFile {
  id: string
  chunks: number
}

export type Wrap =
  | { v: 1; wrap: 'passphrase'; salt: string; nonce: string; sealed: string }
  | { v: 1; wrap: 'prf'; credential: string; nonce: string; sealed: string }

export interface Named {
  ar: string
  en: string
}

export interface Officer {
  id: string
  name: Named
  office: Office
  body: string | null
  conflicts: string[]
  key: string | null
}

export interface Me {
  officer: Officer
  wraps: Wrap[]
  passkeys: { credential: string; device: string; addedOn: string; prf: boolean }[]
  /** Whether the current roster names this officer with this key. */
  rostered: boolean
  roster: string | null
  today: string
}

/** What needs two officers: asked by one, in force by another. */
export interface Pair {
  askedBy: string | null
  askedOn: string | null
  inForce: boolean
}

export interface Summary {
  id: string
  kind: Kind
  stage: Stage
  priority: boolean
  linked: string | null
  roster: string
  received: string
  acknowledgeBy: string
  acknowledgedOn: string | null
  feedbackBy: string
  feedbackOn: string | null
  closedOn: string | null
  eraseOn: string | null
  referredOn: string | null
  outcome: Outcome | null
  seriousness: Seriousness | null
  retaliation: Risk | null
  /** The reporter's items that this officer has not opened yet. */
  news: number
  lastFromReporter: string | null
  holders: string[]
  hold: Pair
  lift: Pair
  erase: Pair
}

export interface Kept {
  item: string
  purpose: Purpose
  from: Sender
  by: string | null
  day: string
  kind: ItemKind
  nonce: string
  body: string
  envelope: Envelope | null
  envelopePurpose: Purpose | null
}

export interface IdentityAnswer {
  custodian: string
  on: string
  gave: boolean
  envelope: Envelope | null
}

export interface IdentityRequest {
  request: string
  by: string
  on: string
  state: 'open' | 'released' | 'refused'
  answers: IdentityAnswer[]
}

export interface Identity {
  item: string
  nonce: string
  body: string
  commitment: string
  requests: IdentityRequest[]
}

export interface Report extends Summary {
  replyKey: string | null
  items: Kept[]
  files: { id: string; item: string; chunks: number }[]
  identity: Identity | null
  history: { day: string; who: string; what: string }[]
  steps: string[]
  /** Rostered officers who hold nothing here. */
  mayReceive: string[]
}

export interface CustodyRequest {
  request: string
  report: string
  by: Officer
  on: string
  state: IdentityRequest['state']
  reason: Kept
  identity: string
  share: Envelope | null
  answers: Omit<IdentityAnswer, 'envelope'>[]
}

/** What a reporter's browser is told at a visit. */
export interface Visit {
  id: string
  stage: Stage
  roster: string
  received: string
  acknowledgeBy: string
  acknowledgedOn: string | null
  feedbackBy: string
  feedbackOn: string | null
  closedOn: string | null
  outcome: Outcome | null
  holders: string[]
  retaliationPrompts: string[]
  identity: { kept: boolean; requestedOn: string | null; releasedOn: string | null }
  messages: {
    item: string
    from: Sender
    day: string
    kind: ItemKind
    purpose: Purpose
    nonce?: string
    body?: string
    envelope?: Envelope
  }[]
}
