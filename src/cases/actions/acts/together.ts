import { z } from 'zod'
import { newId, no, yes } from '#kernel'
import { caseId, maybeChosen, maybeWritten, written } from '../../model/input.ts'
import { LIMITS } from '../../model/limits.ts'
import * as cases from '../../store/cases.ts'
import { act } from '../act.ts'
import { beginPart } from '../begin-part.ts'
import { handOver } from '../hand-over.ts'

const part = z.strictObject({
  entity: written(100),
  text: written(LIMITS.text),
  category: maybeChosen,
})

/**
 * Several entities, one voice: each part goes to its entity with its own clock, and the central office
 * answers the resident once every part has its answer.
 */
export const split = act({
  input: z.strictObject({
    parts: z.array(part, { error: 'required' }).min(2, 'too-few-parts').max(LIMITS.parts, 'too-many'),
  }),
  decide(found, { parts }, moment) {
    const { directory, book, now } = moment
    if (!directory.central) return no('no-central-office')
    const wrong = parts.findIndex(({ entity }) => !directory.entity(entity)?.active)
    if (wrong >= 0) return no('invalid', { [`parts.${wrong}.entity`]: 'no-such-entity' })
    const ids = parts.map(() => newId())
    const handed = handOver(found, {
      entity: directory.central,
      category: found.category ?? undefined,
      now,
      book,
    })
    return yes({
      facts: { ...handed, parts: ids },
      also: async () => {
        for (const [index, each] of parts.entries())
          await beginPart(found, { ...each, id: ids[index] as string }, moment)
      },
    })
  },
})

/** A duplicate follows another case and gets its answer; both residents keep their own tracking. */
export const merge = act({
  input: z.strictObject({ into: caseId, note: maybeWritten(LIMITS.note) }),
  async decide(found, { into, note }, { tx }) {
    const other = into === found.id ? undefined : await cases.lock(tx, into)
    if (!other) return no('invalid', { into: 'not-a-case' })
    if (other.mergedInto || other.parent || !OPEN_TO_FOLLOWERS.includes(other.stage))
      return no('invalid', { into: 'cannot-be-followed' })
    if ((await cases.followersOf(tx, found.id)).length > 0) return no('others-follow-it')
    return yes({ facts: { other: into }, words: note ? { note } : undefined })
  },
})

/** The case stands on its own again. */
export const unmerge = act({ input: z.strictObject({}), decide: () => yes({}) })

const OPEN_TO_FOLLOWERS: readonly string[] = [
  'received',
  'with-entity',
  'awaiting-resident',
  'replied',
  'verified',
]
