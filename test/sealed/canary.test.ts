import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import {
  base64url,
  findWork,
  holdersOf,
  keysFromReceipt,
  newReceipt,
  newSealedFile,
  newSealedId,
  readRoster,
  receiptGroups,
  recipientsOf,
  rosterHash,
  sealFile,
  sealIdentity,
  sealItem,
} from '#sealing'
import { listeningProxy } from '../kit/listening-proxy.ts'
import { aDataFolder } from '../kit/real-sawt.ts'
import { foundBelow, foundIn, foundInMemory, needles } from '../kit/scan.ts'
import { postmasterOf } from '../kit/scratch.ts'

const ROOT = join(import.meta.dirname, '../..')
const CANARY = 'عصفور-الكناري-Kx93qLm2'
const NAME = 'شاهدة-لا-تُنسى-Zp71wRt8'
const FILE = 'ledger-Qv55hYn4-القيود'
const AGENT = 'CanaryBrowser/Jd20sXc6'
const FORWARDED = '203.0.113.177'
const FROM = '127.0.0.77'

test('after a real report with three files nothing of it stands anywhere: not on disk, in memory, or on the wire', async (t) => {
  const folder = aDataFolder(t)
  const sawt = await startTalkative(t, folder)
  const proxy = await listeningProxy(t, sawt.address, FROM)
  const receipt = newReceipt()
  const done = await report(proxy.address, receipt)
  const secret = needles({
    ...{ canary: CANARY, name: NAME, file: FILE, receipt, grouped: receiptGroups(receipt).join(' ') },
    replyKey: done.replyPrivate,
  })

  assert.deepEqual(foundIn(proxy.heard(), secret), [], 'on the wire')
  assert.ok(proxy.heard().length > 1_700_000, 'the report and its files crossed it')
  const remembered = foundInMemory(sawt.child.pid ?? 0, secret)
  if (remembered === undefined) t.diagnostic('this machine does not let one read the memory of a process')
  assert.deepEqual(remembered ?? [], [], 'in the memory of the server')
  for (const [at, pid] of backends(folder).entries())
    assert.deepEqual(foundInMemory(pid, secret, { shared: at === 0 }) ?? [], [], 'in the database’s memory')
  assert.deepEqual(foundIn(readFileSync(`/proc/${sawt.child.pid}/environ`), secret), [])

  // Ending well, the database writes everything down: tables, indexes, and the log of what it wrote.
  sawt.child.kill('SIGTERM')
  await once(sawt.child, 'exit')
  const whoever = needles({ agent: AGENT, forwarded: FORWARDED, from: FROM })
  assert.deepEqual(foundBelow(folder, new Map([...secret, ...whoever])), [], 'on the disk')
  assert.deepEqual(foundIn(Buffer.from(sawt.said()), new Map([...secret, ...whoever])), [], 'in the log')
  assert.ok(!sawt.said().includes('/sealed/'), 'no request to the room is logged')
  onlyDays(join(folder, 'sealed/keys'))
  onlyDays(join(folder, 'sealed/files'))
})

