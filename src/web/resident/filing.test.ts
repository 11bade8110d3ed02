import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { sql } from '#platform'
import { anApp } from '../../../test/kit/app.ts'
import { ANSWERS, answeredUpTo, aVisitor, STORY, secretsIn, sentBy, textOf } from './filing.examples.ts'

const photo = async (name = 'حفرة.jpg') =>
  new File(
    [
      new Uint8Array(
        await sharp({ create: { width: 60, height: 40, channels: 3, background: '#876' } })
          .jpeg()
          .toBuffer(),
      ),
    ],
    name,
    { type: 'image/jpeg' },
  )

test('the bare address leads to the Arabic home page, which says what can be said here', async (t) => {
  const { app } = await anApp(t)
  const seen = await aVisitor({ app }).get('/')
  assert.equal(seen.path, '/ar')
  for (const type of ['استفسار', 'شكوى', 'اقتراح', 'ثناء', 'إبلاغ عن مخالفة'])
    assert.ok(seen.html.includes(type))
})

test('looking around gives nobody a cookie', async (t) => {
  const { app } = await anApp(t)
  for (const path of ['/ar', '/en/about', '/ar/help', '/en/violation']) {
    const visitor = aVisitor({ app })
    assert.equal((await visitor.get(path)).status, 200)
    assert.equal(visitor.cookies.size, 0, path)
  }
})

test('a complaint is filed question by question, and the confirmation tells number, PIN and date', async (t) => {
  const { app, country } = await anApp(t)
  const { seen, reference, pin } = await sentBy(aVisitor({ app }))
  assert.match(reference, /^26-/)
  assert.match(pin, /^\d{3} \d{3}$/)
  assert.ok(textOf(seen.html).includes('الخميس 8 أكتوبر'), 'five working days for a pothole')
  const found = await country.db.row<{ words: object; name: string; phone: string; channel: string }>(sql`
    select w.words, r.name, r.phone, c.channel from cases c
      join case_words w on w.case_id = c.id join requesters r on r.case_id = c.id`)
  assert.equal(found?.phone, '+97333001122')
  assert.equal(found?.channel, 'web')
  assert.deepEqual(found?.words, {
    subject: 'في حفرة كبيرة قدام مدرسة البنات من أسبوعين.',
    text: STORY,
    remedy: 'أتمنى تسدونها',
    place: { text: 'أمام البوابة الشمالية' },
  })
})

test('number and PIN stand in no address and no page is kept by a browser', async (t) => {
  const { app } = await anApp(t)
  const { seen, reference, pin } = await sentBy(aVisitor({ app }))
  const secrets = [reference, reference.replaceAll('-', ''), pin.replace(' ', '')]
  const addresses = [...seen.html.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, address]) => address)
  for (const address of addresses) for (const secret of secrets) assert.ok(!address?.includes(secret))
  assert.equal(seen.headers.get('cache-control'), 'no-store')
  assert.equal(seen.headers.get('referrer-policy'), 'no-referrer')
  assert.ok(!seen.headers.get('content-security-policy')?.includes('script-src'))
  assert.ok(!seen.html.includes('<script'))
})

test('a double click makes one case and shows the same confirmation', async (t) => {
  const { app, country } = await anApp(t)
  const visitor = aVisitor({ app })
  await answeredUpTo(visitor)
  const form = await visitor.open('/ar/new/check')
  const shown = await Promise.all([visitor.post(form), visitor.post(form), visitor.post(form)])
  const late = await visitor.post(form)
  assert.equal(new Set([...shown, late].map((seen) => secretsIn(seen).reference)).size, 1)
  assert.equal((await country.db.row<{ n: number }>(sql`select count(*) as n from cases`))?.n, 1)
})

