import type { StepName } from '#cases'
import type { Credit, Evidence, RatedCase, Released } from './credit.ts'
import { credited, judgeAnswer, judgePromise } from './judge.ts'
import { begin, type Frame, keep, passUntil, type Reading, release, replyFrom } from './reading.ts'
import { instantOf, spellFrom, spend } from './spell.ts'

/** What a history comes to: credits, and the replies that were released. */
export interface Found {
  credits: Credit[]
  released: Released[]
}

/**
 * Who did what well in a case, from its events alone. Time is put down to whoever had the case while it passed; each
 * entity is held to the date that it was given with the case, so that a case handed on late costs its sender and not
 * its receiver. Review gives back the time that it takes. A missed date belongs to the moment it was missed, once.
 */
export function creditsOf(rated: RatedCase, frame: Frame): Found {
  const so: Reading = { spell: null, parked: null, credits: [], answers: [], promised: [], frame }
  for (const event of rated.events) {
    passUntil(so, event.at)
    if (so.spell && FIRST_ACTS.has(event.step)) begin(so, so.spell, event.at)
    ACTS[event.step]?.(so, event)
  }
  passUntil(so, frame.asOf)
  // A reply that waits for its review was written in time until a reviewer says otherwise.
  if (so.spell?.reply) keep(so, so.spell, so.spell.reply)
  so.credits.push(
    ...so.answers.flatMap((each) => judgeAnswer(each, rated.type)),
    ...so.promised.flatMap((each) => judgePromise(each, frame)),
  )
  const released = so.answers.map(({ reply: { seq, entity, person, personAt = entity }, at }) => ({
    ...{ caseId: rated.id, seq, at, entity, person },
    personAt: person && personAt,
  }))
  return { credits: so.credits, released }
}

type Act = (so: Reading, event: Evidence) => void

const hand: Act = (so, event) => {
  const { entity } = event.facts
  so.spell = entity ? spellFrom(event, entity, null) : null
}

const leave: Act = (so) => {
  so.spell = null
}

const park: Act = (so, { at }) => {
  if (so.spell) spend(so.spell, at)
  so.parked = so.spell
  so.spell = null
}

const move: Act = ({ spell }, { facts }) => {
  if (spell) spell.due = instantOf(facts.entityDue) ?? spell.due
}

const ACTS: Partial<Record<StepName, Act>> = {
  route: hand,
  split: hand,
  refuse: leave,
  contest: leave,
  withdraw: leave,
  seal: leave,
  merge: park,
  lapse: park,
  unmerge: (so, { at }) => {
    so.spell = so.parked && { ...so.parked, since: at }
  },
  extend: move,
  recount: move,
  assign: ({ spell }, { at, facts }) => {
    if (!spell) return
    spend(spell, at)
    Object.assign(spell, { handler: facts.handler ?? null, since: at })
  },
  ask: ({ spell }, { at }) => spell && spend(spell, at),
  add: (so, event) => {
    const { spell, parked } = so
    // Taken up again after nobody had answered: a new date was told.
    if (!spell && parked && event.facts.promise) so.spell = spellFrom(event, parked.entity, parked.handler)
    if (!spell || spell.since || spell.reply) return
    spell.due = instantOf(event.facts.entityDue) ?? spell.due
    spell.since = event.at
  },
  reply: ({ spell, frame }, event) => {
    if (!spell) return
    spend(spell, event.at)
    spell.reply = replyFrom(event, spell, frame)
  },
  return: (so, { at }) => {
    const { spell } = so
    if (!spell?.reply) return
    so.credits.push(...credited('returned', spell.reply, at, 1))
    spell.due = spell.due?.add(at.since(spell.reply.at)) ?? null
    Object.assign(spell, { reply: null, returned: true, since: at })
  },
  release: (so, { at }) => {
    if (!so.spell?.reply) return
    release(so, so.spell, so.spell.reply, at)
    so.spell = null
  },
  reopen: (so, event) => {
    const last = so.answers.at(-1)
    if (!last) return
    last.reopened = true
    so.spell = spellFrom(event, last.reply.entity, last.handler)
  },
  rate: ({ answers }, { facts }) => {
    const last = answers.at(-1)
    if (last) last.solved = facts.solved ?? null
  },
  fulfil: ({ promised }, { at, facts }) => {
    const done = promised.find(({ number }) => number === facts.action)
    if (done) done.doneAt ??= at
  },
}

/** Refusing is acting: the case goes on at once. */
const FIRST_ACTS: ReadonlySet<StepName> = new Set(['take-up', 'assign', 'ask', 'extend', 'reply', 'refuse'])
