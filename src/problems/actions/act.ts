import type { z } from 'zod'
import type { Directory } from '#entities'
import type { Result } from '#kernel'
import type { Officer } from '#people'
import type { Db } from '#platform'
import type { Problem, ProblemFacts } from '../model/problem.ts'

/** The moment in which a step is decided: the problem held, the time stopped, the country known. */
export interface Moment {
  tx: Db
  now: Temporal.Instant
  directory: Directory
  officer: Officer
}

export interface Decision {
  facts?: ProblemFacts
  /** Other rows that belong to the step; written in the same transaction. */
  also?: () => Promise<unknown>
}

/** How a step is done: what must be given, and what it decides. */
export interface Act<Schema extends z.ZodType = z.ZodType> {
  input: Schema
  decide(
    problem: Problem,
    input: z.output<Schema>,
    moment: Moment,
  ): Result<Decision> | Promise<Result<Decision>>
}

/** Ties the input's type to the decision's. */
export const act = <Schema extends z.ZodType>(made: Act<Schema>): Act => made as unknown as Act
