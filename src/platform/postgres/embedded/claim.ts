import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { CannotStart } from '../../cannot-start.ts'

export interface Address {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly database: string
}

/**
 * One Sawt to a data folder: whoever runs on it holds an advisory lock, on a connection that does nothing
 * else. The system closes that connection however its process dies, and PostgreSQL then frees the lock:
 * unlike a file, it cannot be left behind, and there is no moment at which two can have it.
 * Test runs hold it together (`shared`); the last one out ends the server.
 */
export async function claim(address: Address, folder: string, shared: boolean): Promise<pg.Client> {
  const client = new pg.Client({ ...address, database: 'postgres', application_name: `sawt ${process.pid}` })
  await client.connect()
  const patience = Date.now() + 1_500
  while (!(await tryLock(client, shared))) {
    // A Sawt that has just been killed: its connection may take a moment to be noticed.
    if (Date.now() < patience) {
      await pause(50)
      continue
    }
    const holder = await holderOf(client)
    await client.end()
    throw new CannotStart(
      `Another Sawt (process ${holder}) is already running on ${folder}. Stop it first, or give this one a data folder of its own with DATA_DIR.`,
    )
  }
  return client
}

/** Gives the claim up. True when nobody else holds it, so that the server may be ended. */
export async function giveUp(client: pg.Client, shared: boolean): Promise<boolean> {
  if (shared) await client.query(`select pg_advisory_unlock_shared(${KEY})`)
  const last = !shared || (await tryLock(client, false))
  await client.end()
  return last
}

/** Whether a Sawt runs on the server's cluster now. */
export async function isClaimed(address: Address): Promise<boolean> {
  const client = new pg.Client({ ...address, database: 'postgres', application_name: 'sawt command' })
  await client.connect()
  try {
    return (await holderOf(client)) !== '?'
  } finally {
    await client.end()
  }
}

// "Sawt" in ASCII.
const KEY = 0x53617774

async function tryLock(client: pg.Client, shared: boolean): Promise<boolean> {
  const lock = shared ? 'pg_try_advisory_lock_shared' : 'pg_try_advisory_lock'
  const { rows } = await client.query<{ held: boolean }>(`select ${lock}(${KEY}) as held`)
  return rows[0]?.held ?? false
}

async function holderOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(`
    select application_name as name from pg_locks join pg_stat_activity using (pid)
     where locktype = 'advisory' and objid = ${KEY} and granted`)
  return rows[0]?.name.replace('sawt ', '') ?? '?'
}
