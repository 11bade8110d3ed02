import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type App, anApp } from '../../../test/kit/app.ts'
import * as a from '../../../test/kit/situations.ts'
import { atDesk } from '../../../test/kit/staff.ts'
import { aVisitor, textOf } from '../../../test/kit/visitor.ts'
import { seedArticles } from '../../commands/seeding/articles.ts'

async function published(t: Parameters<typeof anApp>[0]): Promise<App> {
  const app = await anApp(t)
  await seedArticles(app.tools)
  return app
}

test('a resident searches in their own words, opens an answer and says that it helped', async (t) => {
  const visitor = aVisitor(await published(t))
  const found = await visitor.get(`/ar/articles?q=${encodeURIComponent('ابي اجدد الباسبور')}`)
  assert.match(textOf(found.html), /تجديد جواز السفر/)
  assert.match(found.html, /تجديد <mark>جواز<\/mark> السفر/)
  const page = await visitor.get('/ar/articles/passport-renewal')
  assert.equal(page.status, 200)
  assert.match(textOf(page.html), /هل أفادك هذا الجواب؟/)
  const thanked = await visitor.send('/ar/articles/passport-renewal', { helpful: 'yes' })
  assert.match(textOf(thanked.html), /شكرًا، وصلنا رأيك/)
  const sorry = await visitor.send('/en/articles/passport-renewal', { helpful: 'no' })
  assert.match(textOf(sorry.html), /Ask the government/)
})

test('whoever finds nothing is led to asking, and whatever is searched for is a page', async (t) => {
  const visitor = aVisitor(await published(t))
  const nothing = await visitor.get('/en/articles?q=zzzzzzz')
  assert.match(textOf(nothing.html), /We found no published answer/)
  assert.match(nothing.html, /\/en\/new\?type=inquiry/)
  for (const query of ["'", '%00', '%ff', ')|(', '<script>', 'ا'.repeat(5000)])
    assert.equal((await visitor.get(`/ar/articles?q=${encodeURI(query)}`)).status, 200, query)
  assert.equal((await visitor.get('/ar/articles/no-such')).status, 404)
})

test('the catalogue says who answers for a subject and within how many working days', async (t) => {
  const visitor = aVisitor(await published(t))
  assert.match(textOf((await visitor.get('/en/services')).html), /Power cuts/)
  const page = textOf((await visitor.get('/en/services/power-cuts')).html)
  assert.match(page, /Electricity Authority/)
  assert.match(page, /Complaint 1 working day/)
  assert.match(page, /Inquiry 3 working days/)
  assert.equal((await visitor.get('/en/services/no-such')).status, 404)
})

test('a good answer is published in two clicks from its case, without the people of the case', async (t) => {
  const app = await anApp(t)
  const state = await a.answered(app.country)
  const reviewer = await atDesk(app, app.country.people.reviewer)
  const page = await reviewer.get(`/ar/desk/cases/${state.id}`)
  const link = `/ar/desk/articles/from/${state.id}`
  assert.ok(page.html.includes(`href="${link}"`))
  const form = await reviewer.get(link)
  assert.equal(form.status, 200)
  assert.doesNotMatch(form.html, /فاطمة|33001122/)
  const fields = fieldsIn(form.html)
  assert.equal(fields['ar.answer'], a.A_REPLY.text)
  const done = await reviewer.step(link, link, { ...fields, do: 'publish' })
  assert.match(textOf(done.html), /نُشر الجواب/)
  const found = await aVisitor(app).get(`/ar/articles?q=${encodeURIComponent('حفرة')}`)
  assert.match(textOf(found.html), /أصلحنا الحفرة/)
})

/** What stands in the text fields of a form. */
const fieldsIn = (html: string): Record<string, string> =>
  Object.fromEntries([
    ...[...html.matchAll(/<textarea[^>]*name="([^"]+)"[^>]*>\n?([^<]*)<\/textarea>/g)].map(
      ([, name, value]) => [name, value],
    ),
    ...[...html.matchAll(/<input class="input[^"]*"[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g)].map(
      ([, name, value]) => [name, value],
    ),
  ])

test('a liaison writes for their own entity, the central office publishes, others have no such page', async (t) => {
  const app = await anApp(t)
  const { people } = app.country
  const liaison = await atDesk(app, people.electrician)
  const fields = {
    'ar.title': 'دفع الفاتورة',
    'ar.answer': 'ادفع من أي مكتب.',
    'ar.body': '',
    'en.title': 'Paying a bill',
    'en.answer': '',
    'en.body': '',
    asked: '',
    entity: 'electricity',
    category: '',
    do: 'publish',
  }
  const to = '/desk/articles/new'
  const wrong = await liaison.step(`/ar${to}`, to, fields)
  assert.equal(wrong.status, 422)
  assert.match(textOf(wrong.html), /الجواب في جمل قليلة \(بالإنجليزية\)/)
  const kept = await liaison.step(`/ar${to}`, to, { ...fields, 'en.answer': 'At any office.' })
  assert.match(textOf(kept.html), /حُفظت المسودة/)
  assert.equal((await aVisitor(app).get('/en/articles/paying-a-bill')).status, 404)
  const reviewer = await atDesk(app, people.reviewer)
  assert.match(textOf((await reviewer.get('/ar/desk/articles')).html), /دفع الفاتورة مسودة/)
  const published = await reviewer.step(kept.path, '/publish')
  assert.match(textOf(published.html), /نُشر الجواب/)
  assert.equal((await aVisitor(app).get('/en/articles/paying-a-bill')).status, 200)
  const gone = await reviewer.step(kept.path, '/withdraw')
  assert.match(textOf(gone.html), /سُحب الجواب/)
  assert.equal((await aVisitor(app).get('/en/articles/paying-a-bill')).status, 404)

  for (const person of [people.agent, people.handler, people.minister, people.analyst, people.admin]) {
    const other = await atDesk(app, person)
    for (const path of ['/ar/desk/articles', '/ar/desk/articles/new', kept.path])
      assert.equal((await other.get(path)).status, 404, `${person.name} ${path}`)
  }
  const works = await atDesk(app, people.liaison)
  assert.equal((await works.get(kept.path)).status, 404)
})

test('an article without a translation is shown in the language there is, and says so', async (t) => {
  const app = await anApp(t)
  const reviewer = await atDesk(app, app.country.people.reviewer)
  await reviewer.step('/ar/desk/articles/new', '/new', {
    'ar.title': 'عنوان',
    'ar.answer': 'جواب قصير.',
    do: 'publish',
  })
  const list = await aVisitor(app).get('/en/articles')
  const [, slug = ''] = /\/en\/articles\/(a-[0-9a-f]+)/.exec(list.html) ?? []
  const page = await aVisitor(app).get(`/en/articles/${slug}`)
  assert.match(textOf(page.html), /published in Arabic only/)
})
