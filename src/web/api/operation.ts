import type { Context } from 'hono'
import type { z } from 'zod'
import type { No, Yes } from '#kernel'
import type { Officer, StaffRole } from '#people'
import type { AppTools } from '../../tools.ts'
import type { Env } from '../base/env.ts'
import type { Intent } from './intent.ts'
import type { ApiLimits } from './limits.ts'
import type { Extra } from './problem.ts'
import type { Body } from './read-body.ts'

/** A request, read: who asks, and what for. */
export interface Call<Query = unknown, Who = Officer | undefined> {
  c: Context<Env>
  tools: AppTools
  limits: ApiLimits
  now: Temporal.Instant
  officer: Who
  query: Query
  /** `{}` for a request that carries none. */
  body: Body
  /** The case named in the address, as it was written. */
  id: string
  intent: Intent
}

/** A refusal, with what its answer says besides. */
export type Refused = No & { extra?: Extra }

/** One address of the API: what is said about it, and what it does. */
export interface Operation<Query extends z.ZodObject = z.ZodObject, Answer extends z.ZodType = z.ZodType> {
  method: 'get' | 'post'
  /** Below /api/v1, with `{id}` for a case. */
  path: string
  name: string
  summary: string
  description?: string
  /** Roles whose tokens may call it. Without: anybody, also without a token. */
  roles?: readonly StaffRole[]
  /** Answers only whoever asks with a reason to count: then 429 is possible. */
  limited?: boolean
  query?: Query
  /** What a body may hold, for readers; the room that does the work checks it. */
  body?: z.ZodType
  status?: 200 | 201
  answer: Answer
  /** Statuses it may refuse with, beside those that follow from its kind. */
  refuses?: readonly number[]
  handle(call: Call<z.output<Query>>): Promise<Yes<z.input<Answer>> | Refused>
}

/** For anybody. A token, where one is given, must be good. */
export const openTo = <Query extends z.ZodObject, Answer extends z.ZodType>(
  operation: Operation<Query, Answer>,
): Operation => operation as unknown as Operation

/** For tokens of some roles: there is an officer. */
export const staffOnly = <Query extends z.ZodObject, Answer extends z.ZodType>(
  operation: Omit<Operation<Query, Answer>, 'handle' | 'roles'> & {
    roles: readonly StaffRole[]
    handle(call: Call<z.output<Query>, Officer>): Promise<Yes<z.input<Answer>> | Refused>
  },
): Operation => operation as unknown as Operation

/** Roles that work on cases. An administrator and an analyst read no case. */
export const ON_CASES = [
  'agent',
  'reviewer',
  'releaser',
  'liaison',
  'handler',
  'head',
  'minister',
  'operator',
] as const satisfies StaffRole[]
