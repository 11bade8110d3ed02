import assert from 'node:assert/strict'
import { test } from 'node:test'
import { residentView } from '#cases'
import { newId } from '#kernel'
import { cannedAnswers, chatQueue, chatWatch, converse, endConversation, holderOf } from '#knowledge'
import { sql } from '#platform'
import { type App, anApp } from '../../../../test/kit/app.ts'
import { officer } from '../../../../test/kit/country.ts'
import { atDesk } from '../../../../test/kit/staff.ts'
import { aVisitor, textOf, type Visitor } from '../../../../test/kit/visitor.ts'
import { seedCannedAnswers } from '../../../commands/seeding/articles.ts'
import { chatDoor } from '../door.ts'
import { chatLimits } from '../limits.ts'

/** A resident who writes in the chat. */
async function writes(visitor: Visitor, fields: { text?: string; choice?: string }) {
  const { html } = await visitor.get('/ar/chat')
  const hidden = Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, n = '', v = '']) => [
      n,
      v,
    ]),
  )
  return visitor.post({ action: '/ar/chat', hidden }, fields)
}

async function handedOver(app: App) {
  const visitor = aVisitor(app)
  await writes(visitor, { text: 'عندي موضوع في المدرسة أحتاج أشرحه' })
  const seen = await writes(visitor, { choice: 'do:person' })
  assert.match(textOf(seen.html), /حوّلناك إلى مركز الاتصال/)
  const [waiting] = await chatQueue(app.tools)
  assert.ok(waiting)
  return { visitor, id: waiting.id }
}

test('an agent takes a conversation with all that was said, talks, makes a case of it and ends', async (t) => {
  const app = await anApp(t)
  const { visitor, id } = await handedOver(app)
  const agent = await atDesk(app, app.country.people.agent)
  const here = `/ar/centre/chat/${id}`
  const queue = textOf((await agent.get('/ar/centre/chat')).html)
  assert.match(queue, /ينتظر/)
  assert.match(textOf((await agent.get(here)).html), /عندي موضوع في المدرسة أحتاج أشرحه/)
  const taken = await agent.step(here, '/take')
  assert.match(textOf(taken.html), /معك/)
  assert.match(textOf((await visitor.get('/ar/chat')).html), /معك الآن موظف من مركز الاتصال/)

  await agent.step(here, '/say', { text: 'أهلًا، أنا معك. ما اسم المدرسة؟' })
  assert.match(textOf((await visitor.get('/ar/chat')).html), /مركز الاتصال .*ما اسم المدرسة؟/)
  const silent = textOf((await writes(visitor, { text: 'وين وصل طلبي' })).html)
  assert.doesNotMatch(silent.split('ما اسم المدرسة')[1] ?? '', /ما رقم الطلب/)
  assert.match(textOf((await agent.get(here)).html), /وين وصل طلبي/)

  const made = await agent.step(here, '/case', {
    text: 'باص المدرسة يتأخر كل يوم',
    type: 'complaint',
    category: '',
    name: 'أم سالم',
    phone: '',
  })
  assert.match(textOf(made.html), /صارت طلبًا/)
  assert.match(textOf(made.html), /الرمز السري يراه صاحب المحادثة وحده/)
  const told = textOf((await visitor.get('/ar/chat')).html)
  assert.match(told, /رمزه السري \u2066?\d{3} \d{3}/)

  const ended = await agent.step(here, '/end')
  assert.match(textOf(ended.html), /لا أحد ينتظر/)
  assert.match(textOf((await visitor.get('/ar/chat')).html), /انتهت المحادثة مع الموظف/)
  assert.equal((await agent.get(here)).status, 404)
})

test('the case that an agent makes is entered by the agent, by chat, in the resident’s words', async (t) => {
  const app = await anApp(t)
  const { id } = await handedOver(app)
  const agent = await atDesk(app, app.country.people.agent)
  const here = `/ar/centre/chat/${id}`
  await agent.step(here, '/take')
  const page = await agent.get(here)
  assert.match(page.html, /عندي موضوع في المدرسة أحتاج أشرحه<\/textarea>/)
  await agent.step(here, '/case', { text: 'باص المدرسة يتأخر كل يوم', type: 'complaint' })
  const { caseId } = (await app.tools.db.row<{ caseId: string }>(
    sql`select case_id as "caseId" from conversations where id = ${id}`,
  )) ?? { caseId: '' }
  const view = await residentView(app.tools, caseId)
  assert.equal(view?.said.text, 'باص المدرسة يتأخر كل يوم')
  assert.equal(view?.state.channel, 'chat')
  assert.equal(view?.state.enteredBy, app.country.people.agent.id)
})

