import { openMovedUpload, putChunk, type Room, receiveMoved, rosters } from '#integrity'
import { no, type Result, yes } from '#kernel'
import type { SignedRoster } from '#sealing'
import type { RoomDoor } from './move.ts'

/** As many as a case can have, and the originals of its images. */
const MOST_FILES = 60

/** The room of this process. */
export const doorInside = (room: Room): RoomDoor => ({
  rosters: () => rosters(room),
  ticket: async () => yes((await openMovedUpload(room)).ticket),
  put: (ticket, file, index, chunk) => putChunk(room, ticket, file, index, chunk, MOST_FILES),
  receive: (body) => receiveMoved(room, body),
})

/** The room on another machine, which knows this service by a key that both were given. */
export function doorElsewhere(url: string, key: string): RoomDoor {
  const send = async (
    method: string,
    path: string,
    body?: string | Uint8Array<ArrayBuffer>,
  ): Promise<Result<Response>> => {
    try {
      const response = await fetch(`${url}/sealed/api/${path}`, {
        method,
        redirect: 'error',
        headers: {
          authorization: `Bearer ${key}`,
          ...(typeof body === 'string' && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body }),
        signal: AbortSignal.timeout(30_000),
      })
      return response.ok ? yes(response) : no('no-sealed-room')
    } catch {
      return no('no-sealed-room')
    }
  }
  return {
    rosters: async () => {
      const answered = await send('GET', 'rosters')
      return answered.ok ? ((await answered.value.json()) as { rosters: SignedRoster[] }).rosters : []
    },
    ticket: async () => {
      const answered = await send('POST', 'moved/uploads', '{}')
      return answered.ok ? yes(((await answered.value.json()) as { ticket: string }).ticket) : answered
    },
    put: (ticket, file, index, chunk) =>
      send('PUT', `moved/uploads/${ticket}/${file}/${index}`, new Uint8Array(chunk)),
    receive: (body) => send('POST', 'moved/reports', JSON.stringify(body)),
  }
}
