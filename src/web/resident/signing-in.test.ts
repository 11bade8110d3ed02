import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#platform'
import { type App, anApp } from '../../../test/kit/app.ts'
import { ANSWERS, answeredUpTo, aVisitor, sentBy, textOf, type Visitor } from './filing.examples.ts'

/** Signs in by the code that stands on the page of a demonstration. */
async function signIn(visitor: Visitor, contact = '+973 3600 1234', query = '') {
  const asked = await visitor.send(`/ar/sign-in${query}`, { contact })
  const [, code = ''] = /رمزك هو (\d{6})/.exec(textOf(asked.html)) ?? []
  assert.ok(code, textOf(asked.html))
  return visitor.send(asked.path, { code })
}

/** A signed-in resident who has sent a complaint. */
async function owner(app: App, contact?: string) {
  const visitor = aVisitor(app)
  await signIn(visitor, contact)
  const { contact: _, ...answers } = ANSWERS
  await answeredUpTo(visitor, 'who', answers)
  await visitor.send('/ar/new/who', { who: 'signed-in', name: 'فاطمة علي' })
  const sent = await visitor.send('/ar/new/check')
  assert.equal(sent.path, '/ar/new/sent', textOf(sent.html))
  const [, id = ''] = /\/ar\/my\/([0-9a-f-]{36})/.exec(sent.html) ?? []
  return { visitor, sent, id }
}

test('a code signs a resident in, and their cases are in one place without a number', async (t) => {
  const app = await anApp(t)
  const { visitor, sent, id } = await owner(app)
  assert.ok(!textOf(sent.html).includes('الرمز السري'), 'nobody signed in needs a PIN')
  const mine = await visitor.get('/ar/my')
  assert.ok(mine.html.includes(`/ar/my/${id}`) && textOf(mine.html).includes('الإجابة حتى الخميس 8 أكتوبر'))
  assert.equal((await visitor.get(`/ar/my/${id}`)).status, 200)
  const added = await visitor.send(`/ar/my/${id}/add`, { text: 'صورة أخرى قريبًا' })
  assert.equal(added.path, `/ar/my/${id}?done=add`)
  const actor = await app.country.db.row<{ resident: boolean }>(sql`
    select actor_id is not null as resident from case_events where step = 'add'`)
  assert.ok(actor?.resident)
})

test('the draft survives signing in on the way', async (t) => {
  const { app } = await anApp(t)
  const visitor = aVisitor({ app })
  await answeredUpTo(visitor, 'who')
  assert.equal((await visitor.send('/ar/new/who', { who: 'sign-in' })).path, '/ar/sign-in?then=new')
  const back = await signIn(visitor, 'fatima@example.com', '?then=new')
  assert.equal(back.path, '/ar/new/who')
  assert.match(back.html, /value="signed-in"[^>]*checked/)
  const unnamed = await visitor.send('/ar/new/who', { who: 'signed-in', name: '' })
  assert.ok(unnamed.html.includes('name-error'), 'the entity will see a name, so there must be one')
  assert.equal((await visitor.send('/ar/new/who', { who: 'signed-in', name: 'فاطمة' })).path, '/ar/new/check')
  assert.equal((await visitor.send('/ar/new/check')).path, '/ar/new/sent')
})

test('a hidden identity is kept from the entity and known to the central office', async (t) => {
  const { app, country } = await anApp(t)
  await sentBy(aVisitor({ app }), { who: { who: 'hidden' } })
  const found = await country.db.row<object>(sql`
    select identity_hidden as hidden, name from cases join requesters on case_id = id`)
  assert.deepEqual({ ...found }, { hidden: true, name: 'فاطمة علي' })
})

test('somebody else’s case answers like one that does not exist', async (t) => {
  const app = await anApp(t)
  const { id } = await owner(app)
  const other = aVisitor(app)
  assert.equal((await other.get(`/ar/my/${id}`)).path, '/ar/sign-in?then=my')
  await signIn(other, '+97336009999')
  const theirs = await other.get(`/ar/my/${id}`)
  const none = await other.get('/ar/my/0199a3c2-0000-7000-8000-000000000000')
  assert.equal(theirs.status, 404)
  assert.equal(textOf(theirs.html), textOf(none.html))
})

test('wrong, foreign and used codes get one answer', async (t) => {
  const { app } = await anApp(t)
  const visitor = aVisitor({ app })
  const asked = await visitor.send('/ar/sign-in', { contact: '+97336001234' })
  assert.equal(asked.path, '/ar/sign-in/code')
  const wrong = await visitor.send('/ar/sign-in/code', { code: '000000' })
  assert.equal(wrong.status, 422)
  assert.equal((await visitor.get('/ar/my')).path, '/ar/sign-in?then=my')
  assert.equal((await aVisitor({ app }).get('/ar/sign-in/code')).path, '/ar/sign-in')
})

test('a contact that cannot be one is said so, and kept in its field', async (t) => {
  const { app } = await anApp(t)
  const seen = await aVisitor({ app }).send('/ar/sign-in', { contact: 'فاطمة' })
  assert.equal(seen.status, 422)
  assert.ok(seen.html.includes('value="فاطمة"'))
})

test('two codes within a minute are not sent', async (t) => {
  const { app } = await anApp(t)
  const visitor = aVisitor({ app })
  await visitor.send('/ar/sign-in', { contact: '+97336001234' })
  assert.equal((await visitor.send('/ar/sign-in', { contact: '+97336001234' })).status, 429)
})

test('signing in leads only to pages of ours', async (t) => {
  const { app } = await anApp(t)
  assert.equal((await signIn(aVisitor({ app }), undefined, '?then=https://elsewhere.example')).path, '/ar/my')
})

test('name and language are one’s own to change', async (t) => {
  const { app, country } = await anApp(t)
  const visitor = aVisitor({ app })
  await signIn(visitor)
  const saved = await visitor.send('/ar/my/details', { name: ' فاطمة  علي ', language: 'en' })
  assert.equal(saved.path, '/ar/my/details?saved')
  const row = await country.db.row<object>(sql`select name, language from residents`)
  assert.deepEqual({ ...row }, { name: 'فاطمة علي', language: 'en' })
  assert.equal((await visitor.send('/ar/my/details', { name: 'س'.repeat(200) })).status, 422)
})

test('signing out leaves nothing of a person on the device', async (t) => {
  const app = await anApp(t)
  const { visitor, id } = await owner(app)
  const out = await visitor.send('/ar/my')
  assert.equal(out.path, '/ar/sign-in?out')
  assert.equal((await visitor.get(`/ar/my/${id}`)).path, '/ar/sign-in?then=my')
  assert.equal((await visitor.get('/ar/case')).path, '/ar/follow?over')
})

test('where no message can be sent yet, nobody is asked for a code', async (t) => {
  const { app } = await anApp(t, { demonstration: false })
  const visitor = aVisitor({ app })
  assert.ok(textOf((await visitor.get('/ar/sign-in')).html).includes('لا نستطيع إرسال الرموز'))
  await answeredUpTo(visitor, 'who')
  assert.ok(!(await visitor.get('/ar/new/who')).html.includes('sign-in'))
})
