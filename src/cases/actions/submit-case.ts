import { newId, newReference, no, type Result, yes } from '#kernel'
import { innerDue } from '#promises'
import { begin } from '../model/apply.ts'
import type { CaseEvent, Words } from '../model/event.ts'
import { complaints } from '../model/input.ts'
import { promised } from '../model/promised.ts'
import type { CaseState } from '../model/state.ts'
import { type Submission, subjectOf, submission } from '../model/submission.ts'
import type { IntentKey } from '../store/idempotency.ts'
import { type NewCase, submit } from '../store/submit.ts'
import type { Tools } from './act.ts'
import { calendarOf } from './calendar-of.ts'
import { nextActAt } from './next-act.ts'

/** Who brings a case: a resident, signed in or not, or somebody of the contact centre for them. */
export interface Submitter {
  residentId?: string | null
  agentId?: string | null
  /** The draft whose files come along. */
  draftId?: string
}

/**
 * Takes a case in: the number, and the date of the answer, at once.
 *
 * One statement and one commit; the same key makes one case, however often and however concurrently it is
 * used, and the same key for other words is refused.
 */
export async function submitCase(
  tools: Tools,
  submitter: Submitter,
  given: unknown,
  key: IntentKey,
): Promise<Result<{ state: CaseState; again: boolean }>> {
  const parsed = submission.safeParse(given)
  if (!parsed.success) return no('invalid', complaints(parsed.error))
  const made = await prepare(tools, submitter, parsed.data)
  if (!made.ok) return made
  // Two cases of a year may draw the same eight digits (one in a hundred at a million cases): draw again.
  for (let attempt = 1; ; attempt++) {
    const outcome = await submit(tools.db, made.value(), key)
    if (outcome.made) return yes({ state: outcome.state, again: false })
    if (outcome.earlier && !outcome.earlier.bodyHash.equals(key.bodyHash))
      return no('key-used-for-something-else')
    if (outcome.earlier) return yes({ state: outcome.earlier.state, again: true })
    if (attempt === 5) throw new Error('No free number in five draws')
  }
}

async function prepare(
  tools: Tools,
  submitter: Submitter,
  given: Submission,
): Promise<Result<() => NewCase>> {
  const [directory, book] = [await tools.directory(), await tools.book()]
  const { type, category, entity, place, requester = {}, text, remedy } = given
  if (category && !directory.category(category)?.active)
    return no('invalid', { category: 'no-such-category' })
  if (entity && !directory.entity(entity)?.active) return no('invalid', { entity: 'no-such-entity' })
  if (place?.id && !directory.place(place.id)) return no('invalid', { 'place.id': 'not-a-place' })
  const now = tools.clock.now()
  const calendar = calendarOf(null, { directory, book })
  const local = now.toZonedDateTimeISO(calendar.timeZone)
  const owed = promised(
    book,
    { type, category, entity, calendar: calendarOf(entity ?? null, { directory, book }).id },
    now,
  )
  const subject = subjectOf(given)
  const language = requester.language ?? (/[\u0600-\u06ff]/u.test(text) ? 'ar' : 'en')
  const words: Words = {
    subject,
    text,
    remedy,
    place: place && { text: place.text, lat: place.lat, lon: place.lon },
  }
  const facts = {
    type,
    subject,
    category,
    entity,
    channel: given.channel ?? 'web',
    campaign: given.campaign,
    language,
    place: place?.id,
    identityHidden: given.identityHidden,
    urgent: directory.category(category)?.urgency === 'emergency',
    resident: submitter.residentId ?? undefined,
    enteredBy: submitter.agentId ?? undefined,
    answerBy: owed.due.toString(),
    promise: owed.promise,
    due: innerDue(local, book.inner.routing, calendar).toInstant().toString(),
  } as const
  return yes(() => {
    const event: CaseEvent = {
      caseId: newId(),
      seq: 1,
      step: 'submit',
      at: now,
      role: submitter.agentId ? 'agent' : 'resident',
      actorId: submitter.agentId ?? submitter.residentId ?? null,
      facts: { ...facts, reference: newReference(local.year) },
    }
    const state = begin(event)
    return {
      event,
      state,
      nextActAt: nextActAt(state, { book, directory }),
      words,
      requester: { ...requester, language },
      draftId: submitter.draftId,
    }
  })
}
