import { newId, no, type Result, yes } from '#kernel'
import type { PromiseRule, RequestType } from '../model/promise.ts'
import { raiseConfiguration } from '../store/configuration.ts'
import * as promises from '../store/promises.ts'
import type { Author, Tools } from './save-calendar.ts'

export interface NewPromise {
  readonly type: RequestType
  readonly category?: string
  readonly entity?: string
  readonly workingDays: number
  readonly secondReviewShare?: number
}

export type PromiseRefusal = 'promise-days-out-of-range' | 'promise-share-out-of-range'

/** A working year; a promise beyond it would promise nothing. */
const LONGEST = 260

/** Ends the promise in force for exactly this type, category and entity, and starts the next version. */
export function setPromise(
  { db, clock }: Tools,
  by: Author,
  { secondReviewShare = 100, ...wanted }: NewPromise,
): Promise<Result<PromiseRule, PromiseRefusal>> {
  return db.transaction(async (tx) => {
    if (!within(wanted.workingDays, 1, LONGEST))
      return no('promise-days-out-of-range', { from: 1, to: LONGEST })
    if (!within(secondReviewShare, 0, 100)) return no('promise-share-out-of-range', { from: 0, to: 100 })
    await raiseConfiguration(tx)
    const now = clock.now()
    const question = { type: wanted.type, category: wanted.category || null, entity: wanted.entity || null }
    // Counted on also from a version that was ended for good, so that no version ever means two things.
    const version = (await promises.lastVersion(tx, question)) + 1
    await promises.end(tx, now, question)
    const rule = { ...wanted, id: newId(), secondReviewShare, version }
    await promises.start(tx, now, by.id, rule)
    return yes(rule)
  })
}

const within = (number: number, from: number, to: number) =>
  Number.isInteger(number) && number >= from && number <= to
