import type { Credit } from './credit.ts'
import { isLater, type Reply } from './spell.ts'

/** A reply that reached the resident, and what became of it. */
export interface Answer {
  reply: Reply
  at: Temporal.Instant
  /** Who had the case by name then. */
  handler: string | null
  returned: boolean
  reopened: boolean
  /** An answer was given before: then this one is not the first. */
  again: boolean
  solved: number | null
  heldBy: ReadonlyMap<string, number>
}

/** What a released reply promised. */
export interface Promised {
  number: number
  dueOn: string
  reply: Reply
  doneAt: Temporal.Instant | null
}

/** All that an answer is credited with, at the moment it was given: an objection found right later counts against it. */
export function judgeAnswer(
  { reply, at, returned, reopened, again, solved, heldBy }: Answer,
  type: string,
): Credit[] {
  const { entity } = reply
  const all = [...heldBy.values()].reduce((sum, each) => sum + each, 0)
  const named = [...heldBy].filter(([person]) => person)
  return [
    ...credited('answers', reply, at, 1),
    ...(type === 'praise' ? credited('praise', reply, at, 1) : []),
    ...(again ? [] : credited('first-right', reply, at, Number(!returned && !reopened))),
    ...credited('objections', reply, at, Number(reopened)),
    ...(solved === null ? [] : credited('satisfied', reply, at, Number(solved >= 4))),
    { what: 'held', entity, person: null, at, value: all },
    ...named.map(([person, value]): Credit => ({ what: 'held', entity, person, at, value })),
  ]
}

/** Whether what was promised was done by its day; nothing before that day is over. */
export function judgePromise(
  { dueOn, reply, doneAt }: Promised,
  { zone, asOf }: { zone: string; asOf: Temporal.Instant },
): Credit[] {
  const day = Temporal.PlainDate.from(dueOn)
  const over = day.add({ days: 1 }).toZonedDateTime(zone).toInstant()
  if (isLater(over, asOf)) return []
  const kept = doneAt !== null && isLater(over, doneAt)
  return credited('promises', reply, day.toZonedDateTime(zone).toInstant(), Number(kept))
}

/** For the entity, and for the person whose doing it was. */
export function credited(
  what: Credit['what'],
  { entity, person, personAt }: Reply,
  at: Temporal.Instant,
  value: number,
): Credit[] {
  const own: Credit = { what, entity, person: null, at, value }
  return person ? [own, { what, entity: personAt ?? entity, person, at, value }] : [own]
}