test('the search itself finds what stands in a process’s memory', async (t) => {
  const said = 'console.log(1); globalThis.kept = process.argv[1].toUpperCase(); setInterval(() => 0, 1000)'
  const child = spawn(process.execPath, ['-e', said, 'kept-in-memory-wq7'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  t.after(() => child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  const found = foundInMemory(child.pid ?? 0, needles({ there: 'KEPT-IN-MEMORY-WQ7', not: 'never-said-zz9' }))
  assert.deepEqual(found ?? ['there'], ['there'])
})

/** The whole journey of a reporter: roster, files, identity, report, visit, message. */
async function report(address: string, receipt: string) {
  const keys = await keysFromReceipt(receipt)
  const send = async (method: string, path: string, body?: object | Uint8Array<ArrayBuffer>) => {
    const raw = body instanceof Uint8Array
    const response = await fetch(`${address}/sealed/api/${path}`, {
      method,
      headers: {
        ...{ 'user-agent': AGENT, 'x-forwarded-for': FORWARDED },
        ...(body && !raw && { 'content-type': 'application/json' }),
      },
      ...(body && { body: raw ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    assert.ok(response.ok, `${path}: ${response.status} ${text}`)
    return text ? JSON.parse(text) : undefined
  }
  const work = async () => {
    const asked = await send('POST', 'challenge', {})
    return { challenge: asked.challenge, counter: await findWork(asked) }
  }
  const [{ document }] = (await send('GET', 'rosters')).rosters
  const roster = granted(readRoster(document))
  const id = newSealedId()
  const { ticket } = await send('POST', 'uploads', await work())
  const files = []
  for (const size of [50_000, 200_000, 1_200_000]) {
    const content = Buffer.from(FILE.repeat(Math.ceil(size / FILE.length)))
    const file = granted(
      newSealedFile({ name: `${FILE}.txt`, type: 'text/plain', size: content.length }, false),
    )
    let index = 0
    for await (const chunk of sealFile(id, file, new Blob([content])))
      await send('PUT', `uploads/${ticket}/${file.id}/${index++}`, chunk)
    files.push(file)
  }
  const recipients = granted(recipientsOf(roster, { bodies: [], aboutUnit: false, excluded: [] }))
  const content = { kind: 'report', what: CANARY, files, reply: keys.replyPublic }
  const item = granted(await sealItem(content, { report: id, purpose: 'report', item: id }, recipients))
  const who = { kind: 'identity', name: NAME, contact: NAME, remarks: '' } as const
  await send('POST', 'reports', {
    ...(await work()),
    ...{
      ticket,
      id,
      access: keys.accessHash,
      replyKey: keys.replyPublic,
      roster: rosterHash(document),
      item,
    },
    identity: granted(await sealIdentity(who, id, roster.custodians)),
    files: files.map(({ id, chunks }) => ({ id, chunks })),
  })
  const { visit } = await send('POST', 'visit', { ...(await work()), access: keys.access })
  assert.equal(visit.id, id)
  const reporter = { id: 'reporter', privateKey: keys.replyPrivate }
  const binding = { report: id, purpose: 'message', item: newSealedId() } as const
  const message = await sealItem(
    { kind: 'message', text: CANARY, files: [] },
    binding,
    granted(holdersOf(roster, visit.holders)),
    reporter,
  )
  await send('POST', 'visit/messages', {
    ...(await work()),
    access: keys.access,
    item: granted(message),
    files: [],
  })
  return { replyPrivate: base64url(keys.replyPrivate) }
}

/** As `npm start` runs it, saying everything it can. */
async function startTalkative(t: TestContext, folder: string) {
  const options = ['--no-warnings', '--import', join(ROOT, 'src/tsx-loader.ts'), join(ROOT, 'src/main.ts')]
  const env = { PATH: process.env.PATH, DATA_DIR: folder, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'debug' }
  const child: ChildProcess = spawn(process.execPath, options, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  t.after(() => child.kill('SIGKILL'))
  let said = ''
  const ready = Promise.withResolvers<string>()
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (text) => {
      said += text
      const address = /Sawt is ready[\s\S]*?(http:\/\/127[.\d:]+)[\s\S]*\n\n/.exec(said)?.[1]
      if (address) ready.resolve(address)
    })
  child.once('exit', () => ready.reject(new Error(`Sawt did not start: ${said}`)))
  return { child, address: await ready.promise, said: () => said }
}

/** The processes of the database: what a page of it holds in memory, they hold. */
function backends(folder: string): number[] {
  const parent = postmasterOf(folder)
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]?.split(' ')[1] === String(parent)
      } catch {
        return false
      }
    })
    .map(Number)
}

/** Files say on which day they were written, and nothing more. */
function onlyDays(folder: string) {
  for (const entry of [
    folder,
    ...readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))),
  ])
    assert.equal(statSync(entry).mtime.toISOString().slice(11), '00:00:00.000Z', entry)
}

function granted<Value>(result: { ok: true; value: Value } | { ok: false; reason: string }): Value {
  assert.ok(result.ok, JSON.stringify(result))
  return result.value
}