test('every question says what is missing, beside the field and in the summary, and keeps what was typed', async (t) => {
  const { app } = await anApp(t)
  const wrong = {
    text: { fields: { text: '   ' }, at: 'text' },
    type: { fields: {}, at: 'type' },
    category: { fields: { category: 'no-such' }, at: 'category' },
    entity: { fields: { entity: 'other' }, at: 'entity-list' },
    place: {
      fields: { 'place.text': 'قرب المسجد', 'place.lat': '٩٩', 'place.lon': '50.5' },
      at: 'place-lat',
    },
    remedy: { fields: { remedy: 'س'.repeat(2001) }, at: 'remedy' },
    who: { fields: {}, at: 'who' },
    contact: { fields: { name: 'فاطمة', phone: '12', email: '', language: 'ar' }, at: 'phone' },
  } as const
  for (const [question, { fields, at }] of Object.entries(wrong)) {
    const visitor = aVisitor({ app })
    await answeredUpTo(visitor, question as keyof typeof wrong)
    const seen = await visitor.send(`/ar/new/${question}`, fields)
    assert.equal(seen.path, `/ar/new/${question}`)
    assert.ok(seen.html.includes(`href="#${at}"`), `${question}: the summary leads to ${at}`)
    assert.ok(seen.html.includes(`id="${at}-error"`), `${question}: the error stands beside ${at}`)
    assert.ok(seen.html.includes('autofocus'), 'the summary takes the focus')
    for (const typed of Object.values(fields as Record<string, string>))
      if (typed.trim() && !['no-such', 'other'].includes(typed))
        assert.ok(seen.html.includes(typed), question)
  }
})

test('what was refused is still there after a reload', async (t) => {
  const { app } = await anApp(t)
  const visitor = aVisitor({ app })
  const long = 'كلمة '.repeat(2500)
  assert.ok((await visitor.send('/ar/new/text', { text: long })).html.includes('text-error'))
  assert.ok((await visitor.get('/ar/new/text')).html.includes(long.trim().slice(0, 5000)))
})

test('a draft is there a day later on the same phone, and on no other', async (t) => {
  const { app, country } = await anApp(t)
  const visitor = aVisitor({ app })
  await answeredUpTo(visitor, 'place')
  country.clock.forward({ hours: 26 })
  const home = await visitor.get('/ar')
  assert.ok(home.html.includes('/ar/new/place'), 'the home page leads on')
  assert.ok((await visitor.get('/ar/new')).html.includes(STORY))
  assert.ok((await visitor.get('/ar/new/text')).html.includes(STORY))
  assert.ok(!(await aVisitor({ app }).get('/ar/new/text')).html.includes(STORY))
})

test('a form that expired overnight brings its words, keeps them, and can be sent again', async (t) => {
  const { app, country } = await anApp(t)
  const visitor = aVisitor({ app })
  const form = await visitor.open('/ar/new/text')
  country.clock.forward({ hours: 25 })
  const seen = await visitor.post(form, { text: STORY })
  assert.ok(textOf(seen.html).includes('بقيت الصفحة مفتوحة أكثر من يوم'))
  assert.ok(seen.html.includes(STORY))
  assert.ok((await visitor.get('/ar/new/text')).html.includes(STORY), 'kept without being sent again')
  assert.equal((await visitor.send('/ar/new/text', { text: STORY })).path, '/ar/new/type')
})

test('a form without our token is not taken and its words are not kept', async (t) => {
  const { app, country } = await anApp(t)
  const visitor = aVisitor({ app })
  await visitor.get('/ar/new/text')
  const seen = await visitor.send('/ar/new/text', { text: 'كلام غيري' }, { hidden: { csrf: 'x.y' } })
  assert.equal(seen.status, 403)
  assert.ok(!seen.html.includes('كلام غيري'))
  assert.equal((await country.db.rows(sql`select from drafts`)).length, 0)
})

test('browsers that hide where a form came from may send it; other sites may not', async (t) => {
  const { app } = await anApp(t)
  const hidden = await aVisitor({ app }).send('/ar/new/text', ANSWERS.text, { headers: { origin: 'null' } })
  assert.equal(hidden.path, '/ar/new/type')
  const foreign = { origin: 'https://elsewhere.example' }
  assert.equal((await aVisitor({ app }).send('/ar/new/text', ANSWERS.text, { headers: foreign })).status, 403)
})

