import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openRoom, type Room } from '#integrity'
import type { Clock } from '#kernel'
import { type Config, type Database, keptSecret, type Log } from '#platform'
import { publicKeyIn } from './commands/integrity/files.ts'
import { operatorsTexts, type SealedChoices } from './web/sealed/index.ts'
import { doorElsewhere, doorInside } from './web/sealed/moving/doors.ts'
import { type Mover, mover } from './web/sealed/moving/move.ts'
import { sealedPages } from './web/sealed/pages/index.ts'

/** The sealed room as a process carries it: the room, and how it is shown. */
export interface SealedWing extends SealedChoices {
  room: Room
  /** The room's folder. */
  dir: string
}

export interface Opened {
  config: Config
  log: Log
  /** Real time. */
  clock: Clock
  /** As the room's own role. */
  sealed: Database
}

const ZONES = { bahrain: 'Asia/Bahrain', jordan: 'Asia/Amman' }

/** Opens the room on its own database role and its own folder. @param clock what day it is, as the service sees it */
export function openWing({ config, log, clock: wall, sealed: db }: Opened, clock: Clock = wall): SealedWing {
  const dir = sealedFolder(config)
  const room = openRoom({
    ...{ db, clock, wall, dir, log },
    zone: ZONES[config.country],
    secret: Buffer.from(keptSecret(dir)),
    url: config.sealed.url ?? config.publicUrl,
    demonstration: config.demonstration,
  })
  const texts = operatorsTexts(dir, config.country)
  const pages = sealedPages(room, { dir, texts, home: config.publicUrl, country: config.country })
  return { room, dir, texts, pages, moveKey: config.sealed.key }
}

/** How the ordinary desk hands over what belongs in the room; nothing where it cannot. */
export function moverOf(config: Config, secret: Buffer, wing: SealedWing | undefined): Mover | undefined {
  const { url, key } = config.sealed
  const door = wing ? doorInside(wing.room) : url && key ? doorElsewhere(url, key) : undefined
  const authority = join(sealedFolder(config), 'authority.pub')
  return door && mover(door, secret, () => (existsSync(authority) ? publicKeyIn(authority) : undefined))
}

/** `keys` in it is backed up for at most seven days; the rest like the database. */
export const sealedFolder = ({ dataDir }: Config): string => join(dataDir, 'sealed')
