import { statfsSync } from 'node:fs'
import type { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { CannotStart } from '../../cannot-start.ts'
import type { Log } from '../../log.ts'
import { databaseAccount } from './account.ts'
import { findBinaries } from './binaries.ts'
import { type Address, claim, giveUp } from './claim.ts'
import { ensureCluster } from './cluster.ts'
import { settle } from './folder.ts'
import type { Postmaster } from './postmaster.ts'
import { isOutdated, lower, raise, type Server } from './server.ts'

export interface EmbeddedPostgres {
  /** How to connect as the owner of everything; the application takes its own role on top. */
  readonly connection: Address
  /** Ends the server (a shared one: only when nobody else uses it). */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** The cluster's folder; made when missing. */
  readonly dataDir: string
  readonly log: Log
  /** False gives up durability for speed: for tests only. */
  readonly durable?: boolean
  /** Several processes may use it together, and none of them watches over it: for tests only. */
  readonly shared?: boolean
  /** Called when the server died and could not be brought back. */
  readonly onLost?: (cause: unknown) => void
}

/**
 * Brings up the PostgreSQL that ships with Sawt, whatever the last run left behind, and brings it back
 * if it dies.
 *
 * @throws CannotStart with the remedy, among others when another Sawt runs on this folder
 */
export async function startPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { dataDir, log, durable = true, shared = false, onLost = () => undefined } = options
  const settled = settle(dataDir, databaseAccount())
  const server = { ...settled, binaries: findBinaries(settled.account), durable, log }
  if (await ensureCluster(server)) log.info({ folder: server.folder }, 'database set up')
  const held = await take(server, shared)
  await ensureDatabase(held.client)
  return shared ? share(held) : guard(server, held, onLost)
}

/** For tests: the claim does not keep a process alive, and the last to let go ends the server. */
function share({ postmaster, address, client }: Held): EmbeddedPostgres {
  socketOf(client).unref()
  const stop = async () => {
    socketOf(client).ref()
    if (await giveUp(client, true)) await lower(postmaster.pid)
  }
  return { connection: address, stop }
}

/** Brings the server back when it dies, which shows in the end of the claim's connection. */
function guard(server: Server, first: Held, onLost: (cause: unknown) => void): EmbeddedPostgres {
  let held = first
  let stopping = false
  let revival = Promise.resolve()
  const watch = () =>
    held.client.once('end', () => {
      if (!stopping) revival = revive().catch(onLost)
    })
  const revive = async () => {
    server.log.error({ pid: held.postmaster.pid }, 'the database died; bringing it back')
    held = await takeAgain(server, () => stopping)
    watch()
    server.log.info({ pid: held.postmaster.pid }, 'the database is back')
  }
  const stop = async () => {
    stopping = true
    await revival
    await giveUp(held.client, false)
    await lower(held.postmaster.pid)
  }
  watch()
  return { connection: first.address, stop }
}

/**
 * A disk that is full or fails is no reason to give up at once: somebody makes room, the storage comes back, and Sawt
 * says meanwhile that it cannot serve. PostgreSQL ends itself when it cannot write its log ahead, and cannot start
 * without.
 */
async function takeAgain(server: Server, stopping: () => boolean): Promise<Held> {
  const patience = performance.now() + MINUTES_TO_COME_BACK * 60_000
  for (;;) {
    try {
      return await take(server, false)
    } catch (err) {
      const full = isFull(server.folder)
      if (stopping() || (!full && performance.now() > patience)) throw err
      server.log.error({ err }, full ? FULL : 'the database does not start; trying again')
      await pause(1_000)
    }
  }
}

const FULL = 'the disk is full: make room, the database comes back by itself'
const MINUTES_TO_COME_BACK = 5

function isFull(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize < ROOM
}

/** Bytes: three files of the log ahead. */
const ROOM = 3 * 16 * 2 ** 20

interface Held {
  readonly postmaster: Postmaster
  readonly address: Address
  readonly client: pg.Client
}

async function take(server: Server, shared: boolean): Promise<Held> {
  const patience = Date.now() + 30_000
  for (;;) {
    const postmaster = await raise(server)
    const address = {
      host: postmaster.socketFolder,
      port: postmaster.port,
      user: 'postgres',
      database: 'sawt',
    }
    try {
      const client = await claim(address, server.folder, shared)
      // The end of the connection is what counts; without a listener the error before it would end the process.
      client.on('error', () => undefined)
      if (shared || !isOutdated(server, postmaster)) return { postmaster, address, client }
      await giveUp(client, shared)
      await lower(postmaster.pid)
    } catch (error) {
      // Found in the moment in which it was going down or coming up.
      if (error instanceof CannotStart || Date.now() > patience) throw error
      await pause(50)
    }
  }
}

async function ensureDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(`select from pg_database where datname = 'sawt'`)
  if (rowCount) return
  await client.query('create database sawt').catch((error: pg.DatabaseError) => {
    // Made by another in the same moment.
    if (!['42P04', '23505'].includes(error.code ?? '')) throw error
  })
}

const socketOf = (client: pg.Client) =>
  (client as unknown as { connection: { stream: Socket } }).connection.stream