test('a colleague may take over; an empty answer is refused in words', async (t) => {
  const app = await anApp(t)
  const { id } = await handedOver(app)
  const here = `/ar/centre/chat/${id}`
  const agent = await atDesk(app, app.country.people.agent)
  await agent.step(here, '/take')
  const other = await atDesk(app, await officer(app.country.db, 'Zainab', 'agent'))
  assert.match(textOf((await other.get(here)).html), /خذها من زميلك/)
  await other.step(here, '/take')
  const empty = await other.step(here, '/say', { text: ' ' })
  assert.equal(empty.status, 422)
  assert.match(textOf(empty.html), /هذا الحقل مطلوب/)
  assert.match(textOf((await agent.get(here)).html), /مع موظف/)
})

test('wrongdoing told to a person is sealed as well: nobody at the desk reads it', async (t) => {
  const app = await anApp(t)
  const { visitor, id } = await handedOver(app)
  const agent = await atDesk(app, app.country.people.agent)
  const here = `/ar/centre/chat/${id}`
  await agent.step(here, '/take')
  assert.match(textOf((await writes(visitor, { text: 'المدير كناري طلب رشوة' })).html), /بلاغ عن مخالفة/)
  assert.equal((await agent.get(here)).status, 404)
  assert.deepEqual(await chatQueue(app.tools), [])
})

test('outside opening hours nobody is put into a queue; it is said when the centre is back', async (t) => {
  const app = await anApp(t)
  app.country.clock.set(Temporal.Instant.from('2026-10-02T10:00:00+03:00'))
  const visitor = aVisitor(app)
  await writes(visitor, { text: 'مرحبا' })
  const seen = textOf((await writes(visitor, { choice: 'do:person' })).html)
  assert.match(seen, /مركز الاتصال مغلق الآن، ويعود الأحد 4 أكتوبر/)
  assert.deepEqual(await chatQueue(app.tools), [])
})

test('the desk is the agents’: others have no such page, and what nobody asked a person for stays unseen', async (t) => {
  const app = await anApp(t)
  const { id } = await handedOver(app)
  const { people } = app.country
  for (const person of [
    people.reviewer,
    people.liaison,
    people.handler,
    people.head,
    people.analyst,
    people.admin,
  ]) {
    const desk = await atDesk(app, person)
    for (const path of ['', '/news', '/answers', '/answers/new', `/${id}`, `/${id}/news`])
      assert.equal((await desk.get(`/ar/centre/chat${path}`)).status, 404, `${person.name} ${path}`)
  }
  const alone = await converse(app.tools, chatDoor(app.tools, chatLimits(), 'x'), {
    channel: 'web',
    holder: holderOf(app.tools.secret, 'web', 'somebody'),
    text: 'مرحبا',
  })
  assert.ok(alone.ok)
  const agent = await atDesk(app, people.agent)
  assert.equal((await agent.get(`/ar/centre/chat/${alone.value.conversation.id}`)).status, 404)
  assert.equal((await agent.get(`/ar/centre/chat/${newId()}`)).status, 404)
  const door = chatDoor(app.tools, chatLimits(), undefined)
  assert.equal((await endConversation(app.tools, door, people.reviewer, id)).ok, false)
})

test('agents of a demonstration begin with ready answers, planted once', async (t) => {
  const { tools } = await anApp(t)
  const planted = await seedCannedAnswers(tools)
  assert.equal(await seedCannedAnswers(tools), planted)
  assert.equal((await cannedAnswers(tools)).length, planted)
})

test('ready answers are written by agents, in both languages', async (t) => {
  const app = await anApp(t)
  const agent = await atDesk(app, app.country.people.agent)
  const to = '/centre/chat/answers/new'
  const wrong = await agent.step(`/ar${to}`, to, { name: 'تحية', ar: 'أهلًا بك', en: '', active: 'true' })
  assert.equal(wrong.status, 422)
  const saved = await agent.step(`/ar${to}`, to, {
    name: 'تحية',
    ar: 'أهلًا بك',
    en: 'Welcome',
    active: 'true',
  })
  assert.match(textOf(saved.html), /حُفظ الرد الجاهز .*تحية/)
  const { id } = await handedOver(app)
  await agent.step(`/ar/centre/chat/${id}`, '/take')
  assert.match((await agent.get(`/ar/centre/chat/${id}`)).html, /data-canned="أهلًا بك"/)
})

test('all open screens of a process share one question to the database, and hear of a change within it', async (t) => {
  const app = await anApp(t)
  let asked = 0
  const db = {
    ...app.tools.db,
    rows: (statement: Parameters<typeof app.tools.db.rows>[0]) => {
      asked++
      return app.tools.db.rows(statement)
    },
  } as typeof app.tools.db
  const watch = chatWatch(db, app.tools.log)
  const { id, visitor } = await handedOver(app)
  const heard = Promise.withResolvers<void>()
  const stops = Array.from({ length: 200 }, () => watch.follow(id, () => undefined))
  stops.push(watch.follow(id, () => heard.resolve()))
  await new Promise((done) => setTimeout(done, 50))
  const before = asked
  await writes(visitor, { text: 'أنا هنا' })
  watch.wake()
  await heard.promise
  assert.ok(asked - before < 20, `${asked - before} questions for 201 screens`)
  for (const stop of stops) stop()
})
