import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pinOf } from '#cases'
import { formatReference, newReference } from '#kernel'
import { json, sql } from '#platform'
import { type App, anApp } from '../../../test/kit/app.ts'
import * as a from '../../../test/kit/situations.ts'
import { chatDoor } from '../chat/door.ts'
import { chatLimits } from '../chat/index.ts'
import { aVisitor, sentBy, textOf } from './filing.examples.ts'

type Case = Awaited<ReturnType<typeof a.submitted>>

/** Somebody who has opened this case by its number and PIN. */
async function follower({ app, tools }: App, { reference, id }: Pick<Case, 'reference' | 'id'>) {
  const visitor = aVisitor({ app })
  const seen = await visitor.send('/ar/follow', { reference, pin: pinOf(tools.secret, id) })
  assert.equal(seen.path, '/ar/case', textOf(seen.html))
  return { visitor, seen, text: textOf(seen.html) }
}

test('number and PIN open the case, in any digits and however they are spaced', async (t) => {
  const { app } = await anApp(t)
  const { reference, pin } = await sentBy(aVisitor({ app }))
  const arabic = (text: string) => text.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)] ?? digit)
  for (const typed of [reference, reference.replaceAll('-', ''), arabic(reference)]) {
    const seen = await aVisitor({ app }).send('/ar/follow', { reference: typed, pin: arabic(pin) })
    assert.equal(seen.path, '/ar/case')
    assert.ok(textOf(seen.html).includes('سنجيبك في موعد أقصاه الخميس 8 أكتوبر'))
  }
})

test('a wrong PIN and an unknown number are one answer', async (t) => {
  const { app } = await anApp(t)
  const { reference } = await sentBy(aVisitor({ app }))
  const answer = async (given: object) => {
    const seen = await aVisitor({ app }).send('/ar/follow', { ...given })
    return [seen.status, textOf(seen.html)]
  }
  const wrongPin = await answer({ reference, pin: '000000' })
  const unknown = await answer({ reference: newReference(2026, () => 1), pin: '000000' })
  assert.deepEqual(wrongPin, unknown)
})

test('guesses are counted together, by a page, by a program and in a conversation', async (t) => {
  const app = await anApp(t)
  const { id, reference } = await a.submitted(app.country)
  const pin = pinOf(app.tools.secret, id)
  const byProgram = async (given: string) =>
    (
      await app.app.request('/api/v1/cases/lookup', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': `${given}-${Math.random()}` },
        body: JSON.stringify({ reference, pin: given }),
      })
    ).status
  for (let guess = 0; guess < 5; guess++) await aVisitor(app).send('/ar/follow', { reference, pin: '000000' })
  const inAChat = async (given: string) => {
    const found = await chatDoor(app.tools, chatLimits(), '+97336001234').find(app.tools.db, {
      reference,
      pin: given,
    })
    return found.ok ? 'found' : found.reason
  }
  for (let guess = 0; guess < 3; guess++) assert.equal(await byProgram('000000'), 404)
  for (let guess = 0; guess < 2; guess++) assert.equal(await inAChat('000000'), 'not-found')
  assert.equal(await byProgram(pin), 429)
  assert.equal(await inAChat(pin), 'too-many-tries')
  assert.equal((await aVisitor(app).send('/ar/follow', { reference, pin })).status, 429)
})

test('guessing PINs of one number ends soon, for the right one too', async (t) => {
  const app = await anApp(t)
  const found = await a.submitted(app.country)
  const visitor = aVisitor(app)
  const form = await visitor.open('/ar/follow')
  for (let tries = 0; tries < 10; tries++)
    assert.equal((await visitor.post(form, { reference: found.reference, pin: '111111' })).status, 422)
  const right = { reference: found.reference, pin: pinOf(app.tools.secret, found.id) }
  const refused = await visitor.post(form, right)
  assert.equal(refused.status, 429)
  app.country.clock.forward({ minutes: 10 })
  assert.equal((await visitor.post(form, right)).path, '/ar/case')
})

test('a case stays open on a device for an hour without being looked at', async (t) => {
  const app = await anApp(t)
  const { visitor } = await follower(app, await a.submitted(app.country))
  app.country.clock.forward({ minutes: 50 })
  assert.equal((await visitor.get('/ar/case')).path, '/ar/case')
  app.country.clock.forward({ minutes: 50 })
  assert.equal((await visitor.get('/ar/case')).path, '/ar/case')
  app.country.clock.forward({ minutes: 61 })
  assert.equal((await visitor.get('/ar/case')).path, '/ar/follow?over')
  visitor.cookies.set('case', `${(await a.submitted(app.country)).id}.9999999999.forged`)
  assert.equal((await visitor.get('/ar/case')).path, '/ar/follow?over')
})

