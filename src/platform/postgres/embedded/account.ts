import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { CannotStart } from '../../cannot-start.ts'

/** The operating-system account that PostgreSQL runs as; empty means the one we are. */
export interface Account {
  readonly uid?: number
  readonly gid?: number
}

/**
 * PostgreSQL refuses to run as root, and its initdb refuses an account without a name. So root lends it
 * the account `postgres`, else `nobody`; accounts are never created here.
 */
export function databaseAccount(passwd = readPasswd(), uid = process.getuid?.()): Account {
  if (uid === undefined) throw new CannotStart(`The embedded database needs Linux or macOS. ${REMEDY}`)
  if (uid !== 0) return passwd && !named(passwd, uid) ? nameless(uid) : {}
  const account = entry(passwd, 'postgres') ?? entry(passwd, 'nobody')
  if (!account) throw new CannotStart(`No account "postgres" or "nobody" to run the database as. ${REMEDY}`)
  if (spawnSync('true', { ...account, cwd: '/' }).error) throw new CannotStart(CONFINED)
  return account
}

/** Whether the account can enter a folder: a home closed to others (0700) on the way is enough to stop it. */
export const canEnter = (account: Account, folder: string): boolean =>
  spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/' }).status === 0

const REMEDY = 'Run Sawt as a normal user, or set DATABASE_URL to a PostgreSQL of your own.'

const CONFINED = `Sawt runs as root where root may not become another user (a confined container), and PostgreSQL refuses to run as root. ${REMEDY}`

// macOS keeps its accounts elsewhere; there every account has a name.
const readPasswd = () =>
  process.platform === 'linux' && existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8') : ''

function nameless(uid: number): never {
  throw new CannotStart(
    `PostgreSQL cannot be set up by user ${uid}, who has no name in /etc/passwd. Run Sawt as a named user, or set DATABASE_URL to a PostgreSQL of your own.`,
  )
}

function entry(passwd: string, name: string): Account | undefined {
  const fields = passwd
    .split('\n')
    .map((line) => line.split(':'))
    .find(([who]) => who === name)
  return fields && { uid: Number(fields[2]), gid: Number(fields[3]) }
}

const named = (passwd: string, uid: number) =>
  passwd.split('\n').some((line) => line.split(':')[2] === String(uid))
