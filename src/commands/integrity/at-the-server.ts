import type { Hono } from 'hono'
import type { Room } from '#integrity'
import type { Say } from '../command.ts'
import { refused } from './say.ts'

/** What the commands at the server work with. */
export interface AtServer extends Say {
  room: Room
  /** The room's folder. */
  dir: string
  /** Bodies that one may report about: the service's entities. */
  bodies(): Promise<{ id: string; name: { ar: string; en: string } }[]>
  /** The static pages as browsers get them. */
  pages?: Hono | undefined
}

/** What browsers get, file by file with its SHA-256: to be published elsewhere and compared. */
export async function showManifest({ pages, print, ...at }: AtServer): Promise<number> {
  const answered = await pages?.request('/sealed/manifest.json')
  if (!answered?.ok) return refused({ print, ...at }, 'The pages of the sealed room are not built here.')
  print(JSON.stringify(await answered.json(), null, 2))
  return 0
}