test('what staff say to each other never reaches the resident', async (t) => {
  const app = await anApp(t)
  const { people } = app.country
  const found = await a.through(
    app.country,
    await a.submitted(app.country),
    [a.staff(people.reviewer), 'note', { note: 'SECRET-note' }],
    [a.staff(people.reviewer), 'route', { entity: 'works', category: 'potholes', note: 'SECRET-route' }],
    [a.staff(people.liaison), 'refuse', { reason: 'SECRET-refusal', entity: 'electricity' }],
    [a.staff(people.reviewer), 'route', { entity: 'works', category: 'potholes' }],
    [a.staff(people.liaison), 'assign', { unit: 'works-roads', note: 'SECRET-assign' }],
    [a.staff(people.head), 'order', { note: 'SECRET-order' }],
    [a.staff(people.liaison), 'reply', { ...a.A_REPLY, text: 'SECRET-first reply' }],
    [a.staff(people.reviewer), 'return', { reason: 'SECRET-return' }],
    [a.staff(people.liaison), 'reply', { ...a.A_REPLY, text: 'SECRET-second reply' }],
  )
  const { seen, text } = await follower(app, found)
  assert.ok(!seen.html.includes('SECRET'))
  for (const { name, id } of Object.values(people))
    assert.ok(!seen.html.includes(name) && !seen.html.includes(id))
  for (const told of ['بدأت الجهة العمل', 'كتبت الجهة ردها', 'فعاد إلى المكتب المركزي', 'وزارة الأشغال'])
    assert.ok(text.includes(told), told)
})

test('a question stands before everything else, and is answered right there', async (t) => {
  const app = await anApp(t)
  const { people } = app.country
  const found = await a.through(app.country, await a.routed(app.country), [
    a.staff(people.liaison),
    'ask',
    { question: 'أي بوابة من بوابات المدرسة؟' },
  ])
  const { visitor, seen, text } = await follower(app, found)
  assert.ok(text.includes('أي بوابة من بوابات المدرسة؟') && text.includes('أنت: ننتظر جوابك'))
  assert.ok(seen.html.indexOf('أي بوابة') < seen.html.indexOf(a.aPothole.text))
  const empty = await visitor.send('/ar/case', { text: '' })
  assert.equal(empty.status, 422)
  const answered = await visitor.send('/ar/case', { text: 'البوابة الشمالية' })
  assert.equal(answered.path, '/ar/case?done=add')
  assert.ok(textOf(answered.html).includes('أجبت عن السؤال'))
  assert.ok(!answered.html.includes('أنت: ننتظر جوابك'))
})

test('the answer comes point by point, with what was promised and where else to turn', async (t) => {
  const app = await anApp(t)
  const { people } = app.country
  await app.country.owner.run(
    sql`update installation set outside_remedy = ${json({ ar: 'ديوان المظالم', en: 'The ombudsman' })}::jsonb`,
  )
  const found = await a.through(
    app.country,
    await a.routed(app.country),
    [
      a.staff(people.liaison),
      'reply',
      {
        text: 'لا يمكن إصلاحها هذا الشهر.',
        outcome: 'refused',
        legalGround: 'قانون الطرق، المادة 5',
        points: [{ point: 'الحفرة أمام المدرسة', answer: 'تُصلح بعد موسم الأمطار' }],
        actions: [{ text: 'نضع حواجز', dueOn: '2026-10-20' }],
      },
    ],
    [a.staff(people.reviewer), 'verify'],
    [a.staff(people.releaser), 'release'],
  )
  const { text } = await follower(app, found)
  for (const told of [
    'لا يمكن إصلاحها هذا الشهر.',
    'رُفض الطلب',
    'قانون الطرق، المادة 5',
    'تُصلح بعد موسم الأمطار',
    'نضع حواجز',
    'حتى الثلاثاء 20 أكتوبر',
    'ديوان المظالم',
  ])
    assert.ok(text.includes(told), told)
})

