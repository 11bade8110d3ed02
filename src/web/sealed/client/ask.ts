import { no, type Result, yes } from '#kernel'
import { findWork } from '#sealing'
import { askRoom, sendRoom } from './room.ts'

const API = '/sealed/api/'

/** What the room answers a reporter, whom it never knows. */
export const ask = <Answer>(call: string, body?: unknown): Promise<Result<Answer>> =>
  askRoom('omit', API + call, body)

/** Hands over one sealed chunk. Tried three times: a long upload must not fail for one lost packet. */
export async function putChunk(ticket: string, file: string, index: number, chunk: Uint8Array<ArrayBuffer>) {
  for (let attempt = 1; ; attempt++) {
    const response = await sendRoom('omit', `${API}uploads/${ticket}/${file}/${index}`, 'PUT', chunk)
    if (response?.ok) return yes(null)
    if (attempt === 3 || (response && response.status < 500)) return no(response ? 'other' : 'unreachable')
    await new Promise((resume) => setTimeout(resume, 500 * attempt))
  }
}

/** A challenge of the server with its answer: what takes the place of an address that would be counted. */
export async function answerChallenge(onProgress?: (done: number) => void) {
  const asked = await ask<{ challenge: string; bits: number }>('challenge', {})
  if (!asked.ok) return asked
  return yes({ challenge: asked.value.challenge, counter: await findWork(asked.value, onProgress) })
}
