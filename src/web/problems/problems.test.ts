import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Officer } from '#people'
import { sql } from '#platform'
import { declareProblem, openProblem } from '#problems'
import { anApp } from '../../../test/kit/app.ts'
import * as a from '../../../test/kit/problems.ts'
import { step as caseStep, granted, staff } from '../../../test/kit/situations.ts'
import { atDesk } from '../../../test/kit/staff.ts'
import { aVisitor, textOf } from '../../../test/kit/visitor.ts'
import { answeredUpTo } from '../resident/filing.examples.ts'

test('problems are seen by those whose work they are, and an entity’s problem by nobody of another entity', async (t) => {
  const app = await anApp(t)
  const { people } = app.country
  const problem = granted(await declareProblem(app.tools, people.operator, a.A_NAME))
  const seen = async (officer: Officer, path: string) => (await (await atDesk(app, officer)).get(path)).status
  const list = '/en/desk/problems'
  const page = `${list}/${problem.id}`
  const expected: [Officer, number, number][] = [
    [people.analyst, 200, 200],
    [people.operator, 200, 200],
    [people.reviewer, 200, 200],
    [people.releaser, 200, 200],
    [people.liaison, 200, 200],
    [people.head, 200, 200],
    [people.minister, 200, 200],
    [people.electrician, 200, 404],
    [people.agent, 404, 404],
    [people.handler, 404, 404],
    [people.admin, 404, 404],
  ]
  for (const [officer, onList, onPage] of expected)
    assert.deepEqual(
      [
        officer.name,
        await seen(officer, list),
        await seen(officer, page),
        await seen(officer, `${page}/answer`),
      ],
      [officer.name, onList, onPage, onPage],
    )
  const [declares, doesNot] = [
    await seen(people.operator, `${list}/new`),
    await seen(people.liaison, `${list}/new`),
  ]
  assert.deepEqual([declares, doesNot], [200, 404])
  const visitor = aVisitor(app)
  assert.match((await visitor.get(page)).path, /staff\/sign-in/)
})

