import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { notifier } from '#cases'
import { courier, enqueue, openChannels, reachOf } from '#messages'
import { sql } from '#platform'
import { type App, anApp } from '../../../test/kit/app.ts'
import { heardAll } from '../../../test/kit/heard.ts'
import { routed } from '../../../test/kit/situations.ts'
import { atDesk } from '../../../test/kit/staff.ts'
import { aVisitor, textOf } from '../../../test/kit/visitor.ts'
import { buildApp } from '../../app.tsx'

/** Tells and delivers whatever is due, as the workers do. */
async function post(app: App) {
  await heardAll(app.tools.db, notifier(app.tools))
  const carrier = courier(app.tools, openChannels(app.tools, app.tools.gateways))
  while ((await carrier.deliver()) > 0);
  carrier.close()
}

/** An application that is no demonstration, with some ways out. */
async function aService(t: TestContext, ways: object) {
  const app = await anApp(t, { demonstration: false })
  const tools = { ...app.tools, gateways: { ...ways, demonstration: false } }
  return { ...app, tools, app: buildApp(tools) }
}

test('in a demonstration a code stands on the page and in the mailbox, and signs its reader in', async (t) => {
  const app = await anApp(t)
  const visitor = aVisitor(app)
  const asked = await visitor.send('/ar/sign-in', { contact: 'fatima@example.com' })
  const [, code = ''] = /رمزك هو (\d{6})/.exec(textOf(asked.html)) ?? []
  await post(app)
  const box = await visitor.get('/ar/preview/mailbox')
  const [, id = ''] = /\/ar\/preview\/mailbox\/([0-9a-f-]{36})/.exec(box.html) ?? []
  assert.ok(textOf((await visitor.get(`/ar/preview/mailbox/${id}`)).html).includes(code))
  assert.equal((await visitor.send('/ar/sign-in/code', { code })).path, '/ar/my')
})

test('where codes can be sent they are, and stand on no page', async (t) => {
  const app = await aService(t, { smtpUrl: 'smtp://127.0.0.1:9' })
  const visitor = aVisitor(app)
  const phone = await visitor.send('/ar/sign-in', { contact: '+973 3600 1234' })
  assert.equal(phone.status, 422)
  assert.match(textOf(phone.html), /البريد الإلكتروني فقط/)
  const mail = await visitor.send('/ar/sign-in', { contact: 'fatima@example.com' })
  assert.equal(mail.path, '/ar/sign-in/code')
  assert.doesNotMatch(textOf(mail.html), /\d{6}/)
  const waiting = await app.tools.db.rows<{ kind: string; channel: string }>(
    sql`select kind, channel from messages`,
  )
  assert.deepEqual(waiting, [{ kind: 'sign-in-code', channel: 'mail' }])
})

test('where nothing can be sent the page says so, and nobody sees what others were sent', async (t) => {
  const app = await aService(t, {})
  const visitor = aVisitor(app)
  assert.match(textOf((await visitor.get('/ar/sign-in')).html), /لا نستطيع إرسال الرموز/)
  for (const path of ['/preview/mailbox', '/ar/preview/mailbox', '/ar/preview/messages'])
    assert.equal((await visitor.get(path)).status, 404, path)
})

const ONE_UNREAD = /Notices<\/span><span class="count"><span aria-hidden="true">1</

test('the bell counts what an officer has not read, and the page lists it', async (t) => {
  const app = await anApp(t)
  const found = await routed(app.country)
  await post(app)
  const liaison = await atDesk(app, app.country.people.liaison)
  assert.match((await liaison.get('/en/desk')).html, ONE_UNREAD)
  const page = await liaison.get('/en/staff/notices')
  assert.match(textOf(page.html), /New case for the entity Case \S+ was routed to Ministry of Works/)
  const row = page.html.match(/<tr\b.*?<\/tr>/gs)?.find((each) => each.includes(found.id)) ?? ''
  assert.equal(row.match(/<bdi class="reference" dir="ltr">26-/g)?.length, 1, 'whole, and once')
  assert.equal(row.match(/26-\d{4}/g)?.length, 1)
  assert.ok(page.html.includes(`/en/desk/cases/${found.id}`))
  const other = await routed(app.country)
  await post(app)
  await liaison.get(`/en/desk/cases/${other.id}`)
  assert.match((await liaison.get('/en/desk')).html, ONE_UNREAD, 'whoever opened a case has seen its notices')
  const read = await liaison.step('/en/staff/notices', '/staff/notices')
  assert.equal(read.path, '/en/staff/notices?done')
  assert.doesNotMatch((await liaison.get('/en/desk')).html, /Notices<\/span><span class="count">/)
})

