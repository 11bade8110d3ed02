import type { z } from 'zod'
import type { Directory } from '#entities'
import type { Clock, Result } from '#kernel'
import type { Db } from '#platform'
import type { PromiseBook } from '#promises'
import type { Facts, Words } from '../model/event.ts'
import type { Taker } from '../model/take.ts'
import type { FoundCase } from '../store/cases.ts'

/** What the verbs of this room work with. */
export interface Tools {
  db: Db
  clock: Clock
  /** The country's entities and categories as they are now. */
  directory(): Promise<Directory>
  /** Its promises and calendars as they are now. */
  book(): Promise<PromiseBook>
}

/** The moment in which a step is decided: the case held, the time stopped, the country known. */
export interface Moment {
  tx: Db
  now: Temporal.Instant
  directory: Directory
  book: PromiseBook
  taker: Taker
}

/** What a step comes to, before the clocks are set. */
export interface Decision {
  facts?: Facts
  words?: Words
  /** Other rows that belong to the step; written in the same transaction. */
  also?: (after: { seq: number }) => Promise<unknown>
}

/** How one step of the table is done: what must be given, and what it decides. */
export interface Act<Schema extends z.ZodType = z.ZodType> {
  input: Schema
  decide(
    found: FoundCase,
    input: z.output<Schema>,
    moment: Moment,
  ): Result<Decision, string> | Promise<Result<Decision, string>>
}

/** Ties the input's type to the decision's. */
export const act = <Schema extends z.ZodType>(made: Act<Schema>): Act => made as unknown as Act
