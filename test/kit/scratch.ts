import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { isAlive, openLog, readConfig, visitDatabase } from '#platform'

/**
 * A folder for as long as this process lives, which stands in its name. The database's own account can enter it, so
 * that also root's cluster lies inside and goes with it.
 */
export function scratchFolder(purpose: string): string {
  const folder = mkdtempSync(join(tmpdir(), `sawt-${purpose}-${process.pid}-`))
  chmodSync(folder, 0o711)
  return folder
}

/** Removes it with its cluster, also where that had to go elsewhere and left a link. */
export function removeScratch(folder: string): void {
  const cluster = linkIn(join(folder, 'postgres'))
  for (const each of [cluster && resolve(folder, cluster), folder])
    if (each) rmSync(each, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
}

/**
 * Removes what runs that were killed left behind, a cluster of a million cases among it, and ends the server that
 * outlived them. What a living process made stays, and so does what a Sawt still works on.
 */
export async function sweepAbandoned(home = tmpdir()): Promise<void> {
  for (const name of readdirSync(home)) {
    const maker = Number(/^sawt-[a-z]+-(\d+)-\w{6}$/.exec(name)?.[1])
    if (maker && !isAlive(maker)) await sweep(join(home, name)).catch(() => undefined)
  }
}

async function sweep(folder: string): Promise<void> {
  // The fault of the full disk has its data one folder further down.
  const places = [folder, join(folder, 'data')]
  for (const place of places.filter(isServed)) await endServer(place)
  if (places.some(isServed)) return
  // A disk that was made to be filled.
  if (existsSync(folder) && statSync(folder).dev !== statSync(join(folder, '..')).dev)
    spawnSync('umount', ['-l', folder])
  removeScratch(folder)
}

/** A visit that nobody else shares ends the server with itself. */
async function endServer(dataDir: string): Promise<void> {
  const visit = await visitDatabase(readConfig({ DATA_DIR: dataDir }), openLog('silent'))
  await visit.stop()
}

function isServed(folder: string): boolean {
  const pid = postmasterOf(folder)
  return pid !== undefined && isAlive(pid)
}

/** The number of the server that holds a folder's cluster, or held it last. */
export function postmasterOf(folder: string): number | undefined {
  try {
    return Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return undefined
  }
}

function linkIn(path: string): string | undefined {
  try {
    return readlinkSync(path)
  } catch {
    return undefined
  }
}
