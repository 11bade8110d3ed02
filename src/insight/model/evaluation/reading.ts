import type { Credit, Evidence } from './credit.ts'
import { type Answer, credited, type Promised } from './judge.ts'
import { isLater, longestHolder, type Reply, type Spell, spend } from './spell.ts'

export interface Frame {
  /** Until when time counts: what is due later is not judged. */
  asOf: Temporal.Instant
  /** In which days begin. */
  zone: string
  /** The central office: whoever answers there for others is a person of it. */
  central: string | undefined
}

/** A history as far as it was read. Changed by reading on, and seen by nobody else. */
export interface Reading {
  spell: Spell | null
  /** A spell that may go on: of a case that follows another, or of one whose resident may still answer. */
  parked: Spell | null
  credits: Credit[]
  answers: Answer[]
  promised: Promised[]
  frame: Frame
}

/** The first act of an entity on a case that it was handed. */
export function begin({ credits }: Reading, spell: Spell, at: Temporal.Instant): void {
  if (!spell.begun && spell.firstDue)
    credits.push({ what: 'first-action', entity: spell.entity, person: null, at, value: 1 })
  spell.begun = true
}

/** Dates that were missed until a moment while the entity's own time ran. */
export function passUntil(so: Reading, at: Temporal.Instant): void {
  const { spell } = so
  if (!spell?.since) return
  const { firstDue, due, entity } = spell
  if (!spell.begun && firstDue && isLater(at, firstDue)) {
    spell.begun = true
    so.credits.push({ what: 'first-action', entity, person: null, at: firstDue, value: 0 })
  }
  if (!spell.missed && due && isLater(at, due)) miss(so, spell, isLater(due, spell.since) ? due : spell.since)
}

/** Blame by name goes to whoever had it longest until then, if anybody had. */
function miss({ credits }: Reading, spell: Spell, at: Temporal.Instant): void {
  spend(spell, at)
  Object.assign(spell, { since: at, missed: true })
  const person = longestHolder(spell)
  const late = { what: 'on-time', entity: spell.entity, at, value: 0 } as const
  credits.push({ ...late, person: null }, ...(person ? [{ ...late, person }] : []))
}

/** Whoever sends it in time is credited, whoever had it before; a missed promise is not kept later. */
export function keep({ credits }: Reading, spell: Spell, reply: Reply): void {
  if (!spell.missed && spell.due) credits.push(...credited('on-time', reply, reply.at, 1))
}

/** A reply is its handler's; without one, whoever's hand sent it. Through a one-time link it is nobody's by name. */
export function replyFrom(
  { seq, at, role, actorId, facts }: Evidence,
  spell: Spell,
  { central }: Frame,
): Reply {
  const sender = role === 'liaison' || role === 'reviewer' ? actorId : null
  return {
    ...{ seq, at, entity: spell.entity, actions: facts.actions ?? [] },
    person: spell.handler ?? sender,
    ...(role === 'reviewer' && !spell.handler && central && { personAt: central }),
  }
}

export function release(so: Reading, spell: Spell, reply: Reply, at: Temporal.Instant): void {
  const { returned, handler, spent } = spell
  keep(so, spell, reply)
  so.credits.push(...credited('returned', reply, at, 0))
  so.answers.push({
    ...{ reply, at, handler, returned, reopened: false, solved: null, heldBy: spent },
    again: so.answers.length > 0,
  })
  so.promised.push(...reply.actions.map((each) => ({ ...each, reply, doneAt: null })))
}
