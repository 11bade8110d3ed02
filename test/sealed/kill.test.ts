import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { listReports, openReport, openRoom, readChunk, tidyRoom } from '#integrity'
import { stoppedClock } from '#kernel'
import { openLog, sql } from '#platform'
import { officerById } from '../../src/integrity/store/officers.ts'
import { aReporter, upload } from '../kit/sealed-reporter.ts'
import { aRoom, type SealedRoom } from '../kit/sealed-room.ts'

const ROOT = join(import.meta.dirname, '../..')
const TIMES = 3
const AT_ONCE = 6

test('killed in the middle of reports and uploads the room has each whole or not at all, and every one it acknowledged', async (t) => {
  const room = await aRoom(t)
  const dataDir = mkdtempSync(join(tmpdir(), 'sawt-kill-'))
  t.after(() => rmSync(dataDir, { recursive: true, force: true }))
  const acknowledged: string[] = []
  const sent: string[] = []
  for (let time = 0; time < TIMES; time++) {
    const process = await aSealedProcess(t, room, dataDir)
    const away = {
      ...room,
      app: { request: (path: string, init?: RequestInit) => fetch(process.address + path, init) },
    }
    const reporters = Array.from({ length: AT_ONCE }, () =>
      reportWithFile(away as unknown as SealedRoom, sent, acknowledged),
    )
    // The moment falls elsewhere each time: while the first is written, after one was acknowledged, after three.
    const so = { sent: sent.length, acknowledged: acknowledged.length }
    const inTheMiddle = () =>
      time === 0 ? sent.length > so.sent : acknowledged.length >= so.acknowledged + 2 * time - 1
    while (!inTheMiddle()) await new Promise((done) => setTimeout(done, 1))
    await process.kill()
    await Promise.all(reporters)
  }
  assert.ok(acknowledged.length >= 4)

  const dir = join(dataDir, 'sealed')
  const clock = stoppedClock('2030-01-01T00:00:00Z')
  const after = openRoom({
    ...{
      db: room.sealed,
      clock,
      dir,
      zone: 'Asia/Bahrain',
      log: openLog('silent'),
      secret: Buffer.alloc(32),
    },
    ...{ url: 'http://localhost', demonstration: false },
  })
  const officer = await officerById(room.sealed, room.people.noor.id)
  assert.ok(officer)
  const kept = (await listReports(after, officer, false)).map(({ id }) => id)
  assert.deepEqual(
    acknowledged.filter((id) => !kept.includes(id)),
    [],
    'acknowledged and lost',
  )
  assert.deepEqual(
    kept.filter((id) => !sent.includes(id)),
    [],
  )
  await tidyRoom(after)
  for (const id of kept) {
    const opened = await openReport(after, officer, id)
    assert.ok(opened.ok, 'its text opens')
    const [file] = opened.value.files
    assert.ok(file && (await readChunk(after, officer, id, file.id, 0)).ok, 'its file opens')
  }
  assert.deepEqual(readdirSync(join(dir, 'keys')).length, kept.length, 'no key is left without its report')
  assert.deepEqual(readdirSync(join(dir, 'files')).length, kept.length, 'no file is left without its report')
  const items = await room.sealed.row<{ items: number }>(sql`select count(*)::int as items from sealed.items`)
  assert.equal(items?.items, kept.length)
  t.diagnostic(
    `killed ${TIMES} times under ${sent.length} reports: ${acknowledged.length} acknowledged, lost 0, half 0`,
  )
})

async function reportWithFile(room: SealedRoom, sent: string[], acknowledged: string[]) {
  try {
    const reporter = await aReporter(room)
    const { ticket, files } = await upload(room, reporter.id, [100])
    sent.push(reporter.id)
    const answer = await reporter.submit({ ticket, files: files.map(({ id, chunks }) => ({ id, chunks })) })
    if (answer.status === 201) acknowledged.push(reporter.id)
  } catch {
    // The room went away under them; they will try again.
  }
}

/** The sealed room as `sawt sealed` runs it. */
async function aSealedProcess(t: TestContext, { connection }: SealedRoom, dataDir: string) {
  const { host, port, user, database } = connection
  const options = [
    '--no-warnings',
    '--import',
    join(ROOT, 'src/tsx-loader.ts'),
    join(ROOT, 'src/sawt.ts'),
    'sealed',
  ]
  const url = `postgres://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`
  const env = {
    ...{ PATH: process.env.PATH, DATA_DIR: dataDir, HOST: '127.0.0.1', SEALED_PORT: '0', LOG_LEVEL: 'fatal' },
    SEALED_DATABASE_URL: url,
  }
  const child: ChildProcess = spawn(process.execPath, options, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  t.after(() => child.kill('SIGKILL'))
  let said = ''
  for await (const text of child.stdout ?? []) {
    said += text
    if (/port \d+/.test(said)) break
  }
  return {
    address: `http://127.0.0.1:${/port (\d+)/.exec(said)?.[1]}`,
    kill: async () => {
      child.kill('SIGKILL')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    },
  }
}
