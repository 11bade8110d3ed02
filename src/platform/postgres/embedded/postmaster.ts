import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** What the first lines of `postmaster.pid` say of the server that holds a cluster. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
  readonly socketFolder: string
  readonly ready: boolean
}

/**
 * The live server of a cluster, if any. A file left by a killed server is no server: PostgreSQL itself
 * recovers from that, except when its number now belongs to another process (usual in containers, where
 * numbers start over), so such a file is removed here.
 */
export function findPostmaster(folder: string): Postmaster | undefined {
  const file = join(folder, 'postmaster.pid')
  const lines = read(file).split('\n')
  const pid = Number(lines[0])
  if (!pid || !isAlive(pid)) return undefined
  if (!serves(pid, folder)) {
    rmSync(file, { force: true })
    return undefined
  }
  const [, , , port, socketFolder = '', , , status = ''] = lines
  return { pid, port: Number(port), socketFolder, ready: status.trim() === 'ready' }
}

/** Empty where there is none: a starting server replaces what a killed one left, also between a look and a read. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return !isZombie(pid)
}

/** Dead, but not yet collected by a parent that does not look after its children (a container's first process). */
function isZombie(pid: number): boolean {
  try {
    return / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/\(.*\)/s, ''))
  } catch {
    return false
  }
}

/** A server works inside its cluster's folder, and nobody else does. */
function serves(pid: number, folder: string): boolean {
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === folder
    return execFileSync('ps', ['-o', 'command=', '-p', `${pid}`], { encoding: 'utf8' }).includes(folder)
  } catch {
    // Of another user, so not ours.
    return false
  }
}