test('questions are opened in their order; a later one leads back to the one that is open', async (t) => {
  const { app } = await anApp(t)
  const visitor = aVisitor({ app })
  assert.equal((await visitor.get('/ar/new/who')).path, '/ar/new/text')
  await answeredUpTo(visitor, 'category')
  assert.equal((await visitor.get('/ar/new/check')).path, '/ar/new/category')
  assert.equal((await visitor.get('/ar/new/sent')).path, '/ar/new')
})

test('an answer is changed from the check page and leads back there', async (t) => {
  const { app } = await anApp(t)
  const visitor = aVisitor({ app })
  await answeredUpTo(visitor)
  assert.ok((await visitor.get('/ar/new/check')).html.includes('/ar/new/place?from=check'))
  const seen = await visitor.send('/ar/new/place?from=check', { 'place.text': 'عند الدوار' })
  assert.equal(seen.path, '/ar/new/check')
  assert.ok(seen.html.includes('عند الدوار'))
})

test('another type asks only what it needs, and sends nothing of what was answered before', async (t) => {
  const { app, country } = await anApp(t)
  const visitor = aVisitor({ app })
  await answeredUpTo(visitor)
  const seen = await visitor.send('/ar/new/type?from=check', { type: 'inquiry' })
  assert.equal(seen.path, '/ar/new/check')
  assert.ok(!seen.html.includes('أتمنى تسدونها'))
  await visitor.send('/ar/new/check')
  const found = await country.db.row<{ words: object }>(sql`select words from case_words`)
  assert.ok(!JSON.stringify(found).includes('أتمنى تسدونها'))
})

test('another subject asks again who is responsible', async (t) => {
  const { app } = await anApp(t)
  const visitor = aVisitor({ app })
  await answeredUpTo(visitor)
  const seen = await visitor.send('/ar/new/category?from=check', { category: 'power-cuts' })
  assert.equal(seen.path, '/ar/new/entity')
  assert.match(seen.html, /value="electricity"[^>]*checked/)
})

test('"not sure" is always an answer, and so is having no place', async (t) => {
  const { app, country } = await anApp(t)
  await sentBy(aVisitor({ app }), {
    category: { category: 'not-sure' },
    entity: { entity: 'not-sure' },
    place: { none: 'yes' },
    remedy: { remedy: '' },
  })
  const found = await country.db.row<object>(
    sql`select category_id as category, entity_id as entity from cases`,
  )
  assert.deepEqual({ ...found }, { category: null, entity: null })
})

test('subjects are proposed from their own words, with the words that speak for them', async (t) => {
  const { app } = await anApp(t)
  const visitor = aVisitor({ app })
  await answeredUpTo(visitor, 'category')
  const { html } = await visitor.get('/ar/new/category')
  assert.match(html, /value="potholes"/)
  assert.match(html, /لأنك كتبت: [^<]*«حفرة»/)
})

test('a place is taken in any digits', async (t) => {
  const { app, country } = await anApp(t)
  await sentBy(aVisitor({ app }), { place: { 'place.lat': '٢٦٫٢٢', 'place.lon': '50,58' } })
  const found = await country.db.row<{ words: { place: object } }>(sql`select words from case_words`)
  assert.deepEqual(found?.words.place, { lat: 26.22, lon: 50.58 })
})

test('photos are kept as they arrive, can be taken back with their originals, and go with the case', async (t) => {
  const { app, country } = await anApp(t)
  const visitor = aVisitor({ app })
  await answeredUpTo(visitor, 'files')
  const attached = await visitor.send('/ar/new/files', {
    files: [await photo(), await photo('two.jpg')],
    attach: 'yes',
  })
  assert.equal(attached.path, '/ar/new/files')
  assert.ok(attached.html.includes('حفرة.jpg') && attached.html.includes('two.jpg'))
  const [, first = ''] = /حفرة\.jpg<\/bdi>.*?name="remove" value="([^"]+)"/s.exec(attached.html) ?? []
  const removed = await visitor.send('/ar/new/files', { remove: first })
  assert.ok(!removed.html.includes('حفرة.jpg') && removed.html.includes('two.jpg'))
  assert.equal((await country.db.rows(sql`select from files`)).length, 2, 'one photo and its original')
  await visitor.send('/ar/new/files')
  await visitor.send('/ar/new/who', ANSWERS.who)
  await visitor.send('/ar/new/contact', ANSWERS.contact)
  await visitor.send('/ar/new/check')
  const files = await country.db.rows<{ seq: number }>(sql`select seq from files where case_id is not null`)
  assert.deepEqual(
    files.map(({ seq }) => seq),
    [1, 1],
  )
})

