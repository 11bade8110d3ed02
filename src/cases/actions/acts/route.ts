import { z } from 'zod'
import type { Entity } from '#entities'
import { no, yes } from '#kernel'
import { maybeChosen, maybeWritten, reason, written } from '../../model/input.ts'
import { LIMITS } from '../../model/limits.ts'
import type { Taker } from '../../model/take.ts'
import { act } from '../act.ts'
import { handOver } from '../hand-over.ts'

/**
 * Hands a case to an entity and starts that entity's clock. The resident's date stays where it was, or
 * comes nearer when the category's promise is shorter: it never moves later because a desk changed.
 */
export const route = act({
  input: z.strictObject({
    entity: written(100),
    category: maybeChosen,
    urgent: z.stringbool().or(z.boolean()).optional(),
    note: maybeWritten(LIMITS.note),
    /** How sure the words were, when no person chose. */
    confidence: z.number().min(0).max(1).optional(),
  }),
  decide(found, { entity: id, category: named, urgent, note, confidence }, { directory, book, now, taker }) {
    const entity = directory.entity(id)
    if (!entity?.active) return no('invalid', { entity: 'no-such-entity' })
    if (!mayRouteTo(taker, entity, directory.central))
      return no('invalid', { entity: 'only-the-central-office' })
    const category = named ?? found.category ?? undefined
    if (category && !directory.category(category)) return no('invalid', { category: 'no-such-category' })
    const handed = handOver(found, { entity, category, now, book })
    const itself = taker.roles.includes('system') ? { automatic: true, confidence } : {}
    const facts = { ...handed, category, urgent: urgent ?? found.urgent, ...itself }
    return yes({ facts, words: note ? { note } : undefined })
  },
})

/** The operations room takes over; it does not send from one entity to another. */
const mayRouteTo = ({ roles }: Taker, { id }: Entity, central: Entity | undefined): boolean =>
  roles.includes('reviewer') || roles.includes('system') || id === central?.id

/** The resident wants a person to look where their case belongs. What for, they may say or not. */
export const contest = act({
  input: z.strictObject({ reason: maybeWritten(LIMITS.reason) }),
  decide: (found, { reason }) =>
    yes({ facts: { entity: found.entity }, words: reason ? { reason } : undefined }),
})

/** Why an entity may say that a case is not its own. */
export const REFUSAL_REASONS = ['not-ours', 'another-entity', 'needs-several', 'unclear', 'in-court'] as const

/** Sends a case back to the central office, marked urgent. The bounce is counted and shown; the resident loses no time. */
export const refuse = act({
  input: z.strictObject({
    reason,
    why: z.enum(REFUSAL_REASONS, { error: 'choose-one' }).optional(),
    entity: maybeChosen,
  }),
  decide(found, { reason, why, entity }, { directory }) {
    if (entity && !directory.entity(entity)) return no('invalid', { entity: 'no-such-entity' })
    return yes({
      facts: { reason: why ?? 'not-ours', proposed: entity ?? null, entity: found.entity },
      words: { reason },
    })
  },
})
