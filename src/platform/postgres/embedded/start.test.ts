import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, before, type TestContext, test } from 'node:test'
import pg from 'pg'
import { openLog } from '../../log.ts'
import { findPostmaster, isAlive } from './postmaster.ts'
import { startPostgres } from './start.ts'

const log = openLog('silent')
const HOLDER = join(import.meta.dirname, '../../../../test/kit/hold-postgres.ts')

/** A place for a cluster; whatever a test leaves running in it is ended with the test. */
function place(t: TestContext, { name = 'postgres', made = false } = {}): string {
  const home = mkdtempSync(join(tmpdir(), 'sawt-pg-'))
  chmodSync(home, 0o755)
  const folder = join(home, name)
  if (made) spawnSync('cp', ['-a', template, folder])
  t.after(async () => {
    const left = findPostmaster(folder)
    if (left) process.kill(left.pid, 'SIGQUIT')
    while (left && isAlive(left.pid)) await new Promise((done) => setTimeout(done, 10))
    rmSync(home, { recursive: true, force: true })
  })
  return folder
}

// Making a cluster takes longer than anything else here; most tests are about what comes after.
const workshop = mkdtempSync(join(tmpdir(), 'sawt-pg-'))
const template = join(workshop, 'postgres')
before(async () => {
  chmodSync(workshop, 0o755)
  const postgres = await startPostgres({ dataDir: template, log })
  await postgres.stop()
})
after(() => rmSync(workshop, { recursive: true }))

async function ask(connection: pg.ClientConfig, question: string): Promise<unknown> {
  const client = new pg.Client(connection)
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query({ text: question, rowMode: 'array' })).rows[0]?.[0]
  } finally {
    await client.end()
  }
}

