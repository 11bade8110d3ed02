import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from './cannot-start.ts'

/**
 * The service's long-lived secret, made on the first start and kept in the data folder: drafts, forms and
 * links stay valid over restarts. Two processes that start together end up with the same one.
 */
export function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'secret')
  // The database's account passes through this folder to its own; it cannot list or read the rest.
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  const making = `${file}.new-${process.pid}`
  try {
    return checked(readFileSync(file, 'utf8').trim(), file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw unreadable(error, file)
  }
  writeFileSync(making, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flush: true })
  try {
    // Unlike a rename, a link never replaces what another process has put there in the meantime.
    linkSync(making, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(making)
  }
  return checked(readFileSync(file, 'utf8').trim(), file)
}

function checked(secret: string, file: string): string {
  if (secret.length >= 32) return secret
  throw new CannotStart(
    `${file} is damaged. Restore it from a backup: residents' PINs and officers' authenticators depend on it.`,
  )
}

function unreadable(error: unknown, file: string): unknown {
  const denied = (error as NodeJS.ErrnoException).code === 'EACCES'
  return denied
    ? new CannotStart(`${file} belongs to another user. Run Sawt as that user, or set DATA_DIR.`)
    : error
}