test('an answer is rated once, and may be objected to until the day that is named', async (t) => {
  const app = await anApp(t)
  const { visitor, text } = await follower(app, await a.answered(app.country))
  assert.ok(text.includes('لك أن تعترض حتى الخميس 15 أكتوبر'))
  const unsaid = await visitor.send('/ar/case/rate', { solved: '2', comment: 'لا بأس' })
  assert.equal(unsaid.status, 422)
  assert.ok(unsaid.html.includes('لا بأس') && unsaid.html.includes('href="#respect"'))
  const rated = await visitor.send('/ar/case/rate', { solved: '2', respect: '5', comment: 'لا بأس' })
  assert.ok(textOf(rated.html).includes('شكرًا، وصل تقييمك'))
  assert.ok(!rated.html.includes('/ar/case/rate"'))
  const objected = await visitor.send('/ar/case/object', { reason: 'ما زالت الحفرة موجودة' })
  assert.equal(objected.path, '/ar/case?done=object')
  assert.ok(textOf(objected.html).includes('ينظر في اعتراضك شخص لم يشارك في الرد'))
})

test('a case that is opened again tells its new date and keeps the earlier answer to read', async (t) => {
  const app = await anApp(t)
  const { people } = app.country
  const found = await a.through(
    app.country,
    await a.answered(app.country),
    [a.resident, 'object', { reason: 'ما زالت' }],
    [a.staff(people.otherReviewer), 'reopen', { reason: 'الصور تؤيد ذلك' }],
  )
  const { text } = await follower(app, found)
  assert.ok(text.includes('قُبل اعتراضك') && text.includes('الصور تؤيد ذلك'))
  assert.ok(text.includes('موعدك الجديد: الخميس 8 أكتوبر'))
  assert.ok(text.includes('الرد السابق'))
})

test('an extension tells why, until when, and where else to turn', async (t) => {
  const app = await anApp(t)
  const found = await a.through(app.country, await a.routed(app.country), [
    a.staff(app.country.people.liaison),
    'extend',
    { days: 3, reason: 'ننتظر وصول المواد', otherRemedy: 'الأمانة العامة للتظلمات' },
  ])
  const { text } = await follower(app, found)
  for (const told of ['ننتظر وصول المواد', 'الأمانة العامة للتظلمات', 'موعدك الجديد', 'تغيّر موعدك مرة'])
    assert.ok(text.includes(told), told)
})

test('the resident of a case joined with another reads its answer and nothing of the other person', async (t) => {
  const app = await anApp(t)
  const { people } = app.country
  const first = await a.routed(app.country, { ...a.aPothole, text: 'قصة شخص آخر عن الحفرة' })
  const second = await a.submitted(app.country)
  await a.through(app.country, second, [a.staff(people.reviewer), 'merge', { into: first.id }])
  const waiting = await follower(app, second)
  assert.ok(waiting.text.includes('وصلنا طلب مشابه'))
  await a.through(
    app.country,
    first,
    [a.staff(people.liaison), 'reply', a.A_REPLY],
    [a.staff(people.reviewer), 'verify'],
    [a.staff(people.releaser), 'release'],
  )
  const { seen, text } = await follower(app, second)
  assert.ok(text.includes(a.A_REPLY.text))
  for (const secret of ['قصة شخص آخر', first.id, formatReference(first.reference), 'الحفرة أمام المدرسة'])
    assert.ok(!seen.html.includes(secret), secret)
})

test('a case in parts is one case to its resident', async (t) => {
  const app = await anApp(t)
  const found = await a.through(app.country, await a.submitted(app.country), [
    a.staff(app.country.people.reviewer),
    'split',
    {
      parts: [
        { entity: 'works', text: 'الحفرة' },
        { entity: 'electricity', text: 'العمود' },
      ],
    },
  ])
  const { text } = await follower(app, found)
  assert.ok(text.includes('ويأتيك رد واحد') && text.includes('المكتب المركزي'))
})

test('whoever withdraws is asked first; then the case is over and says so', async (t) => {
  const app = await anApp(t)
  const { visitor } = await follower(app, await a.routed(app.country))
  assert.ok(textOf((await visitor.get('/ar/case/withdraw')).html).includes('لا يمكن التراجع'))
  const seen = await visitor.send('/ar/case/withdraw', { reason: '' })
  assert.ok(textOf(seen.html).includes('سحبت هذا الطلب'))
  assert.equal((await visitor.get('/ar/case/add')).path, '/ar/case')
})

test('silence ends a case without an answer, and adding what was asked opens it again', async (t) => {
  const app = await anApp(t)
  const { people, db } = app.country
  const found = await a.through(
    app.country,
    await a.routed(app.country),
    [a.staff(people.liaison), 'ask', { question: 'أين بالضبط؟' }],
    [{ kind: 'system' }, 'lapse'],
  )
  const { visitor, text } = await follower(app, found)
  assert.ok(text.includes('أُغلق بلا إجابة'))
  const seen = await visitor.send('/ar/case/add', { text: 'عند البوابة الشمالية' })
  assert.ok(textOf(seen.html).includes('فُتح الطلب من جديد'))
  const row = await db.row<{ stage: string }>(sql`select stage from cases where id = ${found.id}`)
  assert.equal(row?.stage, 'with-entity')
})

