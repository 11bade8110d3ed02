import type { Outcome } from '../model/outgoing.ts'

/** Milliseconds: a gateway that has not answered by then is down, and may yet have sent the message. */
export const SILENCE = 15_000

export interface Answer {
  status: number
  /** At most some kilobytes. */
  body: string
  retryAfter?: number
}

/** Asks a gateway; anything but an answer is an outcome already. Follows no redirect: it would carry the secret along. */
export async function ask(url: string, init: RequestInit, silence = SILENCE): Promise<Answer | Outcome> {
  try {
    const answer = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(silence) })
    const body = (await answer.text()).slice(0, 16_384)
    const wait = Number(answer.headers.get('retry-after'))
    return { status: answer.status, body, ...(wait > 0 && { retryAfter: Math.min(wait, 3600) }) }
  } catch (error) {
    return { state: 'later', fault: faultOf(error), down: true }
  }
}

export const isOutcome = (answer: Answer | Outcome): answer is Outcome => 'state' in answer

/**
 * What a status means when nothing says more. 400, 404, 410 and 422 are about this one message; the gateway itself
 * is what 401, 403, 429 and everything from 500 on are about.
 */
export function outcomeOf({ status, retryAfter }: Answer): Outcome {
  const fault = `http ${status}`
  if (status >= 200 && status < 300) return { state: 'sent' }
  if ([400, 404, 410, 422].includes(status)) return { state: 'refused', fault }
  return { state: 'later', fault, down: true, ...(retryAfter && { atLeast: { seconds: retryAfter } }) }
}

function faultOf(error: unknown): string {
  const { name, cause } = error as { name?: string; cause?: { code?: string } }
  if (name === 'TimeoutError') return 'timeout'
  return cause?.code?.toLowerCase() ?? 'unreachable'
}
