import type { Context } from 'hono'
import type { Room } from '#integrity'
import type { Result } from '#kernel'

/** What the room's routes know of a request: the room, and who is signed in. */
export type SealedEnv = { Variables: { room: Room } }

const STATUS: Record<string, number> = {
  'not-found': 404,
  'invite-unknown': 404,
  'signed-out': 401,
  'sign-in-failed': 401,
  'proof-failed': 403,
  foreign: 403,
  'work-unknown': 403,
  'work-used': 409,
  'ticket-unknown': 409,
  'roster-old': 409,
  'id-taken': 409,
  'out-of-order': 409,
  'needs-another-officer': 409,
  'nobody-left': 409,
  'no-reporter': 409,
  'not-rostered': 409,
  'last-passkey': 409,
  'not-json': 415,
  'too-large': 413,
  busy: 429,
}

/** The answer to a call: its value as JSON, or why not. A refusal without a status of its own is 422. */
export function answer<Value>(
  c: Context,
  result: Result<Value>,
  say: (value: Value) => unknown,
  status: 200 | 201 = 200,
): Response {
  return result.ok ? c.json(say(result.value) as object, status) : refuse(c, result.reason)
}

export const refuse = (c: Context, reason: string): Response =>
  c.json({ refused: reason }, (STATUS[reason] ?? 422) as 422)