test('a step sent twice is one step; a step that is no longer open says how the case stands', async (t) => {
  const app = await anApp(t)
  const { visitor } = await follower(app, await a.answered(app.country))
  const form = await visitor.open('/ar/case/object')
  const late = await visitor.open('/ar/case/accept')
  const twice = await Promise.all([1, 2].map(() => visitor.post(form, { reason: 'ما زالت الحفرة' })))
  assert.deepEqual(
    twice.map(({ path }) => path),
    ['/ar/case?done=object', '/ar/case?done=object'],
  )
  const refused = await visitor.post(late)
  assert.equal(refused.status, 409)
  assert.ok(textOf(refused.html).includes('تغيّر وضع الطلب'))
})

test('an expired form brings what was typed', async (t) => {
  const app = await anApp(t)
  const found = await a.answered(app.country)
  const first = await follower(app, found)
  const form = await first.visitor.open('/ar/case/object')
  app.country.clock.forward({ hours: 25 })
  const { reference, id } = found
  await first.visitor.send('/ar/follow', { reference, pin: pinOf(app.tools.secret, id) })
  const seen = await first.visitor.post(form, { reason: 'كتبت هذا أمس' })
  assert.equal(seen.status, 403)
  assert.ok(seen.html.includes('كتبت هذا أمس'))
})

test('files go both ways, as something to save, and only those that are the resident’s to see', async (t) => {
  const app = await anApp(t)
  const { visitor } = await follower(app, await a.routed(app.country))
  const added = await visitor.send('/ar/case/add', {
    text: 'هذه صورة',
    files: [new File(['ملاحظات'], 'ملاحظات.txt', { type: 'text/plain' })],
  })
  const [, file = ''] = /href="([^"]*\/files\/[^"]*)"/.exec(added.html) ?? []
  const sent = await visitor.get(file)
  assert.equal(sent.status, 200)
  assert.match(sent.headers.get('content-disposition') ?? '', /^attachment/)
  const stranger = await follower(app, await a.submitted(app.country))
  assert.equal((await stranger.visitor.get(file)).status, 404)
  await app.country.owner.run(sql`update files set internal = true`)
  assert.equal((await visitor.get(file)).status, 404)
})

test('an English reader follows the same case in English', async (t) => {
  const app = await anApp(t)
  const { visitor } = await follower(app, await a.answered(app.country))
  const { html } = await visitor.get('/en/case')
  assert.ok(html.includes('lang="en"') && textOf(html).includes('You may object until Thursday 15 October'))
})

test('forged, broken and foreign requests never break a page and never change anything', async (t) => {
  const app = await anApp(t)
  const { visitor } = await follower(app, await a.routed(app.country))
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const boundary = { 'content-type': 'multipart/form-data; boundary=x' }
  const bodies: [Record<string, string>, string][] = [
    [{}, ''],
    [boundary, '--x\r\nContent-Disposition: form-data; name="text"\r\n\r\ncut of'],
    [boundary, 'no parts at all'],
    [{ 'content-type': 'application/json' }, '{"text": "x"}'],
    [{ 'content-type': 'application/x-www-form-urlencoded' }, 'csrf=%00&text=%ud800&__proto__[x]=1'],
    [{ 'content-type': 'application/x-www-form-urlencoded' }, `text=${'x'.repeat(2_000_000)}`],
  ]
  const paths = [
    'case/add',
    'case/withdraw',
    'case/close',
    'follow',
    'new/text',
    'new/files',
    'new/check',
    'new/discard',
    'sign-in',
    'sign-in/code',
    'my/details',
    'sign-out',
  ]
  const count = () =>
    app.country.db.row<object>(sql`
    select (select count(*) from case_events) as events, (select count(*) from drafts) as drafts,
           (select count(*) from files) as files`)
  const before = await count()
  for (const path of paths)
    for (const [headers, body] of bodies) {
      const response = await app.app.request(`/ar/${path}`, {
        method: 'POST',
        headers: { ...headers, cookie },
        body,
      })
      assert.ok(response.status < 500, `${path}: ${response.status}`)
    }
  assert.deepEqual({ ...(await count()) }, { ...before })
  for (const path of [
    'case/files/x',
    'case/reopen',
    'my/x',
    'new/x',
    'case/%00',
    'new?entity=%00&place=__proto__',
  ])
    assert.ok((await app.app.request(`/ar/${path}`, { headers: { cookie } })).status < 500, path)
})
