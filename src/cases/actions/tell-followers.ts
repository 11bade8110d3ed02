import type { TakingBack, Telling } from '#messages'
import type { Db } from '#platform'
import { aboutAction, remembered } from '../model/effects/work.ts'
import type { CaseState } from '../model/state.ts'
import * as store from '../store/notify.ts'
import type { Moment } from './act.ts'
import { calendarOf } from './calendar-of.ts'
import type { Heard } from './tell-watchers.ts'

/**
 * What residents hear whose case was joined with another and got its answer: that a promise of that answer is kept,
 * or that its day has passed. Each reads it under their own number.
 */
export async function followersTold(
  tx: Db,
  heard: readonly Heard[],
  country: Pick<Moment, 'directory' | 'book'>,
): Promise<(Telling | TakingBack)[]> {
  const kept = heard.filter(({ event }) => event.step === 'fulfil')
  const delivered = heard.filter(({ event }) => event.step === 'deliver' && event.facts.other)
  if (kept.length + delivered.length === 0) return []
  const followers = await store.answeredFollowersOf(
    tx,
    kept.map(({ event }) => event.caseId),
  )
  const owed = await store.owedBy(
    tx,
    delivered.flatMap(({ event }) => event.facts.other ?? []),
  )
  const reached = [...followers.map(({ caseId }) => caseId), ...delivered.map(({ event }) => event.caseId)]
  const contacts = new Map((await store.contactsOf(tx, reached)).map((one) => [one.caseId, one]))
  const tell = (kind: Telling['kind'], cause: string, one: Told): Telling[] => {
    const contact = contacts.get(one.caseId)
    const { caseId, reference, day, who, about, after } = one
    return contact
      ? [{ kind, cause, caseId, to: { resident: contact }, facts: { reference, day, who }, about, after }]
      : []
  }
  const nameOf = (entity: string | null) =>
    (country.directory.entity(entity) ?? country.directory.central)?.name
  return [
    ...kept.flatMap(({ event, after }) =>
      followers
        .filter(({ mergedInto }) => mergedInto === event.caseId)
        .flatMap(({ caseId, reference }) => [
          { caseId, takeBack: aboutAction(event.facts.action ?? 0) },
          ...tell('action-done', `${event.caseId}:${event.seq}:follower:${caseId}`, {
            caseId,
            reference,
            day: after.answerBy.toString(),
            who: nameOf(after.entity),
          }),
        ]),
    ),
    ...delivered.flatMap(({ event, after }) =>
      owed
        .filter(({ caseId }) => caseId === event.facts.other)
        .flatMap((promise) => {
          const calendar = calendarOf(promise.entity, country)
          const later = remembered({ ...promise, dueOn: promise.dueOn.toString() }, { ...country, calendar })
          return tell('action-late', `${event.caseId}:${event.seq}:${later.about}`, {
            caseId: event.caseId,
            reference: after.reference,
            day: promise.dueOn.toString(),
            who: nameOf(promise.entity),
            about: later.about,
            after: later.after,
          })
        }),
    ),
  ]
}

interface Told {
  caseId: string
  reference: CaseState['reference']
  day: string
  who: Telling['facts']['who']
  about?: string
  after?: Temporal.Instant
}
