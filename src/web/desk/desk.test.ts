import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listDesk, openCase, type StepName } from '#cases'
import type { Officer } from '#people'
import { sql } from '#platform'
import { type App, anApp } from '../../../test/kit/app.ts'
import * as a from '../../../test/kit/situations.ts'
import { atDesk, formTo } from '../../../test/kit/staff.ts'
import { textOf } from '../../../test/kit/visitor.ts'

const seenBy = async ({ country }: App, officer: Officer, id: string) =>
  a.granted(await openCase(country.tools, officer, id))
const stateOf = async (app: App, id: string) => (await seenBy(app, app.country.people.reviewer, id)).state
const pageOf = (id: string, locale = 'ar') => `/${locale}/desk/cases/${id}`

const A_REPLY = {
  text: 'ردمنا الحفرة أمام المدرسة يوم الأحد وأعدنا تعبيد الشارع، ونشكركم على التنبيه.',
  outcome: 'solved',
  'points.0.point': 'الحفرة أمام المدرسة',
  'points.0.answer': 'رُدمت وعُبّدت',
}

test('a case travels from the queue to the resident through four people’s forms', async (t) => {
  const app = await anApp(t)
  const { people } = app.country
  const { id, reference } = await a.submitted(app.country)
  const rana = await atDesk(app, people.reviewer)
  assert.match((await rana.get('/ar/desk')).html, new RegExp(id))
  const routed = await rana.step(pageOf(id), '/route', { entity: 'works', category: 'potholes' })
  assert.match(textOf(routed.html), /أُحيل الطلب/)

  const salem = await atDesk(app, people.liaison)
  assert.match((await salem.get('/ar/desk')).html, new RegExp(id))
  const replied = await salem.step(pageOf(id), '/reply', A_REPLY)
  assert.equal(replied.status, 200, textOf(replied.html))
  assert.equal((await stateOf(app, id)).stage, 'replied')

  await rana.step(pageOf(id), '/verify')
  const layla = await atDesk(app, people.releaser)
  await layla.step(pageOf(id), '/release')
  assert.equal((await stateOf(app, id)).stage, 'answered')
  const found = await layla.get(`/en/desk?q=${reference}`)
  assert.equal(found.path, pageOf(id, 'en'))
  assert.match(textOf(found.html), /Reply released to the resident/)
})

