import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { after, type TestContext, test } from 'node:test'
import { removeScratch, scratchFolder } from '../kit/scratch.ts'

const SAWT = join(import.meta.dirname, '../kit/bare-sawt.ts')

/** One folder for all tests here: every start but the first finds what the one before left behind. */
const folder = scratchFolder('life')
after(() => {
  const pid = postmasterOf()
  if (pid) process.kill(pid, 'SIGQUIT')
  removeScratch(folder)
})

interface Sawt {
  readonly child: ChildProcess
  readonly address: string
  said(): string
}

/** Starts Sawt in a process of its own and waits until it is ready or has ended. */
async function start(
  t: TestContext,
  environment: Record<string, string> = {},
  words: string[] = [],
): Promise<Sawt> {
  const child = spawn(process.execPath, ['--no-warnings', SAWT, ...words], {
    env: { PATH: process.env.PATH, DATA_DIR: folder, PORT: '0', HOST: '127.0.0.1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  t.after(() => child.kill('SIGKILL'))
  let said = ''
  const ready = Promise.withResolvers<void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text) => {
      said += text
      if (/Prepared/.test(said)) ready.resolve()
    })
  }
  await Promise.race([ready.promise, once(child, 'close')])
  return { child, address: said.match(/http:\/\/127[.\d:]+/)?.[0] ?? '', said: () => said }
}

/** The number of visits so far, this one included. */
const visit = async ({ address }: Sawt, path = '/') => Number(await (await fetch(address + path)).text())

function postmasterOf(where = folder): number | undefined {
  try {
    return Number(readFileSync(join(where, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return undefined
  }
}

async function ended({ child }: Sawt, signal?: NodeJS.Signals): Promise<number | null> {
  if (signal) child.kill(signal)
  if (child.exitCode === null && child.signalCode === null) await once(child, 'close')
  return child.exitCode
}

test('Sawt starts, is told to stop, and starts again with all it had', async (t) => {
  const first = await start(t, {}, ['--country', 'jordan'])
  assert.match(first.said(), /Sawt is ready:\nhttp:\/\/127\.0\.0\.1:\d+\nPrepared for jordan\./)
  const visits = await visit(first)
  assert.equal(await ended(first, 'SIGTERM'), 0)
  assert.equal(postmasterOf(), undefined, 'the database has ended too')
  const second = await start(t)
  assert.equal(await visit(second), visits + 1)
  assert.equal(await ended(second, 'SIGINT'), 0)
})

test('a request at hand is answered before Sawt stops', async (t) => {
  const sawt = await start(t)
  const answer = visit(sawt, '/slow')
  await new Promise((done) => setTimeout(done, 200))
  const code = ended(sawt, 'SIGTERM')
  assert.ok((await answer) > 0)
  assert.equal(await code, 0)
  assert.match(sawt.said(), /work put down/)
})

test('Sawt killed outright: the next start has every acknowledged visit', async (t) => {
  const first = await start(t)
  const visits = await visit(first)
  await ended(first, 'SIGKILL')
  const second = await start(t)
  assert.equal(await visit(second), visits + 1)
  await ended(second, 'SIGTERM')
})

test('Sawt and its database killed outright: the next start has every acknowledged visit', async (t) => {
  const first = await start(t)
  const visits = await visit(first)
  process.kill(postmasterOf() ?? 0, 'SIGKILL')
  await ended(first, 'SIGKILL')
  const second = await start(t)
  assert.equal(await visit(second), visits + 1)
  await ended(second, 'SIGTERM')
})

test('a second start on one data folder says so and leaves the first alone', async (t) => {
  const first = await start(t)
  const second = await start(t)
  assert.equal(await ended(second), 1)
  assert.match(second.said(), new RegExp(`Another Sawt \\(process ${first.child.pid}\\) is already running`))
  assert.doesNotMatch(second.said(), /\n\s+at /, 'no stack for what somebody can mend')
  assert.ok((await visit(first)) > 0)
  await ended(first, 'SIGTERM')
})

test('a port that is taken ends the start with a way out, and the database with it', async (t) => {
  const other = createServer().listen(0, '127.0.0.1')
  t.after(() => other.close())
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const sawt = await start(t, { PORT: `${port}` })
  assert.equal(await ended(sawt), 1)
  assert.match(sawt.said(), new RegExp(`Port ${port} is in use by another program`))
  assert.equal(postmasterOf(), undefined)
})

test('an unreachable DATABASE_URL and an unknown word are answered with the remedy', async (t) => {
  const lost = await start(t, { DATABASE_URL: 'postgres://127.0.0.1:1/sawt' })
  assert.equal(await ended(lost), 1)
  assert.match(lost.said(), /database of DATABASE_URL does not answer: .*ECONNREFUSED/)
  const unknown = await start(t, {}, ['evrything'])
  assert.equal(await ended(unknown), 2)
  assert.match(unknown.said(), /^There is no evrything to start. There are: all, web, worker\./)
})

test('Sawt ends when the program that started it is killed', async () => {
  const starter = `
    const child = require('node:child_process').spawn(process.execPath, ['--no-warnings', ${JSON.stringify(SAWT)}],
      { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    child.on('exit', (code) => process.exit(code))`
  const child = spawn(process.execPath, ['-e', starter], {
    env: { PATH: process.env.PATH, DATA_DIR: folder, PORT: '0', HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (text) => {
    said += text
    if (/Prepared/.test(said)) child.kill('SIGKILL')
  })
  // Sawt writes to the same pipe, which closes with the last of them.
  await once(child.stdout, 'close')
  assert.match(said, /has stopped/)
  assert.equal(postmasterOf(), undefined)
})