test('a file that cannot be taken is named, and the good one beside it stays', async (t) => {
  const { app } = await anApp(t)
  const visitor = aVisitor({ app })
  await answeredUpTo(visitor, 'files')
  const bad = new File(['MZ\x90\0not a picture\0'], 'run.exe')
  const seen = await visitor.send('/ar/new/files', { files: [await photo('good.jpg'), bad] })
  assert.ok(textOf(seen.html).includes('«run.exe»'))
  assert.ok(seen.html.includes('good.jpg'))
})

test('no more than five files', async (t) => {
  const { app } = await anApp(t)
  const visitor = aVisitor({ app })
  await answeredUpTo(visitor, 'files')
  const six = await Promise.all(['1', '2', '3', '4', '5', '6'].map((name) => photo(`${name}.jpg`)))
  const seen = await visitor.send('/ar/new/files', { files: six, attach: 'yes' })
  assert.ok(textOf(seen.html).includes('يمكن إرفاق 5 ملفات على الأكثر'))
  assert.ok(seen.html.includes('5.jpg') && !seen.html.includes('type="file"'))
})

test('a code at a counter says entity, subject and channel beforehand, if they exist', async (t) => {
  const { app, country } = await anApp(t)
  const visitor = aVisitor({ app })
  const started = await visitor.get('/ar/new?entity=works&category=potholes&place=nowhere&channel=qr')
  const form = await visitor.open(started.path)
  assert.equal((await visitor.post(form, ANSWERS.text)).path, '/ar/new/type')
  assert.equal((await visitor.send('/ar/new/type', ANSWERS.type)).path, '/ar/new/place')
  for (const question of ['place', 'remedy', 'files', 'who', 'contact'] as const)
    await visitor.send(`/ar/new/${question}`, ANSWERS[question])
  await visitor.send('/ar/new/check')
  const found = await country.db.row<object>(sql`select category_id as category, channel from cases`)
  assert.deepEqual({ ...found }, { category: 'potholes', channel: 'qr' })
})

test('starting over asks once more, and then nothing is left', async (t) => {
  const { app, country } = await anApp(t)
  const visitor = aVisitor({ app })
  await answeredUpTo(visitor, 'files')
  await visitor.send('/ar/new/files', { files: [await photo()], attach: 'yes' })
  assert.ok((await visitor.get('/ar/new/discard')).html.includes('نعم، امحُه'))
  assert.equal((await country.db.rows(sql`select from drafts`)).length, 1)
  assert.equal((await visitor.send('/ar/new/discard')).path, '/ar/new/text')
  assert.equal((await country.db.rows(sql`select from drafts`)).length, 0)
  assert.equal((await country.db.rows(sql`select from files`)).length, 0)
})

test('a report of a violation is not taken here: routes are shown, and the draft goes only when told so', async (t) => {
  const { app, country } = await anApp(t)
  const visitor = aVisitor({ app })
  await answeredUpTo(visitor, 'type')
  const seen = await visitor.send('/ar/new/type', { type: 'violation' })
  assert.equal(seen.path, '/ar/new/violation')
  assert.ok(textOf(seen.html).includes('هذه الغرفة لم تُفتح بعد'))
  const draft = await country.db.row<{ answers: object }>(sql`select answers from drafts`)
  assert.ok(!JSON.stringify(draft).includes('violation'), 'not even the wish is kept')
  const erased = await visitor.send('/ar/new/discard?then=violation')
  assert.equal(erased.path, '/ar/violation?erased')
  assert.equal((await country.db.rows(sql`select from drafts`)).length, 0)
})

