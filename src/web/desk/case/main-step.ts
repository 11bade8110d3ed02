import type { StepName } from '#cases'
import { type CaseData, may } from './data.ts'

/** Other things than steps that can be the next one. */
export type MainStep = StepName | 'entity-link'

/**
 * The next sensible step of whoever looks: it stands open and has the page's one filled button. Undefined for
 * those who only read, and where two steps are equally right.
 */
export function mainStep(data: CaseData): MainStep | undefined {
  const { state, actedFor, mayLink, link, now } = data
  if (state.stage === 'with-entity' && mayLink && !data.draft) {
    const waiting = link && !link.usedAt && Temporal.Instant.compare(link.expiresAt, now) > 0
    if (!waiting) return 'entity-link'
  }
  // A reviewer could act for any entity, but only does so for those that have not joined.
  const own = data.roles.some((role) => role === 'liaison' || role === 'handler')
  const order =
    ORDER[state.stage]
      ?.filter((step) => step !== 'reply' || own || actedFor)
      .filter((step) => step !== 'route' || data.roles.includes('reviewer')) ?? []
  return order.find((step) => may(data, step))
}

const ORDER: Partial<Record<string, readonly StepName[]>> = {
  received: ['route'],
  'with-entity': ['reply', 'order'],
  'awaiting-resident': ['add'],
  replied: ['verify', 'order'],
  verified: ['release'],
  objected: ['reopen'],
}