test('a page offers a role its own steps and nobody else’s; what is posted all the same is refused', async (t) => {
  const app = await anApp(t)
  const { people } = app.country
  const { id } = granted(await declareProblem(app.tools, people.operator, a.A_NAME))
  const offered = async (officer: Officer) => {
    const { html } = await (await atDesk(app, officer)).get(`/en/desk/problems/${id}`)
    return [...html.matchAll(/action="[^"]*\/desk\/problems\/[\w-]+\/([\w-]+)"/g)]
      .map(([, step]) => step)
      .sort()
  }
  assert.deepEqual(await offered(people.analyst), ['edit', 'merge'])
  assert.deepEqual(await offered(people.operator), ['announce', 'take-in'])
  assert.deepEqual(await offered(people.liaison), ['cause', 'plan', 'take-in'])
  assert.deepEqual(await offered(people.minister), [])
  const minister = await atDesk(app, people.minister)
  const form = await minister.open(`/en/staff/password`)
  const sent = await minister.post(
    { ...form, action: `/en/desk/problems/${id}/plan` },
    { fix: 'x', fixBy: '2026-12-01' },
  )
  assert.equal(sent.status, 422)
  assert.equal(granted(await openProblem(app.tools, people.analyst, id)).problem.state, 'open')
})

test('an analyst accepts what was proposed; the entity says why and when; people read that it is fixed', async (t) => {
  const app = await anApp(t)
  const { people, clock } = app.country
  const { id } = await a.proposed(app.country)
  const page = `/en/desk/problems/${id}`
  const analyst = await atDesk(app, people.analyst)
  const refused = await analyst.step(page, 'accept', { ...a.A_NAME, titleEn: '' })
  assert.equal(refused.status, 422)
  assert.match(textOf(refused.html), /Name in English/)
  assert.match(textOf((await analyst.step(page, 'accept', a.A_NAME)).html), /It is an open problem now/)
  await a.settle(app.country)
  const head = await atDesk(app, people.head)
  await head.step(page, 'cause', { cause: 'An old cable' })
  await head.step(page, 'plan', { fix: 'A new cable', fixBy: '2026-12-01' })
  const today = clock.now().toZonedDateTimeISO('Asia/Bahrain').toPlainDate().toString()
  assert.match(textOf((await head.step(page, 'fix', { on: today })).html), /Fixed, being watched/)
  const told = { toldAr: 'استبدلنا الكابل', toldEn: 'We replaced the cable' }
  assert.match(textOf((await analyst.step(page, 'publish', told)).html), /Published/)
  const visitor = aVisitor(app)
  const seen = textOf((await visitor.get('/en/fixed')).html)
  assert.match(seen, /Dark street by the school We replaced the cable/)
  assert.match(seen, /10 voices/)
  assert.match(seen, /Watched: does it hold\?/)
  assert.match(textOf((await visitor.get('/ar/fixed')).html), /ظلام شارع المدرسة استبدلنا الكابل/)
  const body = (await (await app.app.request('/api/v1/problems')).json()) as { problems: object[] }
  assert.deepEqual(
    body.problems.map((one) => ({ ...one, openedAt: null, fixedAt: null })),
    [
      {
        id,
        state: 'fixed',
        title: { ar: a.A_NAME.titleAr, en: a.A_NAME.titleEn },
        told: { ar: told.toldAr, en: told.toldEn },
        category: 'potholes',
        place: null,
        entity: 'works',
        voices: 10,
        openedAt: null,
        fixedAt: null,
        judgedAt: null,
      },
    ],
  )
})

const ANNOUNCED = {
  textAr: 'نعرف أن الشارع مظلم، والعمل جارٍ.',
  textEn: 'We know that the street is dark; work is going on.',
  category: 'potholes',
  place: '',
  entity: 'works',
  until: '2026-10-09',
}

test('a known problem stands on the home page and at the end of a journey about it; following makes no case', async (t) => {
  const app = await anApp(t)
  const { people, db } = app.country
  const { id } = granted(await declareProblem(app.tools, people.operator, a.A_NAME))
  const operator = await atDesk(app, people.operator)
  assert.match(
    textOf((await operator.step(`/en/desk/problems/${id}`, 'announce', ANNOUNCED)).html),
    /The announcement stands/,
  )
  const visitor = aVisitor(app)
  assert.match(
    textOf((await visitor.get('/en')).html),
    /We know that the street is dark.*We expect it to be over by/,
  )
  assert.match(textOf((await visitor.get('/ar')).html), /نعرف أن الشارع مظلم/)

  const at = await answeredUpTo(visitor)
  assert.equal(at.path, '/ar/new/check')
  assert.match(textOf(at.html), /أبلغ آخرون عن هذا.*نعرف أن الشارع مظلم/)

  const wrong = await visitor.send(`/en/known/${id}`, { phone: '1' })
  assert.equal(wrong.status, 422)
  assert.match(textOf(wrong.html), /Write a telephone number that exists/)
  const followed = await visitor.send(`/en/known/${id}`, { phone: '+97333445566', email: '' })
  assert.match(textOf(followed.html), /We tell you when it is fixed/)
  const again = await visitor.send(`/en/known/${id}`, { phone: '+97333445566', email: '' })
  assert.match(textOf(again.html), /You follow it already/)
  assert.equal((await a.problems(app.country))[0]?.followers, 1)
  assert.doesNotMatch((await operator.get(`/en/desk/problems/${id}`)).html, /33445566/)

  await operator.step(`/en/desk/problems/${id}`, 'end-announcement')
  assert.doesNotMatch(textOf((await visitor.get('/en')).html), /the street is dark/)
  assert.equal((await visitor.get(`/en/known/${id}`)).status, 404)
  assert.equal((await db.rows(sql`select 1 as one from cases`)).length, 0)
})

test('whoever searches is told of a known problem in their own words, and of nothing else', async (t) => {
  const app = await anApp(t)
  const { people } = app.country
  const { id } = granted(await declareProblem(app.tools, people.operator, a.A_NAME))
  granted(await a.step(app.country, people.operator, { id }, 'announce', ANNOUNCED))
  const visitor = aVisitor(app)
  const searched = async (words: string) =>
    textOf((await visitor.get(`/ar/articles?q=${encodeURIComponent(words)}`)).html)
  assert.match(await searched('الشارع مظلم'), /نعرف أن الشارع مظلم/)
  assert.match(await searched('شارعنا مظلم بالليل'), /نعرف أن الشارع مظلم/)
  assert.doesNotMatch(await searched('تجديد جواز السفر'), /مظلم، والعمل/)
  assert.doesNotMatch(await searched(''), /مظلم، والعمل/)
})

test('something else is not said to be known', async (t) => {
  const app = await anApp(t)
  const { people } = app.country
  const { id } = granted(await declareProblem(app.tools, people.operator, a.A_NAME))
  granted(await a.step(app.country, people.operator, { id }, 'announce', ANNOUNCED))
  const visitor = aVisitor(app)
  const other = { category: { category: 'power-cuts' }, entity: { entity: 'electricity' } }
  const at = await answeredUpTo(visitor, undefined, other)
  assert.equal(at.path, '/ar/new/check')
  assert.doesNotMatch(textOf(at.html), /أبلغ آخرون عن هذا/)
})

test('one answer goes from the liaison through the reviewer and the releaser to all, by their own pages', async (t) => {
  const app = await anApp(t)
  const { people } = app.country
  const ids = await a.bring(app.country, a.DARK_STREET)
  const [proposal] = await a.problems(app.country)
  const problem = granted(
    await a.step(app.country, people.analyst, proposal ?? { id: '' }, 'accept', a.A_NAME),
  )
  for (const id of ids) {
    const to = { entity: 'works', category: 'potholes' }
    granted(await caseStep(app.country, staff(people.reviewer), { id }, 'route', to))
  }
  const page = `/en/desk/problems/${problem.id}/answer`
  const liaison = await atDesk(app, people.liaison)
  const empty = await liaison.step(page, '/answer', { text: '', outcome: 'solved' })
  assert.equal(empty.status, 422)
  await liaison.step(page, '/answer', { text: 'We replaced the cable.', outcome: 'solved' })
  const none = await liaison.step(page, 'answer/reply')
  assert.match(textOf(none.html), /Choose at least one case/)
  const form = await liaison.open(page)
  const chosen = (seen: string) =>
    [...seen.matchAll(/name="case" value="([\w-]+)"/g)].map(([, id = '']) => id)
  const { html } = await liaison.get(page)
  const cases = chosen(html)
  assert.equal(cases.length, 10)
  const send = async (who: typeof liaison, turn: string) => {
    const body = new URLSearchParams(Object.entries({ ...(await who.open(page)).hidden }))
    for (const id of cases) body.append('case', id)
    const jar = [...who.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    return app.app.request(`http://localhost${page}/${turn}`, {
      method: 'POST',
      body,
      headers: { cookie: jar },
    })
  }
  assert.ok(form)
  for (const [officer, turn] of [
    [people.liaison, 'reply'],
    [people.reviewer, 'verify'],
    [people.releaser, 'release'],
  ] as const) {
    const sent = await send(await atDesk(app, officer), turn)
    assert.deepEqual([sent.status, sent.headers.get('location')], [303, `${page}?turn=${turn}&done=10`])
  }
  assert.match(textOf((await liaison.get(page)).html), /answered 10/i)
})

test('whoever hears the page is told the weeks in a table, and no text of a case names its writer', async (t) => {
  const app = await anApp(t)
  const { people } = app.country
  await a.bring(
    app.country,
    a.DARK_STREET.map((text) => `${text} اسمي فاطمة علي 33998877`),
  )
  const [problem] = await a.problems(app.country)
  const analyst = await atDesk(app, people.analyst)
  const { html } = await analyst.get(`/ar/desk/problems/${problem?.id}`)
  assert.doesNotMatch(html, /فاطمة|33998877/)
  assert.match(textOf(html), /الأرقام في جدول/)
})
