import type { Context } from 'hono'
import type { z } from 'zod'
import { no, type Result, type Yes, yes } from '#kernel'
import { findToken, holdsAny, type Officer } from '#people'
import type { Env } from '../base/env.ts'
import { cleanText } from '../forms/clean-text.ts'
import { type Intent, intentOf } from './intent.ts'
import type { ApiLimits } from './limits.ts'
import type { Operation, Refused } from './operation.ts'
import { problem } from './problem.ts'
import { type Body, readBody } from './read-body.ts'
import { send } from './send.ts'

/** A handler for one operation: reads the request, refuses what cannot be meant, and says what came of it. */
export function serve(operation: Operation, limits: ApiLimits) {
  return async (c: Context<Env>): Promise<Response> => {
    const answer = await answerTo(operation, limits, c)
    if (!answer.ok) return problem(c, answer, answer.extra)
    return send(c, answer.value, operation.status ?? 200)
  }
}

async function answerTo(
  operation: Operation,
  limits: ApiLimits,
  c: Context<Env>,
): Promise<Yes<unknown> | Refused> {
  const { tools } = c.var
  const now = tools.clock.now()
  const caller = await callerOf(c, operation, now)
  if (!caller.ok) return caller
  const officer = caller.value
  const query = queryOf(c, operation.query)
  if (!query.ok) return query
  const body = operation.body ? await readBody(c) : yes<Body>({})
  if (!body.ok) return body
  const intent = intentOf(c, operation.method === 'post' ? body.value : undefined, officer)
  if (!intent.ok) return intent
  return operation.handle({
    c,
    tools,
    limits,
    now,
    officer,
    query: query.value,
    body: body.value,
    id: c.req.param('id') ?? '',
    // Only what is posted can be an intention.
    intent: intent.value as Intent,
  })
}

/** A bad token is refused also where none is needed: its sender believes to be somebody. */
async function callerOf(
  c: Context<Env>,
  { roles }: Operation,
  now: Temporal.Instant,
): Promise<Result<Officer | undefined> | Refused> {
  const header = c.req.header('authorization')
  if (header === undefined) return roles ? no('token-needed') : yes(undefined)
  const token = /^Bearer +(\S{1,200})$/i.exec(header)?.[1]
  const officer = token && (await findToken(c.var.tools.db, token, now))
  if (!officer) return no('token-not-good')
  return roles && !holdsAny(officer, roles) ? no('not-your-role') : yes(officer)
}

function queryOf(c: Context, schema: z.ZodObject | undefined): Result<Record<string, unknown>> {
  const given = c.req.query()
  const errors: Record<string, string> = Object.create(null)
  for (const [name, value] of Object.entries(given)) {
    const text = cleanText(value)
    if (!text.ok) errors[name] = text.reason
    else if (!schema || !Object.hasOwn(schema.shape, name)) errors[name] = 'unknown-field'
    else if (value === '') delete given[name]
  }
  const read = schema?.safeParse(given)
  for (const { path, message } of read?.error?.issues ?? []) errors[path.join('.')] ??= message
  if (Object.keys(errors).length > 0) return no('invalid', errors)
  return yes(read?.data ?? {})
}
