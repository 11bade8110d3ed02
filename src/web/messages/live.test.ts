import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { serve } from '@hono/node-server'
import { notifier } from '#cases'
import { readNotices } from '#messages'
import { sql } from '#platform'
import { type App, anApp } from '../../../test/kit/app.ts'
import { heardAll } from '../../../test/kit/heard.ts'
import { routed } from '../../../test/kit/situations.ts'
import { atDesk, formTo, sessionOf } from '../../../test/kit/staff.ts'
import { aVisitor } from '../../../test/kit/visitor.ts'

/** The application as a browser reaches it: over a real connection. */
async function listening(t: TestContext, app: App) {
  const server = serve({ fetch: app.app.fetch, port: 0 })
  t.after(() => server.close())
  await new Promise((done) => server.once('listening', done))
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}

/** A window of an officer: what its stream says, one line after the other. */
async function aWindow(t: TestContext, origin: string, session: string, locale = 'en') {
  const leave = new AbortController()
  t.after(() => leave.abort())
  const answer = await fetch(`${origin}/${locale}/staff/notices/live`, {
    headers: { cookie: `staff=${session}` },
    signal: leave.signal,
  })
  const lines = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  const counts = async (
    wanted = 'count',
  ): Promise<{ count: number; shown: string; said: string } | undefined> => {
    for (;;) {
      const [whole, event, data] = /^event: (\w+)\ndata: (.*)\n\n/.exec(rest) ?? []
      if (whole) {
        rest = rest.slice(whole.length)
        if (event === wanted) return JSON.parse(data ?? '')
        continue
      }
      const got = await lines?.read()
      if (!got || got.done) return undefined
      rest += got.value
    }
  }
  return { answer, counts, leave: () => leave.abort() }
}

const settled = async (holds: () => boolean) => {
  while (!holds()) await new Promise((done) => setTimeout(done, 5))
}

test('an open page sees the number beside the bell rise when something happens, and fall when it is read', async (t) => {
  const app = await anApp(t)
  const origin = await listening(t, app)
  const { liaison } = app.country.people
  const { answer, counts } = await aWindow(t, origin, await sessionOf(app, liaison), 'ar')
  assert.equal(answer.headers.get('content-type'), 'text/event-stream')
  assert.match(answer.headers.get('cache-control') ?? '', /no-store/)
  assert.equal(answer.headers.get('content-encoding'), null)
  assert.equal((await counts())?.count, 0)
  await routed(app.country)
  await heardAll(app.tools.db, notifier(app.tools))
  const risen = await counts()
  assert.equal(risen?.count, 1)
  assert.match(risen?.said ?? '', /[\u0600-\u06ff]/)
  await readNotices(app.tools, liaison)
  assert.equal((await counts())?.count, 0)
})

test('many open pages ask the database together, and nobody asks when none is open', async (t) => {
  const app = await anApp(t)
  let asked = 0
  const { db } = app.tools
  const rows = db.rows.bind(db)
  app.tools.db.rows = ((statement: Parameters<typeof rows>[0]) => {
    if (/count\(\*\) as count from notices/.test(statement.sql)) asked++
    return rows(statement)
  }) as typeof db.rows
  const origin = await listening(t, app)
  const windows = []
  for (const officer of Object.values(app.country.people)) {
    const session = await sessionOf(app, officer)
    windows.push(await aWindow(t, origin, session), await aWindow(t, origin, session))
  }
  for (const each of windows) assert.equal((await each.counts())?.count, 0)
  const before = asked
  await db.run(sql`
    insert into notices (id, effect, staff_id, kind, facts, at)
    select gen_random_uuid(), 'x:' || id, id, 'digest', '{}', ${app.tools.clock.now()} from staff`)
  for (const each of windows) assert.equal((await each.counts())?.count, 1)
  assert.ok(asked - before < windows.length / 2, `${asked - before} looks for ${windows.length} pages`)
  assert.equal(app.tools.live.size, windows.length)
  for (const each of windows) each.leave()
  await settled(() => app.tools.live.size === 0)
})

test('an agent sees how many residents wait for a person, on every page and as it changes; nobody else does', async (t) => {
  const app = await anApp(t)
  const origin = await listening(t, app)
  const { agent, liaison } = app.country.people
  const desk = await atDesk(app, agent)
  const resident = aVisitor(app)
  const page = await resident.get('/ar/chat')
  await resident.post(formTo(page, '/ar/chat'), { choice: 'do:person' })
  assert.match(
    (await desk.get('/en/desk')).html,
    /href="\/en\/centre\/chat"[^>]*>(?:(?!<\/a>).)*?1 person waits/s,
  )
  assert.doesNotMatch((await (await atDesk(app, liaison)).get('/en/desk')).html, /centre\/chat/)
  const { counts } = await aWindow(t, origin, await sessionOf(app, agent))
  assert.equal((await counts())?.count, 0)
  const other = aVisitor(app)
  await other.post(formTo(await other.get('/ar/chat'), '/ar/chat'), { choice: 'do:person' })
  assert.equal((await counts('chats'))?.count, 2)
  const queue = await desk.get('/en/centre/chat')
  const [, path = ''] = /href="(\/en\/centre\/chat\/[0-9a-f-]{36})"/.exec(queue.html) ?? []
  await desk.step(path, '/take')
  assert.equal((await counts('chats'))?.count, 1)
})

test('a page that is slow is told the newest number alone', async (t) => {
  const app = await anApp(t)
  const { liaison } = app.country.people
  const page = app.tools.live.open(liaison.id)
  t.after(() => page?.close())
  assert.equal(await page?.next(60_000), 0)
  for (let count = 1; count <= 5; count++) {
    await app.tools.db.run(sql`
      insert into notices (id, effect, staff_id, kind, facts, at)
      values (gen_random_uuid(), ${`x${count}`}, ${liaison.id}, 'digest', '{}', ${app.tools.clock.now()})`)
  }
  let told = 0
  while (told !== 5) {
    const next = await page?.next(60_000)
    assert.ok(next !== undefined && next > told)
    told = next
  }
})

test('one person’s windows are limited, and a process that ends lets every page go and opens no more', async (t) => {
  const app = await anApp(t)
  const origin = await listening(t, app)
  const session = await sessionOf(app, app.country.people.liaison)
  const windows = []
  for (let count = 0; count < 20; count++) windows.push(await aWindow(t, origin, session))
  const refused = await aWindow(t, origin, session)
  assert.equal(refused.answer.status, 503)
  assert.ok(refused.answer.headers.get('retry-after'))
  await app.tools.live.close()
  for (const each of windows) {
    let last = await each.counts()
    if (last) last = await each.counts()
    assert.equal(last, undefined)
  }
  assert.equal((await aWindow(t, origin, session)).answer.status, 503)
})

test('a visitor who is not signed in is led to sign in, and gets no stream', async (t) => {
  const app = await anApp(t)
  const answer = await app.app.request('/en/staff/notices/live')
  assert.equal(answer.status, 303)
  assert.match(answer.headers.get('location') ?? '', /sign-in/)
})
