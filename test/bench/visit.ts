import { createHash, randomBytes } from 'node:crypto'
import { sql } from '#platform'
import { type Sent, send } from './load.ts'
import type { Sawt } from './sawt.ts'

/** A member of the demonstration's staff, signed in; their requests for pages. */
export async function asStaff({ db }: Pick<Sawt, 'db'>, email: string): Promise<(path: string) => Sent> {
  const token = randomBytes(32).toString('base64url')
  const made = await db.run(sql`
    insert into sessions (token_hash, staff_id, confirmed_at, expires_at)
    select ${createHash('sha256').update(token).digest()}, id, now(), now() + interval '1 hour'
      from staff where email = ${email}`)
  if (made !== 1) throw new Error(`The demonstration has no ${email}`)
  return (path) => ({
    method: 'GET',
    path,
    headers: { cookie: `staff=${token}`, 'accept-encoding': 'identity' },
  })
}

/** A resident who followed their case by number and PIN, as a browser without script does it. */
export async function asResident(
  { port }: Sawt,
  { reference, pin }: { reference: string; pin: string },
): Promise<() => Sent> {
  const page = await send(undefined, port, { method: 'GET', path: '/ar/follow' })
  const [, csrf = ''] = /name="csrf" value="([^"]+)"/.exec(page.text) ?? []
  const visitor = cookies(page.headers['set-cookie'])
  const body = new URLSearchParams({ csrf, reference, pin }).toString()
  const headers = { cookie: visitor, 'content-type': 'application/x-www-form-urlencoded' }
  const followed = await send(undefined, port, { method: 'POST', path: '/ar/follow', headers, body })
  const cookie = [visitor, cookies(followed.headers['set-cookie'])].filter(Boolean).join('; ')
  if (!followed.headers.location) throw new Error(`Following was refused: ${followed.status}`)
  const path = followed.headers.location
  return () => ({ method: 'GET', path, headers: { cookie, 'accept-encoding': 'identity' } })
}

const cookies = (set: string[] = []) => set.map((each) => each.split(';', 1)[0]).join('; ')