test('after sending a new draft may begin, and the confirmation stays until it does, for a day', async (t) => {
  const { app, country } = await anApp(t)
  const visitor = aVisitor({ app })
  const { reference } = await sentBy(visitor)
  assert.equal(secretsIn(await visitor.get('/ar/new/sent')).reference, reference)
  assert.ok(!(await visitor.get('/ar/new/text')).html.includes(STORY))
  assert.equal(secretsIn(await visitor.get('/ar/new/sent')).reference, reference)
  country.clock.forward({ hours: 25 })
  assert.equal((await visitor.get('/ar/new/sent')).path, '/ar/follow')
  await visitor.send('/ar/new/text', { text: 'شيء آخر' })
  assert.ok((await visitor.get('/ar/new')).html.includes('شيء آخر'))
})

test('whoever used somebody else’s device takes the confirmation away', async (t) => {
  const { app } = await anApp(t)
  const visitor = aVisitor({ app })
  await sentBy(visitor)
  assert.equal((await visitor.send('/ar/new/sent')).path, '/ar')
  assert.equal((await visitor.get('/ar/new/sent')).path, '/ar/new/text')
  assert.equal((await visitor.get('/ar/case')).path, '/ar/follow?over')
})

test('too many cases from one network wait a minute, and lose nothing', async (t) => {
  const { app } = await anApp(t)
  const headers = { 'x-forwarded-for': '203.0.113.7' }
  const visitor = aVisitor({ app })
  await answeredUpTo(visitor)
  const form = { ...(await visitor.open('/ar/new/check')), headers }
  const other = aVisitor({ app })
  await answeredUpTo(other)
  const check = await other.open('/ar/new/check')
  for (let sent = 0; sent < 30; sent++) {
    await other.post({ ...check, headers })
    await answeredUpTo(other)
    Object.assign(check, await other.open('/ar/new/check'))
  }
  const refused = await visitor.post(form)
  assert.equal(refused.status, 429)
  assert.equal(refused.headers.get('retry-after'), '60')
  assert.ok(refused.html.includes(STORY))
})

test('a subject that was closed meanwhile is asked again; everything else stays', async (t) => {
  const { app, country, tools } = await anApp(t)
  const visitor = aVisitor({ app })
  await answeredUpTo(visitor)
  await country.owner.run(sql`update categories set active = false where id = 'potholes'`)
  await country.owner.run(sql`update installation set configuration = configuration + 1`)
  tools.forget()
  const seen = await visitor.send('/ar/new/check')
  assert.equal(seen.status, 422)
  assert.ok(seen.html.includes('/ar/new/category'))
  assert.equal((await visitor.send('/ar/new/category', { category: 'power-cuts' })).path, '/ar/new/check')
})

test('words that no keyboard types are refused without losing the rest', async (t) => {
  const { app } = await anApp(t)
  const seen = await aVisitor({ app }).send('/ar/new/text', { text: 'قبل\u0000بعد' })
  assert.ok(seen.html.includes('قبلبعد') && seen.html.includes('text-error'))
})

test('a text too long to be kept is still shown again', async (t) => {
  const { app } = await anApp(t)
  const seen = await aVisitor({ app }).send('/ar/new/text', { text: 'س'.repeat(100_001) })
  assert.equal(seen.status, 422)
  assert.ok(seen.html.includes('س'.repeat(50_000)))
})

test('what was refused in one question waits while another is changed', async (t) => {
  const { app } = await anApp(t)
  const visitor = aVisitor({ app })
  await answeredUpTo(visitor, 'place')
  await visitor.send('/ar/new/place', { 'place.text': 'قرب المسجد', 'place.lat': '99' })
  await visitor.send('/ar/new/type', { type: 'complaint' })
  assert.ok((await visitor.get('/ar/new/place')).html.includes('قرب المسجد'))
})

test('nobody has to say who they are to be heard', async (t) => {
  const { app } = await anApp(t)
  const visitor = aVisitor({ app })
  await answeredUpTo(visitor, 'contact')
  const checked = await visitor.send('/ar/new/contact', { name: '', phone: '', email: '', language: 'ar' })
  assert.equal(checked.path, '/ar/new/check')
  const sent = await visitor.send('/ar/new/check', {})
  assert.match(sent.path, /^\/ar\/new\/sent/)
})