test('an officer chooses when mail comes; a wrong hour is said beside its field', async (t) => {
  const app = await anApp(t)
  const liaison = await atDesk(app, app.country.people.liaison)
  const path = '/ar/staff/notices/choices'
  const sent = async (fields: Record<string, string>) => liaison.post(await ownForm(liaison, path), fields)
  const wrong = await sent({ mail: 'each', hour: '٢٥' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /value="٢٥"/)
  assert.equal((await sent({ mail: 'each', hour: '٩' })).path, `${path}?done`)
  assert.match((await liaison.get(path)).html, /value="9"/)
})

test('undelivered messages are seen by those who watch over them, without whom they were for', async (t) => {
  const app = await anApp(t)
  const { tools, country } = app
  const facts = { reference: '26483190274', day: '2026-10-20', quote: 'canary-text' }
  const to = { channel: 'mail', address: 'canary@example.com', language: 'ar' } as const
  await enqueue(
    tools.db,
    { now: country.clock.now(), reach: reachOf(tools.gateways), zone: 'Asia/Bahrain' },
    [{ cause: 'x', kind: 'answered', to, facts }],
  )
  const dead = courier(tools, [{ name: 'mail', send: async () => ({ state: 'refused', fault: 'smtp 550' }) }])
  await dead.deliver()
  const operator = await atDesk(app, country.people.operator)
  const seen = await operator.get('/en/staff/undelivered')
  assert.match(textOf(seen.html), /smtp 550/)
  assert.doesNotMatch(seen.html, /canary|26-4831/)
  const again = await operator.post(await ownForm(operator, '/en/staff/undelivered'))
  assert.match(textOf(again.html), /One message goes out again/)
  const liaison = await atDesk(app, country.people.liaison)
  assert.equal((await liaison.get('/en/staff/undelivered')).status, 404)
})

test('whoever has our mail chooses what reaches them, with one click or on a page, and nobody else can', async (t) => {
  const app = await anApp(t)
  await routed(app.country, { type: 'complaint', text: 'حفرة', requester: { email: 'fatima@example.com' } })
  await post(app)
  const visitor = aVisitor(app)
  const box = await visitor.get('/ar/preview/mailbox')
  const ids = [...box.html.matchAll(/\/ar\/preview\/mailbox\/([0-9a-f-]{36})/g)].map(([, id]) => id)
  const pages = await Promise.all(ids.map((id) => visitor.get(`/ar/preview/mailbox/${id}`)))
  const link = pages
    .map(({ html }) => /http:\/\/localhost(\/messages\/stop\/ar\/[\w-]+)/.exec(html)?.[1])
    .find(Boolean)
  assert.ok(link)
  const level = async () =>
    (
      await app.tools.db.row<{ level: string }>(
        sql`select level from contact_choices where contact = 'fatima@example.com'`,
      )
    )?.level
  assert.equal(
    (await app.app.request(link, { method: 'POST', body: 'List-Unsubscribe=One-Click' })).status,
    204,
  )
  assert.equal(await level(), 'needed')
  const page = await visitor.get(link)
  assert.match(page.path, /^\/ar\/messages\/choices\//)
  assert.match(textOf(page.html), /fatima@example\.com/)
  assert.match((await visitor.send(page.path, { level: 'none' })).path, /\?saved$/)
  assert.equal(await level(), 'none')
  const forged = `${link.slice(0, -2)}AA`
  assert.equal((await app.app.request(forged, { method: 'POST' })).status, 404)
  assert.equal((await visitor.get(forged)).status, 404)
})

test('a browser is woken only by a push service, and only for whoever asked on their own page', async (t) => {
  const app = await anApp(t)
  const liaison = await atDesk(app, app.country.people.liaison)
  const path = '/en/staff/notices/push'
  const page = await liaison.get(path)
  assert.match(page.headers.get('content-security-policy') ?? '', /trusted-types sawt-push/)
  const keys = { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) }
  const sent = async (endpoint: string) => liaison.post(await ownForm(liaison, path), { ...keys, endpoint })
  assert.equal((await sent('https://169.254.169.254/latest')).status, 422)
  assert.equal((await sent('https://fcm.googleapis.com/fcm/send/abc')).path, `${path}?allowed`)
  const kept = await app.tools.db.rows<{ whose: string }>(
    sql`select staff_id as whose from push_subscriptions`,
  )
  assert.deepEqual(kept, [{ whose: app.country.people.liaison.id }])
  await routed(app.country)
  await heardAll(app.tools.db, notifier(app.tools))
  const told = await app.tools.db.rows(sql`select kind from messages where channel = 'push'`)
  assert.deepEqual(told, [{ kind: 'new-case' }])
  assert.equal((await aVisitor(app).get('/push-worker.js')).status, 200)
  assert.match((await aVisitor(app).get('/ar/my/messages/push')).path, /sign-in/)
})

test('every message can be looked at in both languages', async (t) => {
  const visitor = aVisitor(await anApp(t))
  for (const locale of ['ar', 'en']) {
    const { status, html } = await visitor.get(`/${locale}/preview/messages`)
    assert.equal(status, 200)
    assert.doesNotMatch(html, /undefined|\[object|NaN/)
    for (const id of ['submitted', 'late-minister', 'entity-link', 'digest'])
      assert.ok(html.includes(`id="${id}"`), id)
  }
})

/** The form that a page sends to itself; the first form of a desk's page is the one that signs out. */
const ownForm = async (visitor: Pick<ReturnType<typeof aVisitor>, 'get'>, path: string) => {
  const { html } = await visitor.get(path)
  const forms = [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)]
  const [, , inside = ''] =
    forms.find(([, tag = '']) => tag.includes('method="post"') && !tag.includes('action=')) ?? []
  const hidden = [...inside.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
  return {
    action: path,
    hidden: Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value])),
  }
}
