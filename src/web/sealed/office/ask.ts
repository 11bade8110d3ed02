import { no, type Result, yes } from '#kernel'
import { askRoom, sendRoom } from '../client/room.ts'

const OFFICE = '/sealed/office/api/'

/** What the room answers an officer, whom it knows by their session. */
export const ask = <Answer>(call: string, body?: unknown): Promise<Result<Answer>> =>
  askRoom('same-origin', OFFICE + call, body)

/** The bytes of one sealed chunk, or of an age file. */
export async function askBytes(call: string): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const response = await sendRoom('same-origin', OFFICE + call)
  if (!response) return no('unreachable')
  return response.ok ? yes(new Uint8Array(await response.arrayBuffer())) : no('not-found')
}