async function inAnotherProcess(
  t: TestContext,
  folder: string,
): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, [HOLDER, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  t.after(() => child.kill('SIGKILL'))
  const [said] = (await once(createInterface(child.stdout), 'line')) as [string]
  return { child, said }
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

test('an empty folder becomes a durable database that knows Arabic and listens to nobody outside', async (t) => {
  const postgres = await startPostgres({ dataDir: place(t), log })
  const show = (setting: string) => ask(postgres.connection, `show ${setting}`)
  for (const setting of ['fsync', 'full_page_writes', 'synchronous_commit']) {
    assert.equal(await show(setting), 'on', setting)
  }
  assert.equal(await show('listen_addresses'), '')
  assert.equal(await show('server_encoding'), 'UTF8')
  await ask(postgres.connection, 'create extension pg_trgm')
  const alike = await ask(postgres.connection, `select similarity('كهرباء', 'كهربا') > 0.4`)
  assert.equal(alike, true)
  await postgres.stop()
})

test('what was written is there after a stop and a start', async (t) => {
  const dataDir = place(t, { made: true })
  const first = await startPostgres({ dataDir, log })
  await ask(first.connection, 'create table kept as select 42 as answer')
  await first.stop()
  assert.equal(findPostmaster(dataDir), undefined)
  const second = await startPostgres({ dataDir, log })
  assert.equal(await ask(second.connection, 'select answer from kept'), 42)
  await second.stop()
})

test('a database killed under a running Sawt comes back by itself, with everything acknowledged', async (t) => {
  const dataDir = place(t, { made: true })
  const postgres = await startPostgres({ dataDir, log })
  await ask(postgres.connection, 'create table kept as select 42 as answer')
  const killed = findPostmaster(dataDir)
  process.kill(killed?.pid ?? 0, 'SIGKILL')
  const answer = await eventually(() => ask(postgres.connection, 'select answer from kept'))
  assert.equal(answer, 42)
  assert.notEqual(findPostmaster(dataDir)?.pid, killed?.pid)
  await postgres.stop()
})

test('a database killed together with its Sawt starts again', async (t) => {
  const dataDir = place(t, { made: true })
  const { child } = await inAnotherProcess(t, dataDir)
  const left = findPostmaster(dataDir)
  await kill(child)
  process.kill(left?.pid ?? 0, 'SIGKILL')
  const postgres = await startPostgres({ dataDir, log })
  assert.equal(await ask(postgres.connection, 'select 1'), 1)
  await postgres.stop()
})

test('the database that a killed Sawt left running is taken over', async (t) => {
  const dataDir = place(t, { made: true })
  const { child } = await inAnotherProcess(t, dataDir)
  const left = findPostmaster(dataDir)
  await kill(child)
  const postgres = await startPostgres({ dataDir, log })
  assert.equal(findPostmaster(dataDir)?.pid, left?.pid)
  await postgres.stop()
  assert.equal(isAlive(left?.pid ?? 0), false)
})

test('a second Sawt on the same data folder is refused, and the first goes on', async (t) => {
  const dataDir = place(t, { made: true })
  const first = await inAnotherProcess(t, dataDir)
  assert.equal(first.said, 'started')
  await assert.rejects(startPostgres({ dataDir, log }), (refusal: Error) => {
    assert.equal(refusal.name, 'CannotStart')
    assert.match(
      refusal.message,
      new RegExp(`process ${first.child.pid}\\) is already running on .*DATA_DIR`),
    )
    return true
  })
  assert.ok(findPostmaster(dataDir)?.ready)
})

test('two that start at the same moment on an empty folder: one gets it, the other is told', async (t) => {
  const dataDir = place(t)
  const both = await Promise.all([inAnotherProcess(t, dataDir), inAnotherProcess(t, dataDir)])
  const said = both.map((one) => one.said).sort()
  assert.match(said[0] ?? '', /^Another Sawt/)
  assert.equal(said[1], 'started')
  assert.deepEqual(readdirSync(dirname(dataDir)), ['postgres'])
})

test('a set-up that was interrupted leaves nothing behind', async (t) => {
  const dataDir = place(t)
  const halfMade = `${dataDir}.new-${deadProcess()}`
  mkdirSync(halfMade)
  writeFileSync(join(halfMade, 'PG_VERSION'), '18\n')
  const postgres = await startPostgres({ dataDir, log })
  assert.equal(existsSync(halfMade), false)
  await postgres.stop()
})

test('a process number that has passed to somebody else does not keep the database from starting', async (t) => {
  const dataDir = place(t, { made: true })
  const first = await startPostgres({ dataDir, log })
  const file = readFileSync(join(dataDir, 'postmaster.pid'), 'utf8')
  await first.stop()
  writeFileSync(join(dataDir, 'postmaster.pid'), file.replace(/^\d+/, `${process.pid}`))
  const second = await startPostgres({ dataDir, log })
  assert.equal(await ask(second.connection, 'select 1'), 1)
  await second.stop()
})

test('a path too long for a socket is no hindrance', async (t) => {
  const dataDir = place(t, { name: 'a-very-long-name-'.repeat(6), made: true })
  const postgres = await startPostgres({ dataDir, log })
  assert.ok(postgres.connection.host.startsWith('/tmp/sawt-'))
  assert.equal(await ask(postgres.connection, 'select 1'), 1)
  await postgres.stop()
  rmSync(postgres.connection.host, { recursive: true })
})

test('data of another PostgreSQL is named and left alone', async (t) => {
  const dataDir = place(t)
  mkdirSync(dataDir)
  writeFileSync(join(dataDir, 'PG_VERSION'), '15\n')
  await assert.rejects(startPostgres({ dataDir, log }), /written by PostgreSQL 15, and this Sawt brings 18/)
})

test('what belongs to several test runs is ended by the last of them', async (t) => {
  const dataDir = place(t)
  const first = await startPostgres({ dataDir, log, durable: false, shared: true })
  const second = await startPostgres({ dataDir, log, durable: false, shared: true })
  await first.stop()
  assert.equal(await ask(second.connection, 'select 1'), 1)
  await second.stop()
  assert.equal(findPostmaster(dataDir), undefined)
})

const asRoot = process.getuid?.() === 0

test('root behind a closed door: the data goes where its account can reach it, and a link leads there', {
  skip: !asRoot && 'only root lends the database another account',
}, async (t) => {
  const dataDir = place(t)
  chmodSync(dirname(dataDir), 0o700)
  const postgres = await startPostgres({ dataDir, log })
  t.after(() => rmSync(postgres.connection.host, { recursive: true, force: true }))
  assert.ok(lstatSync(dataDir).isSymbolicLink())
  assert.match(postgres.connection.host, /^\/var\/lib\/sawt\//)
  await ask(postgres.connection, 'create table kept as select 42 as answer')
  await postgres.stop()
  // The checkout is moved: its data folder still leads to the data.
  const moved = `${dirname(dataDir)}/moved`
  renameSync(dataDir, moved)
  const again = await startPostgres({ dataDir: moved, log })
  assert.equal(await ask(again.connection, 'select answer from kept'), 42)
  await again.stop()
})

function deadProcess(): number {
  let pid = 4_000_000
  while (isAlive(pid)) pid -= 1
  return pid
}

/** Tries for ten seconds: the database needs a moment to come back. */
async function eventually(attempt: () => Promise<unknown>): Promise<unknown> {
  for (let tries = 0; tries < 200; tries++) {
    try {
      return await attempt()
    } catch {
      await new Promise((done) => setTimeout(done, 50))
    }
  }
  return attempt()
}