test('a proposal is routed with one tap, and says which words it follows', async (t) => {
  const app = await anApp(t)
  const { id } = await a.submitted(app.country, { ...a.aPothole, text: 'في حفرة في الشارع أمام بيتنا' })
  const rana = await atDesk(app, app.country.people.reviewer)
  const page = await rana.get(pageOf(id))
  assert.match(textOf(page.html), /وزارة الأشغال الحفر · .*بسبب: حفرة · الشارع/)
  const [first] = [...page.html.matchAll(/<form action="[^"]*\/route".*?<\/form>/gs)].map(([form]) => form)
  const hidden = Object.fromEntries(
    [...(first ?? '').matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  )
  await rana.post({ action: `${pageOf(id)}/route`, hidden })
  const { entity, category } = await stateOf(app, id)
  assert.deepEqual({ entity, category }, { entity: 'works', category: 'potholes' })
})

test('every page shows the forms of exactly the steps that the table allows', async (t) => {
  const app = await anApp(t)
  const { country } = app
  const { people } = country
  const cases = [
    await a.submitted(country),
    await a.routed(country),
    await a.replied(country),
    await a.verified(country),
    await a.answered(country),
  ]
  // Shown in their own places, or not twice: a promise is fulfilled beside itself, work begins once.
  const apart: StepName[] = ['fulfil', 'take-up']
  for (const officer of Object.values(people)) {
    const visitor = await atDesk(app, officer)
    for (const { id } of cases) {
      const opened = await openCase(country.tools, officer, id)
      const page = await visitor.get(pageOf(id))
      if (!opened.ok) {
        assert.equal(page.status, 404, `${officer.name} on ${id}`)
        continue
      }
      const forms = new Set(
        [...page.html.matchAll(/action="[^"]*\/desk\/cases\/[^/]+\/([\w-]+)"/g)].map(([, step]) => step),
      )
      for (const step of opened.value.steps.filter((each) => !apart.includes(each)))
        assert.ok(forms.has(step), `${officer.name}: no form for ${step} in ${opened.value.state.stage}`)
      const extra = [...forms].filter((step) => !opened.value.steps.includes(step as StepName))
      assert.deepEqual(
        extra.filter((step) => step !== 'entity-link'),
        handlersDraft(officer, opened.value.state.stage),
      )
    }
  }
})

/** A handler drafts in the form of the reply, which the liaison then sends. */
const handlersDraft = ({ grants }: Officer, stage: string) =>
  grants.some(({ role }) => role === 'handler') && stage === 'with-entity' ? ['reply'] : []

test('a page has at most one filled button', async (t) => {
  const app = await anApp(t)
  const { country } = app
  const cases = [
    await a.submitted(country),
    await a.routed(country),
    await a.replied(country),
    await a.verified(country),
    await a.answered(country),
  ]
  for (const officer of [country.people.reviewer, country.people.liaison, country.people.releaser]) {
    const visitor = await atDesk(app, officer)
    for (const { id } of cases) {
      const { html } = await visitor.get(pageOf(id))
      assert.ok([...html.matchAll(/class="button main/g)].length <= 1, `${officer.name}: ${textOf(html)}`)
    }
  }
})

test('what was typed comes back with the reason beside its field', async (t) => {
  const app = await anApp(t)
  const { id } = await a.routed(app.country)
  const salem = await atDesk(app, app.country.people.liaison)
  const refused = await salem.step(pageOf(id), '/reply', {
    ...A_REPLY,
    outcome: 'refused',
    'points.1.point': '',
    'points.1.answer': '',
    'points.2.point': 'الأطفال',
    'points.2.answer': '',
  })
  assert.equal(refused.status, 422)
  const said = textOf(refused.html)
  assert.match(said, /الرفض يحتاج إلى سنده القانوني/)
  assert.match(refused.html, /id="reply-legalGround"[^>]*aria-invalid/)
  // The empty row is gone, and the error stands at the row that was written.
  assert.match(refused.html, /id="reply-points-1-answer"[^>]*aria-invalid/)
  assert.match(refused.html, /name="points\.1\.point"[^>]*value="الأطفال"/)
  assert.match(refused.html, /ردمنا الحفرة/)
  assert.equal((await stateOf(app, id)).stage, 'with-entity')
})

test('another row is given without losing what was written', async (t) => {
  const app = await anApp(t)
  const { id } = await a.routed(app.country)
  const salem = await atDesk(app, app.country.people.liaison)
  const longer = await salem.step(pageOf(id), '/reply', { ...A_REPLY, more: 'points' })
  assert.equal(longer.status, 200)
  assert.match(longer.html, /name="points\.1\.answer"/)
  assert.match(longer.html, /رُدمت وعُبّدت/)
})

test('a handler drafts, and the liaison finds the draft in the form', async (t) => {
  const app = await anApp(t)
  const { people } = app.country
  const { id } = await a.routed(app.country)
  const salem = await atDesk(app, people.liaison)
  await salem.step(pageOf(id), '/assign', { unit: 'works-roads' })
  const yusuf = await atDesk(app, people.handler)
  const page = await yusuf.get(pageOf(id))
  assert.doesNotMatch(page.html, /value="send"/)
  const saved = await yusuf.post(formTo(page, '/reply'), { text: 'سنردم الحفرة غدًا', do: 'draft' })
  assert.match(textOf(saved.html), /حُفظت المسودة/)
  const begun = await salem.get(pageOf(id))
  assert.match(begun.html, /سنردم الحفرة غدًا/)
  assert.match(textOf(begun.html), /مسودة كتبها Yusuf/)
})

test('a reply like an earlier one is shown to its writer once more, then goes', async (t) => {
  const app = await anApp(t)
  const { people } = app.country
  await a.replied(app.country)
  const { id } = await a.routed(app.country)
  const salem = await atDesk(app, people.liaison)
  const same = { ...A_REPLY, text: a.A_REPLY.text }
  const warned = await salem.step(pageOf(id), '/reply', same)
  assert.match(textOf(warned.html), /يشبه الردود الجاهزة/)
  assert.equal((await stateOf(app, id)).stage, 'with-entity')
  await salem.post(formTo(warned, '/reply'), same)
  assert.equal((await stateOf(app, id)).stage, 'replied')
  const rana = await atDesk(app, people.reviewer)
  assert.match(textOf((await rana.get(pageOf(id))).html), /نصه يكاد يطابق ردًا سابقًا/)
})

test('two clicks on one button are one step', async (t) => {
  const app = await anApp(t)
  const { id } = await a.routed(app.country)
  const salem = await atDesk(app, app.country.people.liaison)
  const form = formTo(await salem.get(pageOf(id)), '/note')
  await Promise.all([
    salem.post(form, { note: 'اتصلنا بالمقاول' }),
    salem.post(form, { note: 'اتصلنا بالمقاول' }),
  ])
  const { events } = await seenBy(app, app.country.people.liaison, id)
  assert.equal(events.filter(({ step }) => step === 'note').length, 1)
})

test('another case is named by its number in any digits, and only one within reach', async (t) => {
  const app = await anApp(t)
  const [one, other] = [await a.submitted(app.country), await a.submitted(app.country)]
  const rana = await atDesk(app, app.country.people.reviewer)
  const arabic = other.reference.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)] ?? '')
  const wrong = await rana.step(pageOf(one.id), '/merge', { into: '26-0000-0000-0' })
  assert.equal(wrong.status, 422)
  assert.match(textOf(wrong.html), /لا يوجد طلب بهذا الرقم/)
  await rana.step(pageOf(one.id), '/merge', { into: arabic })
  assert.equal((await stateOf(app, one.id)).mergedInto, other.id)
  const salem = await atDesk(app, app.country.people.liaison)
  const routed = await a.routed(app.country)
  const foreign = await salem.step(pageOf(routed.id), '/link', { other: other.reference })
  assert.match(textOf(foreign.html), /لا يوجد طلب بهذا الرقم/)
})

test('a case in parts is answered with one voice that begins with the answers of the parts', async (t) => {
  const app = await anApp(t)
  const { people } = app.country
  const { id } = await a.submitted(app.country)
  const rana = await atDesk(app, people.reviewer)
  await rana.step(pageOf(id), '/split', {
    'parts.0.entity': 'works',
    'parts.0.text': 'سدّ الحفرة أمام المدرسة',
    'parts.1.entity': 'electricity',
    'parts.1.text': 'إعادة الإنارة إلى الشارع',
  })
  const whole = await seenBy(app, people.reviewer, id)
  assert.equal(whole.parts.open, 2)
  assert.match(textOf((await rana.get(pageOf(id))).html), /لم يُجب بعد عن كل الأجزاء/)
  for (const part of whole.related) {
    const liaison = part.entity === 'works' ? people.liaison : people.electrician
    const desk = await atDesk(app, liaison)
    await desk.step(pageOf(part.id), '/reply', {
      ...A_REPLY,
      text: `${A_REPLY.text} ${part.entity}`,
      warned: 'yes',
    })
    await rana.step(pageOf(part.id), '/verify')
    await (await atDesk(app, people.releaser)).step(pageOf(part.id), '/release')
  }
  const page = await rana.get(pageOf(id))
  assert.match(textOf(page.html), /وزارة الأشغال: ردمنا الحفرة/)
  assert.match(textOf(page.html), /هيئة الكهرباء: ردمنا الحفرة/)
})

test('another entity’s case, an unknown one and none are the same page, to read and to write', async (t) => {
  const app = await anApp(t)
  const { id } = await a.routed(app.country)
  const huda = await atDesk(app, app.country.people.electrician)
  const form = formTo(await huda.get('/ar/desk'), '/sign-out')
  const answers = await Promise.all(
    [id, '019a0000-0000-7000-8000-000000000000', 'x'].flatMap((each) => [
      huda.get(pageOf(each)),
      huda.get(`${pageOf(each)}/files/${id}`),
      huda.post({ ...form, action: `${pageOf(each)}/reply` }, A_REPLY),
      huda.post({ ...form, action: `${pageOf(each)}/entity-link` }),
    ]),
  )
  const told = answers.map(({ status, html }) => `${status} ${textOf(html)}`)
  assert.equal(new Set(told).size, 1)
  assert.equal(answers[0]?.status, 404)
  const reads = await app.country.owner.rows(sql`select 1 as read from case_reads`)
  assert.equal(reads.length, 0)
})

test('whoever hid their identity is nameless to the entity on every page of the desk', async (t) => {
  const app = await anApp(t)
  const { people } = app.country
  const { id } = await a.routed(app.country, { ...a.aPothole, identityHidden: true })
  for (const officer of [people.liaison, people.head, people.minister]) {
    const { html } = await (await atDesk(app, officer)).get(pageOf(id))
    assert.doesNotMatch(html, /فاطمة|33001122/, officer.name)
    assert.match(textOf(html), /أخفى مقدم الطلب هويته/)
  }
  const rana = await (await atDesk(app, people.reviewer)).get(pageOf(id))
  assert.match(rana.html, /فاطمة/)
  assert.match(rana.html, /33001122/)
})

test('a form without its token changes nothing', async (t) => {
  const app = await anApp(t)
  const { id } = await a.routed(app.country)
  const salem = await atDesk(app, app.country.people.liaison)
  const forged = await salem.post({ action: `${pageOf(id)}/reply`, hidden: { csrf: 'x' } }, A_REPLY)
  assert.equal(forged.status, 422)
  assert.equal((await stateOf(app, id)).stage, 'with-entity')
})

test('strange words, wrong ids and wild rows are refused in words and never break the page', async (t) => {
  const app = await anApp(t)
  const { id } = await a.submitted(app.country)
  const rana = await atDesk(app, app.country.people.reviewer)
  for (const [step, fields] of [
    ['route', { entity: 'nobody', category: '\u202e' }],
    ['route', { entity: '__proto__' }],
    ['split', { 'parts.9999.entity': 'works', 'parts.1.text': 'x'.repeat(20_000) }],
    ['ask', { question: 'a\u0000b' }],
    ['ask', { question: '\u202e'.repeat(10), 'question.0.a': 'x' }],
    ['merge', { into: id }],
    ['link', { other: "'; drop table cases; --" }],
    ['note', { note: 'x'.repeat(50_000) }],
  ] as const) {
    const answer = await rana.step(pageOf(id), `/${step}`, fields)
    assert.equal(answer.status, 422, `${step}: ${textOf(answer.html).slice(0, 300)}`)
  }
  assert.equal((await stateOf(app, id)).seq, 1)
})

test('a note and its file stay among staff', async (t) => {
  const app = await anApp(t)
  const { id } = await a.routed(app.country)
  const salem = await atDesk(app, app.country.people.liaison)
  const file = new File(['%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF'], 'خطة.pdf', {
    type: 'application/pdf',
  })
  const noted = await salem.step(pageOf(id), '/note', { note: 'خطة الموقع', files: [file] })
  assert.equal(noted.status, 200, textOf(noted.html))
  const { files } = await seenBy(app, app.country.people.liaison, id)
  assert.deepEqual(
    files.map(({ internal }) => internal),
    [true],
  )
  const sent = await salem.get(`${pageOf(id)}/files/${files[0]?.id}`)
  assert.match(sent.headers.get('content-disposition') ?? '', /^attachment/)
  const huda = await atDesk(app, app.country.people.electrician)
  assert.equal((await huda.get(`${pageOf(id)}/files/${files[0]?.id}`)).status, 404)
})

test('templates are written by those they belong to, and begin a reply', async (t) => {
  const app = await anApp(t)
  const { people } = app.country
  const salem = await atDesk(app, people.liaison)
  const template = {
    name: 'زيارة الموقع',
    body: 'زار فريقنا الموقع يوم',
    entity: 'works',
    language: 'ar',
    active: 'true',
  }
  const form = async (path: string) => ({ ...formTo(await salem.get(path), '/sign-out'), action: path })
  const foreign = await salem.post(await form('/ar/desk/templates/new'), {
    ...template,
    entity: 'electricity',
  })
  assert.equal(foreign.status, 422)
  const saved = await salem.post(await form('/ar/desk/templates/new'), template)
  assert.match(textOf(saved.html), /زيارة الموقع/)
  const { id } = await a.routed(app.country)
  const chosen =
    /<option value="([0-9a-f-]{36})"[^>]*>زيارة الموقع/.exec((await salem.get(pageOf(id))).html)?.[1] ?? ''
  const begun = await salem.step(pageOf(id), '/reply', { text: 'مرحبًا.', template: chosen, do: 'template' })
  assert.match(begun.html, /مرحبًا\.\n\nزار فريقنا الموقع يوم/)
  const huda = await atDesk(app, people.electrician)
  assert.equal((await huda.get(`/ar/desk/templates/${chosen}`)).status, 404)
  assert.equal((await (await atDesk(app, people.handler)).get('/ar/desk/templates')).status, 404)
})

test('a list that is asked nonsense is still a list', async (t) => {
  const app = await anApp(t)
  const { id } = await a.submitted(app.country)
  const rana = await atDesk(app, app.country.people.reviewer)
  const page = await rana.get('/ar/desk?view=all&stage=lost&cursor=xx&sort=up&type=%00&urgent=perhaps')
  assert.equal(page.status, 200)
  assert.match(page.html, new RegExp(id))
  const searched = await rana.get(`/ar/desk?q=${encodeURIComponent('حفرة <script>')}`)
  assert.equal(searched.status, 200)
  assert.doesNotMatch(searched.html, /<script>/)
  a.granted(await listDesk(app.country.tools, app.country.people.reviewer, {}))
})
