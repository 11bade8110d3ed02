import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readlinkSync, realpathSync, statSync, symlinkSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { CannotStart } from '../../cannot-start.ts'
import { type Account, canEnter } from './account.ts'
import { SHARED_HOME } from './binaries.ts'

export interface Settled {
  /** The cluster's real path. */
  readonly folder: string
  readonly account: Account
}

/**
 * Where the cluster really lies and who serves it. When root's choice lies behind a folder that the
 * database's account cannot enter, the cluster goes to /var/lib/sawt and a link stays behind, so that the
 * data folder still leads to it, also after the checkout has been moved.
 */
export function settle(wanted: string, account: Account): Settled {
  const parent = dirname(resolve(wanted))
  mkdirSync(parent, { recursive: true })
  const link = linkIn(wanted)
  const folder = link ? resolve(parent, link) : join(realpathSync(parent), basename(wanted))
  if (existsSync(folder)) return { folder, account: ownerOf(folder, account) }
  if (link || canEnter(account, parent)) return { folder, account }
  return { folder: moveOut(wanted), account }
}

function linkIn(path: string): string | undefined {
  try {
    return readlinkSync(path)
  } catch {
    return undefined
  }
}

/** A cluster is served by its owner: it may have been made before by a person, and now be started by root. */
function ownerOf(folder: string, account: Account): Account {
  const { uid, gid } = statSync(folder)
  if (account.uid === undefined) return uid === process.getuid?.() ? {} : notOurs(folder, uid)
  const owner = uid === 0 ? account : { uid, gid }
  // Restored from a backup by root, most likely.
  if (uid === 0) spawnSync('chown', ['-R', `${owner.uid}:${owner.gid}`, folder])
  if (!canEnter(owner, folder)) outOfReach(folder)
  return owner
}

function notOurs(folder: string, uid: number): never {
  throw new CannotStart(
    `The database in ${folder} belongs to another user (${uid}). Run Sawt as that user, or set DATA_DIR to another place.`,
  )
}

function outOfReach(folder: string): never {
  throw new CannotStart(
    `The database in ${folder} lies behind a folder that its own account cannot enter. Open the folders above it (chmod o+x), or set DATA_DIR to another place.`,
  )
}

function moveOut(wanted: string): string {
  const folder = join(SHARED_HOME, resolve(wanted).slice(1).replaceAll('/', '-'))
  mkdirSync(SHARED_HOME, { recursive: true, mode: 0o755 })
  // The umask may have closed it.
  chmodSync(SHARED_HOME, 0o755)
  symlinkSync(folder, wanted)
  return folder
}
